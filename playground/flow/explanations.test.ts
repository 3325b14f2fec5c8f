import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { createMemoryDriver, createPim, type JournalEntry } from '../pim/index.ts'
import { explain } from './explain.ts'
import { requestParts, responseParts } from './message-parts.ts'

// A whole activation against the PIM itself: what it says must be what is explained.

let entries: readonly JournalEntry[] = []

beforeAll(async () => {
  const pim = createPim({ url: 'https://my-pim.example.com', driver: createMemoryDriver() })
  const screen = { 'x-requested-with': 'XMLHttpRequest' }
  const call = async (path: string, init: RequestInit = {}): Promise<Record<string, string>> => {
    const response = await pim.fetch(new Request(pim.url + path, init))
    return response.json().catch(() => ({}))
  }
  const declared = { name: 'Harbour', activateUrl: 'http://a.test/', callbackUrl: 'http://a.test/' }
  const { clientId = '', clientSecret = '' } = await call('/rest/custom-apps', {
    method: 'POST',
    headers: { ...screen, 'content-type': 'application/json' },
    body: JSON.stringify(declared),
  })
  await call(`/rest/apps/activate/${clientId}`, { headers: screen })
  const scope = 'openid profile email read_products'
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    scope,
    state: 's',
  })
  await call(`/connect/apps/v1/authorize?${query}`)
  await call(`/rest/apps/load-wizard-data/${clientId}`, { headers: screen })
  const confirm = { method: 'POST', headers: screen }
  const { redirectUrl = '' } = await call(`/rest/apps/confirm-authorization/${clientId}`, confirm)
  const fields = {
    client_id: clientId,
    code: new URL(redirectUrl).searchParams.get('code') ?? '',
    grant_type: 'authorization_code',
    code_identifier: 'i',
    code_challenge: createHash('sha256').update(`i${clientSecret}`).digest('hex'),
  }
  const token = { method: 'POST', body: new URLSearchParams(fields) }
  const { access_token: bearer = '' } = await call('/connect/apps/v1/oauth2/token', token)
  const headers = { authorization: `Bearer ${bearer}` }
  await call('/api/rest/v1/products?limit=1&with_count=true', { headers })
  await call('/api/rest/v1/products')
  await call('/connect/apps/v1/oauth2/token', token)
  entries = pim.journal.entries()
})

test('each parameter, header, field and key of a whole activation is explained in a sentence', () => {
  expect(entries.map(({ response }) => response.status)).toEqual([
    201, 200, 302, 200, 200, 200, 200, 401, 400,
  ])
  const requests = entries.flatMap(({ request }) => requestParts(request))
  const responses = entries.flatMap(({ response }) => responseParts(response))
  const unexplained = requests
    .filter((part) => !explain(part, 'request'))
    .concat(responses.filter((part) => !explain(part, 'response')))
  // The properties of a product are the catalogue's own.
  const ofProtocol = unexplained.filter(({ name }) => !name.startsWith('_embedded.items[]'))
  expect(ofProtocol.map(({ place, name }) => `${place} ${name}`)).toEqual([])
})
