import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkScenario, StoreCorruptError, type Scenario } from '../../pim/index.ts'
import { createFileDriver } from './file-driver.ts'
import { startServer, type RunningServer, type ServerOptions } from './server.ts'

const usage = `npm run pim -- [--port N] [--host NAME] [--data FILE] [--scenario FILE] [--no-control]

  --port N         the port to listen on; 0 picks a free one (default 8080)
  --host NAME      the name that clients use (default localhost)
  --data FILE      keep the state in FILE; without it the state is forgotten at the end
  --scenario FILE  begin with this scenario, as GET /_control/scenario gives it
  --no-control     do not answer under /_control/`

/** A wrong command line: the message says what is allowed. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export interface PimCommand {
  readonly server: ServerOptions
  readonly help: boolean
}

/** Reads the command line of `npm run pim`. Throws `UsageError`. */
export async function readPimCommand(args: readonly string[]): Promise<PimCommand> {
  const values = parse(args)
  return {
    help: values.help ?? false,
    server: {
      port: readPort(values.port ?? '8080', '--port'),
      ...(values.host !== undefined && { host: values.host }),
      ...(values.data !== undefined && { driver: createFileDriver(values.data) }),
      ...(values.scenario !== undefined && { scenario: await readScenario(values.scenario) }),
      control: !values['no-control'],
    },
  }
}

/** A port from the command line. Throws `UsageError` that names `option`. */
export function readPort(text: string, option: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new UsageError(`${option} takes a port between 0 and 65535, found "${text}"`)
  }
  return port
}

/**
 * Starts the PIM as `npm run pim` does and says where it is. `screens` gives the folder with the built screens.
 * Rejects with `UsageError`, `StoreCorruptError` or the system's error.
 */
export async function runPim(
  args: readonly string[],
  screens: () => Promise<string>,
): Promise<RunningServer | undefined> {
  const command = await readPimCommand(args)
  if (command.help) {
    console.log(usage)
    return undefined
  }
  const server = await startServer({ ...command.server, screens: await screens() })
  console.log(`PIM ready at ${server.url}`)
  return server
}

/** One line that says what went wrong at the start and what to do. */
export function explainStartError(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${usage}`
  if (error instanceof StoreCorruptError) {
    return `${error.message}. Move the file away to start fresh, or restore it.`
  }
  const { code, port, address } = error as { code?: string; port?: number; address?: string }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another one: --port N, or --port 0.`
  if (code === 'EACCES')
    return `Port ${port} may not be used without more rights. Choose one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `There is no interface "${address ?? ''}" on this machine. Choose another --host.`
  }
  return error instanceof Error ? error.message : String(error)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        scenario: { type: 'string' },
        'no-control': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

async function readScenario(file: string): Promise<Scenario> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`Cannot read the scenario ${file}`, { cause: error })
  })
  let scenario: unknown
  try {
    scenario = JSON.parse(text)
  } catch (error) {
    throw new UsageError(`The scenario ${file} is not JSON`, { cause: error })
  }
  const mismatch = checkScenario(scenario)
  if (mismatch) {
    throw new UsageError(`The scenario ${file} at "${mismatch.pointer}": ${mismatch.message}`)
  }
  return scenario as Scenario
}
