import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import {
  connectAcls,
  createMemoryDriver,
  createPim,
  namedScenarios,
  webApiAcls,
  type JournalEntry,
} from '../../pim/index.ts'
import { explain } from '../explain.ts'
import { requestParts, responseParts } from '../message-parts.ts'

// A whole activation against the PIM itself: what it says must be what is explained.

// Hundreds of requests: seconds on a busy machine.
const patience = 60_000

const allAcls = [...Object.values(connectAcls), ...webApiAcls.map(({ id }) => id)]
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

/** The parts that are told by their place alone, as `side place name`. */
function unexplained(exchanges: readonly JournalEntry[]): string[] {
  return exchanges.flatMap(({ request, response }) => {
    const sides = [
      ['request', requestParts(request)],
      ['response', responseParts(response)],
    ] as const
    return sides.flatMap(([side, parts]) =>
      parts
        .filter((part) =>
          /does not name|HTTP itself/.test(explain(part, { side, request, response }).text),
        )
        .map(({ place, name }) => `${side} ${place} ${name}`),
    )
  })
}

test('each parameter, header, field and key of a whole activation is explained in a sentence', () => {
  expect(entries.map(({ response }) => response.status)).toEqual([
    201, 200, 302, 200, 200, 200, 200, 401, 400,
  ])
  expect(unexplained(entries)).toEqual([])
})

test(
  'so is each of every endpoint that the PIM describes, and of its refusals',
  async () => {
    const busy = await namedScenarios.find(({ id }) => id === 'busy-week')?.load()
    if (!busy) throw new RangeError('No such scenario')
    const role = { id: '900', code: 'ALL', label: 'All', type: 'default', acls: allAcls } as const
    const [admin] = busy.users
    if (!admin) throw new RangeError('No user')
    const user = { ...admin, id: '901', username: 'writer', type: 'api', roleId: role.id } as const
    const token = {
      token: 'writes',
      clientId: 'app',
      username: 'writer',
      scope: null,
      expiresAt: null,
    }
    const scenario = {
      ...busy,
      edition: 'EE' as const,
      nextId: 902,
      roles: [...busy.roles, role],
      users: [...busy.users, user],
      oauthClients: [...busy.oauthClients, { id: 'app', secret: 'of-an-app', grantTypes: [] }],
      accessTokens: [...busy.accessTokens, token],
    }
    const pim = createPim({
      url: 'https://my-pim.example.com',
      driver: createMemoryDriver(),
      scenario,
      control: true,
    })
    const described = await pim.fetch(new Request(`${pim.url}/_control/openapi.json`))
    const { paths } = (await described.json()) as {
      paths: Record<string, Record<string, Operation>>
    }
    const kinds = new Set<string>()
    for (const [path, methods] of Object.entries(paths)) {
      if (path.startsWith('/_control')) continue
      for (const [method, operation] of Object.entries(methods)) {
        const { parameters = [], requestBody } = operation
        const query = new URLSearchParams()
        let filled = path
        for (const { in: place, name, example } of parameters) {
          if (example === undefined || name === 'search_after') continue
          if (place === 'path')
            filled = filled.replace(`{${name}}`, encodeURIComponent(`${example}`))
          if (place === 'query') query.set(name, `${example}`)
        }
        const [[type = '', media] = []] = [Object.entries(requestBody?.content ?? {})[0]]
        const headers = {
          'x-requested-with': 'XMLHttpRequest',
          ...(path.startsWith('/api/rest') && { authorization: 'Bearer writes' }),
          ...(media && { 'content-type': type }),
        }
        const { example = {} } = media ?? {}
        const body = typeof example === 'string' ? example : JSON.stringify(example)
        for (const sent of media ? [body, '{"code":"no code"}'] : [undefined]) {
          const request = new Request(`${pim.url}${filled}?${query}`, {
            method: method.toUpperCase(),
            headers,
            ...(sent !== undefined && { body: sent }),
          })
          const { status } = await pim.fetch(request)
          kinds.add(`${Math.floor(status / 100)}xx`)
        }
      }
    }
    expect([...kinds].toSorted()).toEqual(['2xx', '3xx', '4xx'])
    // A body that is no form at all has no fields that anybody could know.
    const odd = /^request form [{[]/
    expect(unexplained(pim.journal.entries()).filter((part) => !odd.test(part))).toEqual([])
  },
  patience,
)

interface Operation {
  readonly parameters?: readonly { in: string; name: string; example?: unknown }[]
  readonly requestBody?: { readonly content: Record<string, { readonly example?: unknown }> }
}
