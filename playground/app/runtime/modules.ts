import { Buffer } from './bytes.ts'
import { EventEmitter } from './emitter.ts'

/** What the transformed source of the app calls; see `toClassicScript`. */
export interface AppRuntime {
  readonly meta: { url: string; filename: string; dirname: string; main: boolean }
  require(specifier: string, line?: number): Record<string, unknown>
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

  function find(specifier: string, line?: number): Record<string, unknown> {
    const module = modules[specifier.replace(/^node:/, '')]
    if (!module) {
      const known = Object.keys(modules)
        .map((name) => `node:${name}`)
        .join(', ')
      const error = new Error(
        `Cannot find module "${specifier}": an app in the playground can import ${known}`,
      )
      throw line === undefined ? error : Object.assign(error, { line })
    }
    return { default: module['EventEmitter'] ?? module, ...module }
  }

  return {
    meta: { url: `file:///app/${file}`, filename: `/app/${file}`, dirname: '/app', main: true },
    require: find,
    import: async (specifier) => find(String(specifier)),
  }
}

function once(emitter: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve) => {
    emitter.once(name, (...values) => resolve(values))
  })
}
