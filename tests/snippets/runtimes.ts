import { spawnSync } from 'node:child_process'
import { installCommand, installPackages } from '../apt.ts'

interface Runtime {
  readonly name: string
  /** Prints its version first, as in `PHP 8.2.36` or `javac 17.0.15`. */
  readonly command: readonly [program: string, ...parameters: string[]]
  readonly minimum: readonly [major: number, minor: number]
  readonly package: string
}

const runtimes: readonly Runtime[] = [
  { name: 'PHP', command: ['php', '--version'], minimum: [8, 1], package: 'php-cli' },
  // The compiler, because a runtime without it cannot run a source file.
  {
    name: 'JDK',
    command: ['javac', '--version'],
    minimum: [17, 0],
    package: 'default-jdk-headless',
  },
  { name: 'Python', command: ['python3', '--version'], minimum: [3, 10], package: 'python3' },
]

/** What `ensureRuntimes` looks at and changes; by default this machine. */
interface Machine {
  /** What a command prints; undefined when there is no such command. */
  print(program: string, parameters: readonly string[]): string | undefined
  install(packages: readonly string[]): boolean
}

const thisMachine: Machine = {
  print(program, parameters) {
    const { status, stdout } = spawnSync(program, parameters, { encoding: 'utf8' })
    return status === 0 ? stdout : undefined
  },
  install: installPackages,
}

/**
 * Installs the languages of the snippets that are missing or too old. Returns what is still missing, in sentences of
 * which the last is the one command to run; empty when all is there.
 */
export function ensureRuntimes(machine: Machine = thisMachine): string[] {
  const missing = findMissing(machine)
  if (missing.length === 0) return []
  machine.install(missing.map((runtime) => runtime.package))
  const stillMissing = findMissing(machine)
  if (stillMissing.length === 0) return []
  return [
    ...stillMissing.map(({ name, minimum }) => `${name} ${minimum.join('.')} or newer is missing.`),
    `Install it: ${installCommand(stillMissing.map((runtime) => runtime.package))}`,
  ]
}

function findMissing(machine: Machine): Runtime[] {
  return runtimes.filter(({ command: [program, ...parameters], minimum }) => {
    const version = /(\d+)(?:\.(\d+))?/.exec(machine.print(program, parameters) ?? '')
    if (!version) return true
    const major = Number(version[1])
    const minor = Number(version[2] ?? 0)
    return major < minimum[0] || (major === minimum[0] && minor < minimum[1])
  })
}
