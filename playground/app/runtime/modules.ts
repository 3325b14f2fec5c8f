import { Buffer } from './bytes.ts'
import { EventEmitter } from './emitter.ts'

/** What the transformed source of the app calls; see `toClassicScript`. */
export interface AppRuntime {
  readonly meta: { url: string; filename: string; dirname: string; main: boolean }
  /** `names` are those that the import on that line takes out of the module; each has to be there. */
  require(specifier: string, line?: number, names?: readonly string[]): Record<string, unknown>
  import(specifier: string): Promise<Record<string, unknown>>
}

interface ModulesOptions {
  file: string
  http: Record<string, unknown>
  crypto: Record<string, unknown>
  process: Record<string, unknown>
}

/** The modules an app can import here, with and without `node:`; anything else is refused by name. */
export function createModules({ file, http, crypto, process }: ModulesOptions): AppRuntime {
  const modules: Record<string, Record<string, unknown>> = {
    http,
    crypto,
    process,
    events: { EventEmitter, once },
    buffer: { Buffer },
    url: {
      URL,
      URLSearchParams,
      pathToFileURL: (path: string) => new URL(`file://${path}`),
      fileURLToPath: (url: string | URL) => new URL(url).pathname,
    },
    querystring: {
      parse: (text: string) => Object.fromEntries(new URLSearchParams(text)),
      stringify: (fields: Record<string, string>) => new URLSearchParams(fields).toString(),
    },
    'timers/promises': {
      setTimeout: (milliseconds: number, value?: unknown) =>
        new Promise((resolve) => setTimeout(() => resolve(value), milliseconds)),
    },
  }

  function find(
    specifier: string,
    line?: number,
    names: readonly string[] = [],
  ): Record<string, unknown> {
    const module = modules[specifier.replace(/^node:/, '')]
    if (!module) {
      const known = Object.keys(modules)
        .map((name) => `node:${name}`)
        .join(', ')
      throw importError(
        `Cannot find module "${specifier}": an app in the playground can import ${known}`,
        line,
      )
    }
    const exported: Record<string, unknown> = {
      default: module['EventEmitter'] ?? module,
      ...module,
    }
    const missing = names.find((name) => !(name in exported))
    if (missing === undefined) return exported
    const there = Object.keys(module).join(', ')
    throw importError(
      `The module "${specifier}" of the playground has no "${missing}", only ${there}`,
      line,
    )
  }

  return {
    meta: { url: `file:///app/${file}`, filename: `/app/${file}`, dirname: '/app', main: true },
    require: find,
    import: async (specifier) => find(String(specifier)),
  }
}

function importError(message: string, line: number | undefined): Error {
  const error = new Error(message)
  return line === undefined ? error : Object.defineProperty(error, 'line', { value: line })
}

function once(emitter: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve) => {
    emitter.once(name, (...values) => resolve(values))
  })
}
