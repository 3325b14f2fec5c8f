import { webApiAcls } from '../../playground/pim/index.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { ask, type Credentials } from './connect.ts'

export interface Tracked {
  readonly pim: BuiltPim
  readonly code: string
  readonly token: string
}

/** A PIM with one more connection that the dashboard tracks unless `changes` say otherwise, and its token. */
export async function buildTracked(
  flowType: 'data_source' | 'data_destination' | 'other',
  changes: { auditable?: boolean; username?: string; password?: string } = {},
): Promise<Tracked> {
  const pim = buildPim()
  const { roles } = await pim.dump()
  const role = roles.find(({ code }) => code === 'ROLE_USER')
  await pim.screen('PUT', `/rest/roles/${role?.id}/acls`, { acls: webApiAcls.map(({ id }) => id) })
  const code = 'harbour_pos'
  const draft = { code, label: 'Harbour POS', flow_type: flowType }
  const made = await pim.screen('POST', '/rest/connections', draft)
  const credentials = (await made.json()) as Credentials
  await pim.screen('POST', `/rest/connections/${code}`, {
    label: 'Harbour POS',
    flow_type: flowType,
    auditable: changes.auditable ?? true,
  })
  const { username, password } = { ...credentials, ...changes }
  const answer = await ask(pim, credentials, { grant_type: 'password', username, password })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  return { pim, code, token }
}

export interface Weekly {
  readonly daily: Record<string, number>
  readonly weekly_total: number
}

/** The counts of an event type, by connection. */
export async function weekly(
  pim: BuiltPim,
  eventType: string,
  end?: string,
): Promise<Record<string, Weekly>> {
  const query = new URLSearchParams({ event_type: eventType, ...(end && { end_date: end }) })
  const response = await pim.screen('GET', `/rest/connections/audit/weekly?${query}`)
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as Record<string, Weekly>
}
