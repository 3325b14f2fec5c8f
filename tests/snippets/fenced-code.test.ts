import { beforeAll, describe, expect, test } from 'vitest'
import {
  createMemoryDriver,
  createPim,
  defaultScenario,
  type Pim,
  type Scenario,
} from '../../playground/pim/index.ts'
import { readFences, type Fence } from './fences.ts'
import { parseFence } from './parse-fence.ts'
import { callsOf, type Call } from './shell-calls.ts'

const pimUrl = 'https://my-pim.example.com'
const fences = readFences()
const shell = fences.filter(
  ({ language, text }) => /^(?:sh|bash|shell)$/.test(language) && /\bcurl\b/.test(text),
)

test('every block of code on a page is what its language says', () => {
  expect(fences.length).toBeGreaterThan(100)
  const wrong = fences.flatMap((fence) => {
    const reason = parseFence(fence)
    return reason === undefined ? [] : [`${fence.place}: ${reason}`]
  })
  expect(wrong).toEqual([])
})

test('a block that is broken, or of an unknown language, is told', () => {
  const broken: [string, string][] = [
    ['json', '{"a": 1,}'],
    ['yaml', 'a: [1'],
    ['http', 'GET channels'],
    ['http', 'GET /channels HTTP/1.1\nHost'],
    ['http', 'POST / HTTP/1.1\nContent-Type: application/json\n\n{'],
    ['js', 'const = 1'],
    ['ts', 'let a: = 1'],
    ['bash', 'echo "a'],
    ['php', 'echo (;'],
    ['python', 'def a(:'],
    ['cobol', 'MOVE A TO B'],
    ['', 'anything'],
  ]
  for (const [language, text] of broken) {
    const fence = { place: 'here', page: 'here', language, text }
    expect(parseFence(fence), `${language} ${text}`).toBeTypeOf('string')
  }
})

describe('the calls on pages', () => {
  const token = 'a-token-that-may-do-everything'
  let pim: Pim

  beforeAll(async () => {
    pim = createPim({ url: pimUrl, driver: createMemoryDriver(), scenario: withCaller(token) })
    await pim.ready()
  })

  /** Of the answer to a call only this is wrong: the page asks for what no PIM has, or asks in a wrong way. */
  async function complain({ place }: Fence, { method, url, headers, body }: Call) {
    const address = url.startsWith('localhost:8080') ? `http://${url}` : url
    const { pathname, search } = new URL(address)
    const request = new Request(`${pimUrl}${pathname}${search}`, {
      method,
      headers: Object.fromEntries(headers),
      ...(body !== undefined && { body: body === '@mine.json' ? await dump() : body }),
    })
    const response = await pim.fetch(request)
    const text = await response.text()
    const isWrong =
      [400, 401, 403, 405, 406, 413, 415].includes(response.status) ||
      text.includes('No route found')
    return isWrong ? [`${place}: ${method} ${url}: ${response.status} ${text}`] : []
  }

  async function dump(): Promise<string> {
    return (await pim.fetch(new Request(`${pimUrl}/_control/scenario`))).text()
  }

  test('every curl command asks a PIM for what it has, in the way it wants to be asked', async () => {
    const environment = {
      CLIENT_ID: 'client',
      SECRET: 'secret',
      ENCODED_CREDENTIALS: btoa('client:secret'),
      REFRESH_TOKEN: 'a-refresh-token',
      ACCESS_TOKEN: token,
      TOKEN: token,
    }
    const calls = shell.flatMap((fence) => {
      const text = fence.text.replaceAll('<token>', token)
      return callsOf({ ...fence, text }, environment).map((call) => [fence, call] as const)
    })
    expect(calls.length).toBeGreaterThan(60)
    const wrong: string[] = []
    for (const [fence, call] of calls) wrong.push(...(await complain(fence, call)))
    expect(wrong).toEqual([])
  })

  test('the commands of the page about authentication get a token, list products and refresh', async () => {
    const blocks = shell.filter(({ page }) => page === 'docs/documentation/authentication.md')
    const environment: Record<string, string> = {
      CLIENT_ID: 'client',
      SECRET: 'secret',
      ENCODED_CREDENTIALS: btoa('client:secret'),
      REFRESH_TOKEN: '',
      ACCESS_TOKEN: '',
    }
    const statuses: number[] = []
    for (const fence of blocks) {
      for (const { method, url, headers, body } of callsOf(fence, environment)) {
        const init = { method, headers: Object.fromEntries(headers) }
        const request = new Request(url, body === undefined ? init : { ...init, body })
        const response = await pim.fetch(request)
        statuses.push(response.status)
        const answer = (await response.json()) as Record<string, string>
        environment['ACCESS_TOKEN'] = answer['access_token'] ?? environment['ACCESS_TOKEN'] ?? ''
        environment['REFRESH_TOKEN'] = answer['refresh_token'] ?? environment['REFRESH_TOKEN'] ?? ''
      }
    }
    expect(statuses).toEqual([200, 200, 200])
  })

  test('every request to the PIM that stands on a page goes to an address that it has', async () => {
    const requests = fences.filter(
      ({ language, text }) => language === 'http' && /^Host: my-pim\.example\.com$/m.test(text),
    )
    expect(requests.length).toBeGreaterThan(2)
    for (const { place, text } of requests) {
      const [head = '', body] = text.split('\n\n')
      const [first = '', ...fields] = head.split('\n')
      const [method = '', path = ''] = first.split(' ')
      const headers = fields.map((field) => field.split(/:\s*/, 2) as [string, string])
      const init = { method, headers, ...(body !== undefined && { body }) }
      const response = await pim.fetch(new Request(pimUrl + path, init))
      expect([404, 405, 406, 415], place).not.toContain(response.status)
    }
  })
})

/** The default scenario, with the connection of the examples and a token of somebody who may do everything. */
function withCaller(token: string): Scenario {
  const [admin] = defaultScenario.users
  if (!admin) throw new TypeError('There is no user in the default scenario')
  const user = { ...admin, id: '9', username: 'magento_1710', password: '0ba242f5e' }
  const clients = { id: 'client', secret: 'secret', grantTypes: ['password', 'refresh_token'] }
  return {
    ...defaultScenario,
    users: [...defaultScenario.users, user],
    oauthClients: [...defaultScenario.oauthClients, clients],
    accessTokens: [
      { token, clientId: 'client', username: 'magento_1710', scope: null, expiresAt: null },
    ],
  }
}
