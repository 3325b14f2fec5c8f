import { createHash } from 'node:crypto'
import type { App } from './custom-apps.ts'
import { jsonType, parsed, type Answer, type Talk } from './talk.ts'

const authorize = '/connect/apps/v1/authorize'
const token = '/connect/apps/v1/oauth2/token'

/** The query of an authorization request. */
function query(values: Record<string, string>): string {
  return `?${new URLSearchParams({ response_type: 'code', ...values })}`
}

/** What a token request proves its app with (contract E.7). */
function proof({ clientId, clientSecret }: App, code: string): Record<string, string> {
  return {
    client_id: clientId,
    code,
    grant_type: 'authorization_code',
    code_identifier: 'identifier',
    code_challenge: createHash('sha256').update(`identifier${clientSecret}`).digest('hex'),
  }
}

function codeOf(answer: Answer): string {
  const address = parsed(answer)['redirectUrl'] ?? ''
  return new URL(address).searchParams.get('code') ?? ''
}

/** An app from its activation to its token, with every way to fail (contract E). Gives the token. */
export async function talkAboutActivation(talk: Talk, app: App): Promise<string> {
  const { ask, screen, form } = talk
  const { clientId } = app
  const client = { client_id: clientId }
  await screen('GET', `/rest/apps/activate/${clientId}`)
  await screen('GET', '/rest/apps/activate/nobody')
  await ask('GET', `/rest/apps/activate/${clientId}`)
  await screen('GET', `/rest/apps/load-wizard-data/${clientId}`)
  await screen('POST', `/rest/apps/confirm-authorization/${clientId}`)
  await screen('POST', `/rest/apps/confirm-authentication/${clientId}`)

  await ask('GET', authorize)
  await ask('GET', authorize + query({}))
  await ask('GET', authorize + query({ client_id: 'nobody' }))
  await ask('GET', authorize + query({ ...client, response_type: 'token' }))
  await ask('GET', authorize + query({ ...client, scope: 'nonsense' }))
  await ask('GET', authorize + query({ ...client, scope: 'x'.repeat(1001) }))
  await ask('GET', authorize + query({ ...client, redirect_uri: 'https://evil.example.com' }))
  await ask('GET', `${authorize}${query(client)}&scope[]=read_products`)
  await ask('POST', authorize)
  await ask('GET', authorize + query({ ...client, scope: 'read_products', state: 's&1 é' }))
  await screen('GET', `/rest/apps/load-wizard-data/${clientId}`)
  await screen('GET', '/rest/apps/load-wizard-data/nobody')
  await screen('POST', '/rest/apps/confirm-authorization/nobody')
  await ask('POST', `/rest/apps/confirm-authorization/${clientId}`)
  await ask('GET', '/connect/apps/v1/openid/public-key')
  await ask('GET', authorize + query({ ...client, scope: 'openid email profile write_products' }))
  const code = codeOf(await screen('POST', `/rest/apps/confirm-authorization/${clientId}`))

  const right = proof(app, code)
  const { code_challenge: _, ...unproved } = right
  await form(token, {})
  await form(token, unproved)
  await form(token, { ...right, grant_type: 'password' })
  await form(token, { ...right, client_id: 'nobody' })
  await form(token, { ...right, code: 'unknown' })
  await form(token, { ...right, code: '' })
  await form(token, { ...right, code_challenge: 'wrong' })
  await form(token, { ...right, code_identifier: 'another' })
  await ask('POST', token, jsonType, { ...right, code_challenge: 'wrong' })
  await ask('POST', token, jsonType, '{')
  await ask('POST', token, { 'content-type': 'text/plain' }, 'code=1')
  await ask('GET', token)
  const { access_token: accessToken = '' } = parsed(await form(token, right))
  await form(token, right)
  return accessToken
}

/** An app that asks again, for more and for less (contract E.3, F.3, G). Gives the token it has in the end. */
export async function talkAboutScopes(talk: Talk, app: App, accessToken: string): Promise<string> {
  const { ask, screen, form } = talk
  const { clientId } = app
  const bearer = { authorization: `Bearer ${accessToken}` }
  const update = '/connect/apps/v1/scopes/update'
  await ask('POST', update)
  await ask('POST', update, { authorization: 'Bearer nonsense' })
  await ask('POST', update, bearer)
  await ask('POST', `${update}?scopes=fly`, bearer)
  await ask('POST', `${update}?scopes=write_products`, bearer)
  await ask('POST', `${update}?scopes=write_products%20write_categories`, bearer)
  await ask('GET', update, bearer)
  await screen('GET', '/notification/count_unread')
  const { notifications } = parsed<{ notifications: { id: number }[] }>(
    await screen('GET', '/notification/list'),
  )
  await screen('POST', `/notification/mark_viewed/${notifications[0]?.id}`)
  await screen('GET', '/rest/apps/connected-apps')

  const wants = (scope: string) => ask('GET', authorize + query({ client_id: clientId, scope }))
  await wants('read_products')
  await screen('POST', `/rest/apps/confirm-authentication/${clientId}`)
  const more = 'delete_products write_categories delete_catalogs openid'
  await wants(more)
  await screen('GET', `/rest/apps/load-wizard-data/${clientId}`)
  const upgrade = codeOf(await screen('POST', `/rest/apps/confirm-authorization/${clientId}`))
  await form(token, proof(app, upgrade))
  await wants(`${more} profile`)
  const login = codeOf(await screen('POST', `/rest/apps/confirm-authentication/${clientId}`))
  const { access_token: newest = '' } = parsed(await form(token, proof(app, login)))
  await ask('PUT', '/_control/faults', {}, ['activation_off'])
  await screen('GET', `/rest/apps/activate/${clientId}`)
  await screen('POST', `/rest/apps/confirm-authorization/${clientId}`)
  await screen('POST', `/rest/apps/confirm-authentication/${clientId}`)
  await ask('PUT', '/_control/faults', {}, [])
  return newest
}
