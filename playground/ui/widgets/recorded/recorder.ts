import type { HttpRequest, HttpResponse } from '../../../flow/exchange.ts'
import { prettyBody } from '../../../flow/message-parts.ts'
import { maskHeader, maskText } from '../../../flow/secrets.ts'
import {
  createMemoryDriver,
  createPim,
  defaultScenario,
  namedScenarios,
  type Scenario,
} from '../../../pim/index.ts'
import type { PimDoor } from '../operations.ts'

/** One exchange with the PIM, as text. */
export interface RecordedExchange {
  /** What it does, in a sentence. */
  readonly title: string
  readonly request: string
  readonly response: string
}

export interface Recorder {
  readonly pim: PimDoor
  /** Calls the API with a token. */
  api(token: string, path: string, init?: { method: string; body: unknown }): Promise<Response>
  state(): Promise<Scenario>
  /** Notes the last exchange of `work` under a title. */
  note<T>(title: string, work: () => Promise<T>): Promise<T>
  exchanges(): readonly RecordedExchange[]
}

const url = 'https://my-pim.example.com'
const time = Date.UTC(2026, 2, 13, 14, 30)
const mostLines = 24

/** What a page's request always has, and what tells a reader nothing. */
const plainHeaders = new Set(['x-requested-with', 'accept', 'content-length'])

/** A PIM with a standing clock, numbered ids and reproducible chance, whose exchanges can be noted. */
export async function createRecorder(scenarioId?: string): Promise<Recorder> {
  const named = namedScenarios.find(({ id }) => id === scenarioId)
  const scenario = (await named?.load()) ?? defaultScenario
  let ids = 0
  let seed = 1
  const pim = createPim({
    url,
    driver: createMemoryDriver(),
    now: () => time,
    newId: () => `5f0c1d2e-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    random: (length) => Uint8Array.from({ length }, () => (seed = (seed * 48_271) % 0x7fffffff)),
    scenario,
  })
  const exchanges: RecordedExchange[] = []

  async function note<T>(title: string, work: () => Promise<T>): Promise<T> {
    const before = pim.journal.entries().length
    const result = await work()
    const entry = pim.journal.entries().slice(before).at(-1)
    if (!entry) throw new Error(`Nothing was exchanged: ${title}`)
    exchanges.push({
      title,
      request: requestText(entry.request),
      response: responseText(entry.response),
    })
    return result
  }

  return {
    pim: {
      url,
      fetch: (path, init) => pim.fetch(new Request(url + path, init)),
      navigate: (request) => pim.fetch(request),
    },
    api: (token, path, init) =>
      pim.fetch(
        new Request(url + path, {
          method: init?.method ?? 'GET',
          headers: {
            ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
            ...(init && { 'content-type': 'application/json' }),
          },
          ...(init && { body: JSON.stringify(init.body) }),
        }),
      ),
    async state() {
      const response = await pim.fetch(new Request(`${url}/_control/scenario`))
      return (await response.json()) as Scenario
    },
    note,
    exchanges: () => exchanges,
  }
}

function requestText(request: HttpRequest): string {
  const { pathname, search } = new URL(request.url)
  return messageText(maskText(`${request.method} ${pathname}${search}`), request)
}

function responseText(response: HttpResponse): string {
  return messageText(`HTTP ${response.status}`, response)
}

function messageText(first: string, message: HttpRequest | HttpResponse): string {
  const headers = Object.entries(message.headers)
    .filter(([name]) => !plainHeaders.has(name))
    .map(([name, value]) => `${name}: ${maskHeader(name, value)}`)
  const body = shorten(maskText(prettyBody(message)))
  return [first, ...headers, ...(body === '' ? [] : ['', body])].join('\n')
}

/** Keeps the beginning of what is long, and says how much is missing. */
function shorten(text: string): string {
  const lines = text.split('\n')
  if (lines.length <= mostLines) return text
  return [...lines.slice(0, mostLines), `… ${lines.length - mostLines} more lines`].join('\n')
}
