import { createHash } from 'node:crypto'
import { createMemoryDriver, createPim, type Pim } from '../../playground/pim/index.ts'
import { measureInTurns, printTable, ratios, summarize, type Subject } from './measure.ts'
import { anyIdentifier, benchScenario, benchToken, multiplyProducts } from './large-catalogue.ts'

const url = 'https://pim.example.com'
const search = JSON.stringify({
  enabled: [{ operator: '=', value: true }],
  family: [{ operator: 'IN', value: ['lamps'] }],
})
const list = '/api/rest/v1/products?limit=10'
const callback = 'https://lantern.example.com/callback'

/**
 * Measures the PIM without a network, requests in and answers read to their end, and how that grows with its catalogue:
 * two PIMs take turns in one run.
 */
export async function benchInProcess(rounds: number): Promise<void> {
  const small = await buildSubjects(1)
  const large = await buildSubjects(10)
  const reads = interleave(small.reads, large.reads)
  const activations = interleave([small.activation], [large.activation])
  const measured = [
    ...(await measureInTurns(reads, { rounds, times: 20, warmUp: 50 })),
    ...(await measureInTurns(activations, { rounds, times: 2, warmUp: 50 })),
  ]
  const rows = measured.flatMap(({ name, rounds: times }, place) => {
    if (place % 2 === 1) return []
    const more = measured[place + 1]?.rounds ?? []
    return [[name, summarize(times), summarize(more), summarize(ratios(times, more), 2)]]
  })
  printTable('In process, µs each: median of the rounds (first to ninth tenth)', [
    ['', `${small.size} products`, `${large.size} products`, 'times as long'],
    ...rows,
  ])
}

/** One of each in turns, so that what belongs together is measured side by side. */
function interleave(one: readonly Subject[], other: readonly Subject[]): Subject[] {
  return one.flatMap((subject, place) => [subject, other[place] ?? subject])
}

interface Subjects {
  readonly size: number
  readonly reads: readonly Subject[]
  readonly activation: Subject
}

/** What is measured of a PIM whose catalogue is `factor` times as large as the demo's. */
async function buildSubjects(factor: number): Promise<Subjects> {
  const pim = createPim({ url, driver: createMemoryDriver(), scenario: benchScenario })
  const size = await multiplyProducts(pim, factor)
  const single = `/api/rest/v1/products/${await anyIdentifier(pim)}`
  const filtered = `${list}&search=${encodeURIComponent(search)}`
  const init = { headers: { authorization: `Bearer ${benchToken}` } }
  const get = (name: string, path: string): Subject => ({ name, run: () => send(pim, path, init) })
  return {
    size,
    reads: [
      get('list of 10, read as text', list),
      {
        name: 'list of 10, read as bytes',
        run: async () => (await pim.fetch(new Request(url + list, init))).arrayBuffer(),
      },
      get('list of 100', '/api/rest/v1/products?limit=100'),
      get('single product', single),
      get('filtered list of 10', filtered),
    ],
    activation: { name: 'whole activation', run: () => activate(pim) },
  }
}

/** From the declaration of an app to its token and back. */
async function activate(pim: Pim): Promise<void> {
  const app = await screen<{ clientId: string; clientSecret: string }>(
    pim,
    'POST',
    '/rest/custom-apps',
    { name: 'Lantern Feeds', activateUrl: 'https://lantern.example.com', callbackUrl: callback },
  )
  const { clientId, clientSecret } = app
  await screen(pim, 'GET', `/rest/apps/activate/${clientId}`)
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    scope: 'read_products write_products openid profile',
    state: 'a-state',
  })
  await send(pim, `/connect/apps/v1/authorize?${query}`)
  await screen(pim, 'GET', `/rest/apps/load-wizard-data/${clientId}`)
  const { redirectUrl } = await screen<{ redirectUrl: string }>(
    pim,
    'POST',
    `/rest/apps/confirm-authorization/${clientId}`,
  )
  const body = new URLSearchParams({
    client_id: clientId,
    code: new URL(redirectUrl).searchParams.get('code') ?? '',
    grant_type: 'authorization_code',
    code_identifier: 'an-identifier',
    code_challenge: createHash('sha256').update(`an-identifier${clientSecret}`).digest('hex'),
  })
  const token = await send(pim, '/connect/apps/v1/oauth2/token', { method: 'POST', body })
  if (!token.includes('id_token')) throw new Error(`No token: ${token}`)
  await screen(pim, 'DELETE', `/rest/custom-apps/${clientId}`)
}

async function screen<Body>(pim: Pim, method: string, path: string, body?: unknown): Promise<Body> {
  const text = await send(pim, path, {
    method,
    headers: { 'x-requested-with': 'XMLHttpRequest', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return (text === '' ? undefined : JSON.parse(text)) as Body
}

async function send(pim: Pim, path: string, init?: RequestInit): Promise<string> {
  const response = await pim.fetch(new Request(url + path, init))
  if (response.status >= 400) throw new Error(`${path}: ${await response.text()}`)
  return response.text()
}
