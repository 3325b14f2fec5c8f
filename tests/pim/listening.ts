import { expect } from 'vitest'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { connect, exchange } from './connect.ts'

export const logSearch = '/rest/events-api-debug/search-event-subscription-logs'
export const hookUrl = 'https://hooks.example.com/events'
export const ownEvent = 'The event was not sent because it was raised by the same connection.'

interface Line {
  timestamp: number
  level: string
  message: string
  connection_code: string
  context: Record<string, unknown>
}

interface Page {
  results: Line[]
  total: number
  search_after: string
}

/** A PIM whose ERP wants to be told of events, and a connection that may change products. */
export async function buildListening(): Promise<{ pim: BuiltPim; token: string }> {
  const pim = buildPim()
  await subscribe(pim, 'fernwood_erp')
  const credentials = await connect(pim)
  const { users } = await pim.dump()
  const admin = users.find(({ username }) => username === 'admin')
  const update = { label: 'Harbour', flow_type: 'other', user_role_id: admin?.roleId }
  expect((await pim.screen('POST', '/rest/connections/harbour_pos', update)).status).toBe(204)
  return { pim, token: (await exchange(pim, credentials)).access_token }
}

/** Whether a connection wants to be told of events. */
export async function subscribe(pim: BuiltPim, code: string, enabled = true): Promise<void> {
  const body = { url: hookUrl, enabled, isUsingUuid: false }
  expect((await pim.screen('POST', `/rest/connections/${code}/webhook`, body)).status).toBe(204)
}

/** A page of the logs of a connection. */
export async function logsOf(
  pim: BuiltPim,
  code = 'fernwood_erp',
  query: Record<string, string> = {},
): Promise<Page> {
  const asked = new URLSearchParams({ connection_code: code, ...query })
  const response = await pim.screen('GET', `${logSearch}?${asked}`)
  expect(response.status).toBe(200)
  return (await response.json()) as Page
}

/** Changes a product, or makes it. */
export async function change(pim: BuiltPim, token: string, identifier: string, enabled = true) {
  const path = `/api/rest/v1/products/${identifier}`
  const response = await pim.api('PATCH', path, { token, body: { enabled } })
  expect([201, 204]).toContain(response.status)
}
