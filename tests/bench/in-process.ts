import { createHash } from 'node:crypto'
import { createMemoryDriver, createPim, type Pim } from '../../playground/pim/index.ts'
import { measureInTurns, printTable, summarize, type Subject } from './measure.ts'
import { anyIdentifier, benchScenario, benchToken, multiplyProducts } from './large-catalogue.ts'

const url = 'https://pim.example.com'
const search = JSON.stringify({
  enabled: [{ operator: '=', value: true }],
  family: [{ operator: 'IN', value: ['lamps'] }],
})
const list = '/api/rest/v1/products?limit=10'
const callback = 'https://lantern.example.com/callback'

/** Measures the PIM without a network: requests in, responses read to their end. */
export async function benchInProcess(rounds: number): Promise<void> {
  const sizes = []
  for (const factor of [1, 10]) {
    const pim = createPim({ url, driver: createMemoryDriver(), scenario: benchScenario })
    const size = await multiplyProducts(pim, factor)
    const subjects = subjectsOf(pim, await anyIdentifier(pim))
    const reads = await measureInTurns(subjects.reads, { rounds, times: 300 })
    const activation = await measureInTurns([subjects.activation], { rounds, times: 20 })
    sizes.push({ size, measured: [...reads, ...activation] })
  }
  const [small, large] = sizes
  const rows = (small?.measured ?? []).map(({ name, rounds: times }, index) => {
    const more = large?.measured[index]?.rounds ?? []
    return [name, summarize(times), summarize(more)]
  })
  printTable('In process, µs each: median of the rounds (first to ninth tenth)', [
    ['', `${small?.size} products`, `${large?.size} products`],
    ...rows,
  ])
}

function subjectsOf(pim: Pim, identifier: string): { reads: Subject[]; activation: Subject } {
  const authorization = { authorization: `Bearer ${benchToken}` }
  const get = (name: string, path: string): Subject => ({
    name,
    run: () => send(pim, path, { headers: authorization }),
  })
  const filter = encodeURIComponent(search)
  return {
    reads: [
      {
        name: 'list of 10, not read',
        run: () => pim.fetch(new Request(`${url}${list}`, { headers: authorization })),
      },
      get('list of 10', list),
      get('list of 100', '/api/rest/v1/products?limit=100'),
      get('single product', `/api/rest/v1/products/${identifier}`),
      get('filtered list of 10', `/api/rest/v1/products?limit=10&search=${filter}`),
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
