import type { Credentials } from './connections.ts'
import { formType, jsonType, parsed, type Talk } from './talk.ts'

const path = '/api/oauth/v1/token'

/** The token of a connection, with every way to fail (contract C). Gives an access token that works. */
export async function talkAboutConnectionTokens(
  { ask, form }: Talk,
  credentials: Credentials,
): Promise<string> {
  const { client_id: client, secret, username, password } = credentials
  const basic = { authorization: `Basic ${btoa(`${client}:${secret}`)}` }
  const token = { ...jsonType, ...basic }
  const grant = { grant_type: 'password', username, password }
  const first = parsed(await ask('POST', path, token, grant))
  await ask('POST', path, { ...formType, ...basic }, new URLSearchParams(grant).toString())
  await form(path, { ...grant, client_id: client, client_secret: secret })
  await ask('POST', path, jsonType, { ...grant, client_id: client, client_secret: secret })
  await ask('POST', path, token, { ...grant, password: 'wrong' })
  await ask('POST', path, token, { ...grant, username: 'nobody' })
  await ask('POST', path, token, { ...grant, username: 'admin', password: 'admin' })
  await ask('POST', path, token, { grant_type: 'password', username })
  await ask('POST', path, token, { ...grant, grant_type: 'client_credentials' })
  await ask('POST', path, token, { ...grant, grant_type: '' })
  await ask('POST', path, token, { username, password })
  await ask('POST', path, token, {})
  await ask('POST', path, token, '')
  await ask('POST', path, token, '{')
  await ask('POST', path, token, '[1]')
  await ask('POST', path, token, { ...grant, password: [password] })
  await ask('POST', path, jsonType, grant)
  await ask('POST', path, { ...jsonType, authorization: 'Basic no-base64!' }, grant)
  await ask('POST', path, { ...jsonType, authorization: `Basic ${btoa('no colon')}` }, grant)
  await ask('POST', path, { ...jsonType, authorization: `Basic ${btoa('1_no:body')}` }, grant)
  await ask('POST', path, { ...jsonType, authorization: `Bearer ${first['access_token']}` }, grant)
  const wrongSecret = btoa(`${client}:wrong`)
  await ask('POST', path, { ...jsonType, authorization: `Basic ${wrongSecret}` }, grant)
  await ask('POST', path, { ...token, 'content-type': 'application/xml' }, '<a/>')
  await ask('POST', path, { ...token, 'content-type': 'text/plain' }, JSON.stringify(grant))
  await ask('GET', path)
  await ask('PUT', path, token, grant)

  const refresh = { grant_type: 'refresh_token', refresh_token: first['refresh_token'] }
  const second = parsed(await ask('POST', path, token, refresh))
  await ask('POST', path, token, refresh)
  await ask('POST', path, token, { ...refresh, refresh_token: 'unknown' })
  await ask('POST', path, token, { grant_type: 'refresh_token' })
  const products = '/api/rest/v1/products?limit=1'
  await ask('GET', products, { authorization: `Bearer ${first['access_token']}` })
  await ask('GET', products, { authorization: `bearer ${second['access_token']}` })
  return second['access_token'] ?? ''
}
