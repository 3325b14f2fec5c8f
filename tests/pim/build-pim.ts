import {
  createMemoryDriver,
  createPim,
  defaultScenario,
  type JournalEntry,
  type Pim,
  type PimOptions,
  type Scenario,
} from '../../playground/pim/index.ts'

export const pimUrl = 'https://pim.example.com'

/** Where the clock of a built PIM stands until a test moves it. */
export const startTime = Date.UTC(2024, 4, 6, 12, 0, 0)

export interface PimOverrides {
  /** Laid over the default scenario: what it has in its records is replaced as a whole. */
  readonly scenario?: Partial<Scenario>
  readonly options?: Partial<PimOptions>
}

export interface BuiltPim extends Pim {
  /** Sends a request and gives the answer; `path` begins with a slash. */
  send(path: string, init?: RequestInit): Promise<Response>
  /** As a screen of the PIM sends it: XHR, `body` as JSON. */
  screen(method: string, path: string, body?: unknown): Promise<Response>
  /** As an app or a client sends it: `body` as JSON, with a bearer token if there is one. */
  api(method: string, path: string, options?: { token?: string; body?: unknown }): Promise<Response>
  /** The whole state. */
  dump(): Promise<Scenario>
  /** Lets the PIM's clock go on. */
  wait(milliseconds: number): void
  /** Replaces the rights of a user's role. */
  grant(username: string, acls: readonly string[]): Promise<void>
  /** Who is signed in to the screens. */
  signIn(username: string): Promise<void>
  /** The reasoning of the newest exchange. */
  lastChecks(): JournalEntry['checks']
}

/** A fresh PIM with a standing clock, numbered ids and reproducible chance. */
export function buildPim(overrides: PimOverrides = {}): BuiltPim {
  let time = startTime
  let ids = 0
  let seed = 1
  const pim = createPim({
    url: pimUrl,
    driver: createMemoryDriver(),
    now: () => time,
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    random: (length) => Uint8Array.from({ length }, () => (seed = (seed * 48271) % 0x7fffffff)),
    report: (error) => {
      throw error
    },
    ...overrides.options,
    scenario: { ...defaultScenario, ...overrides.scenario },
  })

  function send(path: string, init?: RequestInit): Promise<Response> {
    return pim.fetch(new Request(pimUrl + path, init))
  }

  function sendJson(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: unknown,
  ): Promise<Response> {
    if (body === undefined) return send(path, { method, headers })
    return send(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  async function mustBe(status: number, response: Promise<Response>): Promise<Response> {
    const answer = await response
    if (answer.status !== status) throw new Error(`${answer.status} ${await answer.text()}`)
    return answer
  }

  async function dump(): Promise<Scenario> {
    return (await (await mustBe(200, send('/_control/scenario'))).json()) as Scenario
  }

  return {
    ...pim,
    send,
    dump,
    screen: (method, path, body) =>
      sendJson(method, path, { 'x-requested-with': 'XMLHttpRequest' }, body),
    api: (method, path, { token, body } = {}) =>
      sendJson(method, path, token ? { authorization: `Bearer ${token}` } : {}, body),
    wait(milliseconds) {
      time += milliseconds
    },
    async grant(username, acls) {
      const { users } = await dump()
      const { roleId } = users.find((user) => user.username === username) ?? { roleId: '' }
      const headers = { 'x-requested-with': 'XMLHttpRequest' }
      await mustBe(204, sendJson('PUT', `/rest/roles/${roleId}/acls`, headers, { acls }))
    },
    async signIn(username) {
      await mustBe(200, sendJson('PUT', '/_control/session', {}, { username }))
    },
    lastChecks: () => pim.journal.entries().at(-1)?.checks ?? [],
  }
}
