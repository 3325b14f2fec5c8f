import { expect, it } from 'vitest'
import { ensureChromium, findChromium } from './chromium.ts'

it('takes the Chromium that is there and installs nothing', () => {
  const machine = {
    exists: (path: string) => path === '/usr/bin/chromium',
    install: () => expect.fail('must not install'),
  }
  expect(ensureChromium(machine)).toEqual([])
  expect(findChromium(machine)).toBe('/usr/bin/chromium')
})

it('installs Chromium when it is missing', () => {
  const installed: string[] = []
  const machine = {
    exists: (path: string) => installed.some((name) => path === `/usr/bin/${name}`),
    install: (packages: readonly string[]) => installed.push(...packages) > 0,
  }
  expect(ensureChromium(machine)).toEqual([])
  expect(installed).toEqual(['chromium'])
})

it('says the one command to run when Chromium is missing and cannot be installed', () => {
  const machine = { exists: () => false, install: () => false }
  expect(ensureChromium(machine)).toEqual([
    'Chromium is missing. Install it: apt-get update && apt-get install -y chromium',
  ])
  expect(() => findChromium(machine)).toThrow('apt-get install -y chromium')
})
