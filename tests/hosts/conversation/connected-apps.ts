import { draft, type App } from './custom-apps.ts'
import { parsed, type Talk } from './talk.ts'

/** What stands of a connected app in the PIM, until it is gone (contract H). */
export async function talkAboutConnectedApps(
  talk: Talk,
  app: App,
  accessToken: string,
): Promise<void> {
  const { ask, screen } = talk
  const all = '/rest/apps/connected-apps'
  type Listed = readonly { readonly connection_code: string; readonly id: string }[]
  const listed = parsed<Listed>(await screen('GET', all))
  await ask('GET', all)
  const { connection_code: code = '', id = '' } = listed[0] ?? {}
  const one = `${all}/${code}`
  for (const part of ['', '/scope-messages', '/authentication-scopes', '/monitoring-settings']) {
    await screen('GET', one + part)
    await screen('GET', `${all}/nobody${part}`)
  }
  const monitoring = `${one}/monitoring-settings`
  await screen('POST', monitoring, { flowType: 'data_destination', auditable: true })
  await screen('POST', monitoring, { flowType: 'sideways', auditable: true })
  await screen('POST', monitoring, { flowType: 'other' })
  await screen('POST', monitoring, '{')
  await screen('GET', monitoring)
  await screen('POST', `${one}/refresh`)
  await screen('POST', `${all}/nobody/refresh`)
  await screen('GET', `${one}/open-app-url`)
  await screen('GET', `${all}/nobody/open-app-url`)
  await ask('GET', `${one}/open-app-url`)
  await ask('GET', `/connect/apps/v1/connected_app/${id}`)
  await ask('GET', `/connect/apps/v1/connected_app/${app.clientId}`)
  await ask('GET', '/connect/apps/v1/connected_app/nobody')
  await ask('GET', '/connect/apps/v1/catalogs/nobody')
  await screen('GET', '/rest/marketplace/apps')

  const bearer = { authorization: `Bearer ${accessToken}` }
  await ask('GET', '/api/rest/v1/products?limit=2', bearer)
  await ask('PUT', '/_control/faults', {}, ['revoked_token'])
  await ask('GET', '/api/rest/v1/products?limit=3', bearer)
  await ask('PUT', '/_control/faults', {}, [])
  await screen('DELETE', `${all}/nobody`)
  await ask('DELETE', one)
  await screen('DELETE', one)
  await ask('GET', '/api/rest/v1/products?limit=4', bearer)
  await screen('DELETE', `/rest/custom-apps/${app.clientId}`)
  await screen('POST', '/rest/custom-apps', { ...draft, name: 'After all' })
}
