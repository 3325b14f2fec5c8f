import { expect, it } from 'vitest'
import { ensureRuntimes } from './runtimes.ts'

function createMachine(versions: Record<string, string>, installed: Record<string, string> = {}) {
  const asked: string[][] = []
  return {
    asked,
    print: (program: string) => versions[program],
    install(packages: readonly string[]) {
      asked.push([...packages])
      Object.assign(versions, installed)
      return Object.keys(installed).length > 0
    },
  }
}

const php = 'PHP 8.2.36 (cli) (built: Nov 18 2026 20:02:04) (NTS)\nZend Engine v4.2.36'

it('installs nothing when PHP, a JDK and Python are there', () => {
  const machine = createMachine({ php, javac: 'javac 21\n', python3: 'Python 3.11.7\n' })
  expect(ensureRuntimes(machine)).toEqual([])
  expect(machine.asked).toEqual([])
})

it('installs PHP and a JDK when they are missing', () => {
  const machine = createMachine({ python3: 'Python 3.13.1\n' }, { php, javac: 'javac 17.0.15\n' })
  expect(ensureRuntimes(machine)).toEqual([])
  expect(machine.asked).toEqual([['php-cli', 'default-jdk-headless']])
})

it('says the one command to run when it cannot install', () => {
  const machine = createMachine({ python3: 'Python 3.11.7\n' })
  expect(ensureRuntimes(machine)).toEqual([
    'PHP 8.1 or newer is missing.',
    'JDK 17.0 or newer is missing.',
    'Install it: apt-get update && apt-get install -y php-cli default-jdk-headless',
  ])
})

it('takes a runtime that is too old for a missing one', () => {
  const machine = createMachine({
    php: 'PHP 8.0.30 (cli)',
    javac: 'javac 1.8.0_392',
    python3: 'Python 3.9.2',
  })
  expect(ensureRuntimes(machine)).toHaveLength(4)
})
