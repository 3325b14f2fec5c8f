import { createPimRoutes } from './routes/index.ts'
import { isChanging } from './routes/changing.ts'
import { needsCatalogue } from './routes/needing-catalogue.ts'
import { createJournal, type Journal } from './routes/journal.ts'
import {
  createOperations,
  type OperationMaker,
  type Afterwards,
  type Check,
  type Environment,
  type Operation,
} from './domain/operation.ts'
import { catalogueCollections } from './domain/catalogue-state.ts'
import { collectionNames, type State } from './domain/state.ts'
import { checkScenario, refuseState } from './domain/check-scenario.ts'
import { refuseRecord } from './domain/refuse-record.ts'
import { defaultScenario, loadCatalogue, marketplace } from './seed/index.ts'
import { recordsOf, type Scenario } from './domain/scenario.ts'
import { createStore, type Collections } from './store/store.ts'
import { StoreCorruptError, type Driver } from './store/driver.ts'
import type { Bindings } from './http/environment.ts'
import type { Text } from './http/text.ts'

export { createMemoryDriver } from './store/memory-driver.ts'
export { StoreCorruptError } from './store/driver.ts'
export type { Change, Driver, Snapshot } from './store/driver.ts'
export { encodeText } from './http/text.ts'
export { TextResponse } from './http/text-response.ts'
export type { Check } from './domain/operation.ts'
export type { Edition, FlowType } from './domain/state.ts'
export type { Journal, JournalEntry } from './routes/journal.ts'
export { checkScenario } from './domain/check-scenario.ts'
export type { Mismatch } from './store/shape.ts'
export { scenarioSchema } from './domain/scenario-schema.ts'
export { defaultScenario } from './seed/index.ts'
export { namedScenarios, type NamedScenario } from './seed/scenarios/index.ts'
export type { Scenario } from './domain/scenario.ts'
export { words, eras, type Era } from './contract/words.ts'
export { messages, type MessageKey } from './contract/messages.ts'
export { scopeMessages } from './contract/scope-messages.ts'
export { connectAcls, webApiAcls } from './contract/acls.ts'
export { sessionCookie } from './routes/session.ts'

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
  /** Told of what went wrong inside the PIM and was answered with a bare 500. Default: the console. */
  readonly report?: (error: unknown) => void
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

interface Answered {
  readonly at: number
  readonly response: Response
  readonly sent: Text | undefined
}

const noBody = new Uint8Array()

/**
 * A PIM. It has no state outside of itself and its driver: two of them live side by side. Throws `TypeError` for a
 * scenario that is none.
 */
export function createPim(options: PimOptions): Pim {
  const url = options.url.replace(/\/+$/, '')
  const environment: Environment = {
    url,
    marketplace,
    now: options.now ?? (() => Date.now()),
    newId: options.newId ?? (() => crypto.randomUUID()),
    random: options.random ?? ((byteLength) => crypto.getRandomValues(new Uint8Array(byteLength))),
  }
  const report = options.report ?? ((error) => console.error(error))
  const hosts = new Set([new URL(url).host, ...(options.hosts ?? [])])
  const scenario = options.scenario ?? defaultScenario
  const mismatch = checkScenario(scenario)
  if (mismatch) throw new TypeError(`The scenario at ${mismatch.pointer}: ${mismatch.message}`)
  let initial = recordsOf(scenario)
  const store = createStore<State>({
    driver: options.driver,
    names: collectionNames,
    seed: initial,
    late: {
      names: catalogueCollections,
      async load() {
        const catalogue = await loadCatalogue()
        initial = { ...catalogue, ...initial }
        return catalogue
      },
    },
    refuse: refuseRecord,
    refuseAll: refuseState,
  })
  const journal = createJournal()
  const routes = createPimRoutes({
    journal,
    initial: () => initial,
    control: options.control ?? true,
  })
  let requests = 0
  let makeOperation: OperationMaker | undefined

  function operationOn(
    collections: Collections<State>,
    ...notes: Parameters<OperationMaker>
  ): Operation {
    makeOperation ??= createOperations(collections, environment)
    return makeOperation(...notes)
  }

  /** Does what a request left to do. */
  function finish(left: readonly Afterwards[]): Promise<void> {
    return store.change(async (collections) => {
      const operation = operationOn(collections, [])
      for (const work of left) work(operation)
    })
  }

  async function fetch(request: Request): Promise<Response> {
    const host = hostOf(request.url)
    if (!hosts.has(host)) return misdirected(host)
    const path = routes.pathOf(request)
    const body = await readBody(request)
    if (!body) return refusal(400, 'The body of the request could not be read.')
    const run = isChanging(request.method, path) ? store.change : store.read
    const started = performance.now()
    const checks: Check[] = []
    const left: Afterwards[] = []
    let exchange: Answered
    try {
      if (needsCatalogue(path)) await store.complete()
      const router = await routes.answering(path)
      exchange = await run(async (collections) => {
        const operation = operationOn(collections, checks, left)
        const at = operation.now()
        const bindings: Bindings<typeof operation> = { operation, body }
        const response = await router.fetch(request, bindings)
        return { at, response, sent: bindings.sent }
      })
      if (left.length > 0) await finish(left)
    } catch (error) {
      if (error instanceof StoreCorruptError) throw error
      report(error)
      const response = refusal(500, 'The PIM could not answer.')
      exchange = { at: environment.now(), response, sent: undefined }
    }
    if (!path.startsWith('/_control/')) {
      journal.add({
        at: exchange.at,
        id: `exchange-${(requests += 1)}`,
        durationMs: performance.now() - started,
        request: { method: request.method, url: request.url, headers: request.headers },
        requestBody: body,
        response: { status: exchange.response.status, headers: exchange.response.headers },
        responseBody: exchange.sent ?? [await exchange.response.clone().text()],
        checks,
      })
    }
    return exchange.response
  }

  return { url, ready: store.ready, fetch, journal }
}

/** The host of a request's URL, which is normalised already. */
function hostOf(url: string): string {
  return /^[^/]*\/\/([^/?#]*)/.exec(url)?.[1] ?? ''
}

async function readBody(request: Request): Promise<Uint8Array | undefined> {
  // Asking these for their body would make a native request of a host's lightweight one.
  if (request.method === 'GET' || request.method === 'HEAD') return noBody
  if (request.body === null) return noBody
  try {
    return new Uint8Array(await request.arrayBuffer())
  } catch {
    return undefined
  }
}

function refusal(status: number, message: string): Response {
  return Response.json({ code: status, message }, { status })
}

function misdirected(host: string): Response {
  return refusal(421, `This PIM does not answer for the host "${host}".`)
}
