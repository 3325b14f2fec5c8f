import { expect, it } from 'vitest'
import { ensureFirefox, findFirefox } from './firefox.ts'

it('takes the Firefox that is there and installs nothing', () => {
  const machine = {
    exists: (path: string) => path === '/usr/bin/firefox',
    install: () => expect.fail('must not install'),
  }
  expect(ensureFirefox(machine)).toEqual([])
  expect(findFirefox(machine)).toBe('/usr/bin/firefox')
})

it('installs Firefox when it is missing', () => {
  const installed: string[] = []
  const machine = {
    exists: (path: string) => installed.some((name) => path === `/usr/bin/${name}`),
    install: (packages: readonly string[]) => installed.push(...packages) > 0,
  }
  expect(ensureFirefox(machine)).toEqual([])
  expect(findFirefox(machine)).toBe('/usr/bin/firefox-esr')
})

it('says the one command to run when Firefox is missing and cannot be installed', () => {
  const machine = { exists: () => false, install: () => false }
  expect(ensureFirefox(machine)).toEqual([
    'Firefox is missing. Install it: apt-get update && apt-get install -y firefox-esr',
  ])
  expect(() => findFirefox(machine)).toThrow('apt-get install -y firefox-esr')
})
