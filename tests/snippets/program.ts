import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A snippet program and how a reader starts it, in the folder of the program. */
export interface Program {
  readonly language: string
  readonly folder: string
  readonly file: string
  /** What pages show of it. */
  readonly regions: readonly string[]
  command(port: number): readonly [program: string, ...parameters: string[]]
}

/** The programs of one task, by the name that its files have. */
function programsOf(task: string, name: string, regions: readonly string[]) {
  const program = (language: string, file: string, command: Program['command']): Program => ({
    language,
    folder: fileURLToPath(
      new URL(`../../snippets/${task}/${language.toLowerCase()}/`, import.meta.url),
    ),
    file,
    regions,
    command,
  })
  const javaFile = `${name.charAt(0).toUpperCase()}${name.slice(1)}.java`
  return {
    php: program('PHP', `${name}.php`, () => ['php', `${name}.php`]),
    nodejs: program('NodeJS', `${name}.mjs`, () => ['node', `${name}.mjs`]),
    python: program('Python', `${name}.py`, () => ['python3', '-B', `${name}.py`]),
    java: program('Java', javaFile, () => ['java', javaFile]),
  }
}

const apps = programsOf('get-your-app-token', 'app', ['activate', 'callback'])
export const { nodejs, python, java } = apps
export const php: Program = {
  ...apps.php,
  command: (port) => ['php', '-S', `localhost:${port}`, 'app.php'],
}

const structures = programsOf('retrieve-pim-structure', 'structure', ['client', 'channel', 'store'])
export const structurePrograms: readonly Program[] = Object.values(structures)

const exchanges = programsOf('exchange-code', 'exchange', ['challenge'])
export const exchangePrograms: readonly Program[] = Object.values(exchanges)

export interface RunningProgram {
  readonly url: string
  /** Resolves with the match once the program has printed it; rejects when the program ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  stop(): Promise<void>
}

export interface ProgramOptions {
  readonly port: number
  readonly environment: Record<string, string>
}

/** Starts a program and waits until it listens. Rejects with what it printed when it ends before. */
export async function startProgram(
  started: Program,
  { port, environment }: ProgramOptions,
): Promise<RunningProgram> {
  const child = run(started, { port, environment })
  const listening = await child.printed(
    /App listening on (http:\S+)|Development Server \((http:\S+)\) started/,
  )
  return { url: listening[1] ?? listening[2] ?? '', printed: child.printed, stop: child.stop }
}

/** Runs a program that is expected to end by itself. */
export async function runToEnd(
  started: Program,
  options: ProgramOptions,
): Promise<{ code: number | null; output: string }> {
  const child = run(started, options)
  const code = await child.ended
  return { code, output: child.output() }
}

function run({ folder, command }: Program, { port, environment }: ProgramOptions) {
  const [name, ...parameters] = command(port)
  const { CLIENT_ID: _, CLIENT_SECRET: __, ...inherited } = process.env
  const child = spawn(name, parameters, {
    cwd: folder,
    env: { ...inherited, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  // Whoever waits for the end learns of a failed start; nobody else has to.
  ended.catch(() => undefined)
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      child.emit('printed')
    })
  }
  return {
    ended,
    output: () => output,
    async printed(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const match = pattern.exec(output)
        if (match) return match
        const next = once(child, 'printed').then(() => 'printed' as const)
        if ((await Promise.race([next, ended])) !== 'printed') {
          throw new Error(`${name} ended without printing ${pattern}:\n${output}`)
        }
      }
    },
    async stop(): Promise<void> {
      child.kill()
      await ended
    },
  }
}

/** A port that is free now: an app is registered with its addresses before it is started. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
