import { createHash } from 'node:crypto'

/** One request, in values that can be handed to a browser. */
export interface Sent {
  readonly path: string
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
}

/** What of an answer must be the same on every host. */
export interface Answer {
  readonly status: number
  readonly contentType: string | null
  readonly location: string | null
  readonly body: string
}

export type Send = (sent: Sent) => Promise<Answer>

export interface Turn {
  readonly sent: Sent
  readonly answer: Answer
}

const json = { 'content-type': 'application/json' }
const screen = { ...json, 'x-requested-with': 'XMLHttpRequest' }

/** A whole day with a PIM, good and bad, through `send`: what was asked and what was answered. */
export async function converse(send: Send): Promise<Turn[]> {
  const turns: Turn[] = []
  async function ask(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: unknown,
  ): Promise<Answer> {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const sent: Sent = { method, path, headers, ...(text !== undefined && { body: text }) }
    const answer = await send(sent)
    turns.push({ sent, answer })
    return answer
  }
  const parsed = (answer: Answer) => JSON.parse(answer.body) as Record<string, string>

  // Connections.
  await ask('GET', '/rest/connections', screen)
  const connection = { code: 'orchard_dam', label: 'Orchard DAM', flow_type: 'data_source' }
  const created = parsed(await ask('POST', '/rest/connections', screen, connection))
  await ask('POST', '/rest/connections', screen, connection)
  await ask('POST', '/rest/connections', screen, { ...connection, label: 'ab', code: '?' })
  await ask('POST', '/rest/connections', screen, '{')
  await ask('GET', '/rest/connections/orchard_dam', screen)
  await ask('GET', '/rest/connections/nobody', screen)
  await ask('GET', '/rest/roles', screen)
  await ask('GET', '/rest/user', screen)

  // The token of a connection.
  const basic = btoa(`${created['client_id']}:${created['secret']}`)
  const token = { ...json, authorization: `Basic ${basic}` }
  const { username, password } = created
  const grant = { grant_type: 'password', username, password }
  const first = parsed(await ask('POST', '/api/oauth/v1/token', token, grant))
  await ask('POST', '/api/oauth/v1/token', token, { ...grant, password: 'wrong' })
  await ask('POST', '/api/oauth/v1/token', json, grant)
  await ask('POST', '/api/oauth/v1/token', { ...token, 'content-type': 'application/xml' }, '<a/>')
  const refresh = { grant_type: 'refresh_token', refresh_token: first['refresh_token'] }
  const second = parsed(await ask('POST', '/api/oauth/v1/token', token, refresh))
  await ask('POST', '/api/oauth/v1/token', token, refresh)

  // The REST API, with the connection's token.
  const bearer = { authorization: `Bearer ${second['access_token']}` }
  for (const resource of ['products', 'families', 'categories', 'channels', 'locales']) {
    await ask('GET', `/api/rest/v1/${resource}`)
    await ask('GET', `/api/rest/v1/${resource}?limit=3&page=2&with_count=true`, bearer)
    await ask('GET', `/api/rest/v1/${resource}?limit=101`, bearer)
    await ask('GET', `/api/rest/v1/${resource}?page=x`, bearer)
    await ask('GET', `/api/rest/v1/${resource}/n%C3%B6body`, bearer)
    await ask('DELETE', `/api/rest/v1/${resource}`, bearer)
  }
  await ask('GET', '/api/rest/v1/products', { ...bearer, accept: 'application/xml' })
  await ask('GET', '/api/rest/v1/products', { authorization: 'Bearer nonsense' })
  await ask('GET', '/api/rest/v1/nothing', bearer)
  await ask('GET', '/api/rest/v1')

  // An app, from its declaration to its deletion.
  const app = {
    name: 'Harbour Sync',
    activateUrl: 'http://localhost:8000/activate',
    callbackUrl: 'http://localhost:8000/callback',
  }
  await ask('POST', '/rest/custom-apps', screen, { ...app, activateUrl: 'no url' })
  const { clientId = '', clientSecret = '' } = parsed(
    await ask('POST', '/rest/custom-apps', screen, app),
  )
  await ask('GET', '/rest/custom-apps', screen)
  await ask('GET', `/rest/apps/activate/${clientId}`, screen)
  const authorize = '/connect/apps/v1/authorize?response_type=code'
  await ask('GET', `${authorize}&client_id=nobody`)
  await ask('GET', `${authorize}&client_id=${clientId}&scope=read_products%20nonsense&state=s%261`)
  await ask('GET', `/rest/apps/load-wizard-data/${clientId}`, screen)
  const confirmed = parsed(
    await ask('POST', `/rest/apps/confirm-authorization/${clientId}`, screen),
  )
  const code = new URL(confirmed['redirectUrl'] ?? '').searchParams.get('code') ?? ''
  const proof = {
    client_id: clientId,
    code,
    grant_type: 'authorization_code',
    code_identifier: 'identifier',
    code_challenge: createHash('sha256').update(`identifier${clientSecret}`).digest('hex'),
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const exchange = (values: Record<string, string>) =>
    ask('POST', '/connect/apps/v1/oauth2/token', form, new URLSearchParams(values).toString())
  await exchange({ ...proof, code_challenge: 'wrong' })
  await exchange({ ...proof, code: 'unknown' })
  await exchange({ ...proof, grant_type: 'password' })
  const { access_token: appToken } = parsed(await exchange(proof))
  await exchange(proof)
  await ask('GET', '/connect/apps/v1/oauth2/token')
  const appBearer = { authorization: `Bearer ${appToken}` }
  await ask('GET', '/api/rest/v1/products?limit=2', appBearer)
  await ask('GET', '/api/rest/v1/families', appBearer)
  await ask('GET', '/rest/apps/connected-apps', screen)
  await ask('DELETE', `/rest/custom-apps/${clientId}`, screen)
  await ask('GET', '/api/rest/v1/products', appBearer)
  await ask('GET', '/_control/scenario')
  return turns
}
