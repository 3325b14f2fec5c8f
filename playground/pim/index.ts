import { createPimRoutes } from './routes/index.ts'
import { createJournal, type Journal } from './routes/journal.ts'
import { createOperation, type Check, type Environment } from './domain/operation.ts'
import { collectionNames, type State } from './domain/state.ts'
import { refuseRecord } from './domain/refuse-record.ts'
import { defaultScenario, initialState } from './seed/index.ts'
import type { Scenario } from './domain/scenario.ts'
import { createStore } from './store/store.ts'
import type { Driver } from './store/driver.ts'

export { createMemoryDriver } from './store/memory-driver.ts'
export { StoreCorruptError } from './store/driver.ts'
export type { Change, Driver, Snapshot } from './store/driver.ts'
export type { Check } from './domain/operation.ts'
export type { Edition, FlowType } from './domain/state.ts'
export type { Journal, JournalEntry } from './routes/journal.ts'
export { defaultScenario } from './seed/index.ts'
export type { Scenario } from './domain/scenario.ts'
export { words, eras, type Era } from './contract/words.ts'
export { messages, type MessageKey } from './contract/messages.ts'
export { scopeMessages } from './contract/scope-messages.ts'

export interface PimOptions {
  /** Where the PIM is reached, as in `https://my-pim.example.com`. A trailing slash is dropped. */
  readonly url: string
  /** Further Host names that are answered, with their port: `127.0.0.1:8080`. */
  readonly hosts?: readonly string[]
  readonly driver: Driver
  /** Milliseconds since the epoch. Default: the system's clock. */
  readonly now?: () => number
  /** A UUID v4. Default: a random one. */
  readonly newId?: () => string
  /** Random bytes. Default: cryptographically strong. */
  readonly random?: (byteLength: number) => Uint8Array
  /** The state to begin with, and to which a reset returns. Default: the default scenario. */
  readonly scenario?: Scenario
  /** Whether `/_control/` answers. Default: yes. */
  readonly control?: boolean
}

export interface Pim {
  /** Without a trailing slash. */
  readonly url: string
  /** Loads what the driver keeps. Throws `StoreCorruptError`. */
  ready(): Promise<void>
  /** Answers one request. Throws `StoreCorruptError`, never anything else for a bad request. */
  fetch(request: Request): Promise<Response>
  readonly journal: Journal
}

const noBody = new Uint8Array()

/** A PIM. It has no state outside of itself and its driver: two of them live side by side. */
export function createPim(options: PimOptions): Pim {
  const url = options.url.replace(/\/+$/, '')
  const environment: Environment = {
    url,
    now: options.now ?? (() => Date.now()),
    newId: options.newId ?? (() => crypto.randomUUID()),
    random: options.random ?? ((byteLength) => crypto.getRandomValues(new Uint8Array(byteLength))),
  }
  const hosts = new Set([new URL(url).host, ...(options.hosts ?? [])])
  const initial = options.scenario ?? defaultScenario
  const store = createStore<State>({
    driver: options.driver,
    names: collectionNames,
    seed: initialState(initial),
    refuse: refuseRecord,
  })
  const journal = createJournal()
  const routes = createPimRoutes({ journal, initial, control: options.control ?? true })
  let requests = 0

  async function fetch(request: Request): Promise<Response> {
    const address = new URL(request.url)
    if (!hosts.has(address.host)) return misdirected(address.host)
    const body = request.body === null ? noBody : new Uint8Array(await request.arrayBuffer())
    const run = isChanging(request.method, address.pathname) ? store.change : store.read
    const started = performance.now()
    const checks: Check[] = []
    return run(async (collections) => {
      const operation = createOperation(collections, environment, checks)
      const at = operation.now()
      const bindings: { operation: typeof operation; body: Uint8Array; responseBody?: string } = {
        operation,
        body,
      }
      const response = await routes.fetch(request, bindings)
      if (!address.pathname.startsWith('/_control/')) {
        journal.add({
          id: `exchange-${(requests += 1)}`,
          at,
          durationMs: performance.now() - started,
          request,
          requestBody: body,
          response,
          responseBody: bindings.responseBody ?? (await response.clone().text()),
          checks,
        })
      }
      return response
    })
  }

  return { url, ready: store.ready, fetch, journal }
}

/** GET only reads, but for the authorization request, which the session remembers (contract E.3). */
function isChanging(method: string, path: string): boolean {
  return !(method === 'GET' || method === 'HEAD') || path === '/connect/apps/v1/authorize'
}

function misdirected(host: string): Response {
  return Response.json(
    { code: 421, message: `This PIM does not answer for the host "${host}".` },
    { status: 421 },
  )
}
