import {
  connectAcls,
  defaultScenario,
  webApiAcls,
  type Scenario,
} from '../../../playground/pim/index.ts'
import { activate, ask, obtainCode, registerApp } from '../activation.ts'
import { readerToken } from '../api/build-reader.ts'
import { buildPim, type BuiltPim } from '../build-pim.ts'
import { exchange } from '../connect.ts'

/**
 * A state in which most things can happen: an app with a token, one with a code, one that waits in the wizard, one that
 * is only declared; a tracked connection; a catalog; and `readerToken`, which may do everything in the REST API.
 */
export async function buildStartingState(): Promise<Scenario> {
  const { roles, users, oauthClients: clients, accessTokens } = defaultScenario
  const [admin] = users
  if (!admin) throw new Error('The default scenario has no user')
  const acls = [...Object.values(connectAcls), ...webApiAcls.map(({ id }) => id)]
  const writer = { ...admin, id: '901', username: 'writer', type: 'api', roleId: '900' } as const
  const token = { token: readerToken, username: 'writer', scope: null, expiresAt: null } as const
  const pim = buildPim({
    scenario: {
      // The edition that has most addresses.
      edition: 'EE',
      nextId: 902,
      roles: [...roles, { id: '900', code: 'WRITER', label: 'Writer', type: 'app', acls }],
      users: [...users, writer],
      oauthClients: [
        ...clients,
        { id: 'app', secret: 'of-an-app', grantTypes: ['authorization_code'] },
      ],
      accessTokens: [...accessTokens, { ...token, clientId: 'app' }],
    },
  })
  const scope = 'delete_products delete_catalogs read_channel_settings openid profile'
  const { access_token } = await activate(pim, await registerApp(pim, { name: 'Connected' }), scope)
  for (const owner of [access_token, readerToken]) {
    for (const name of ['Autumn', 'Winter']) await prepareCatalog(pim, owner, name)
  }
  const update = '/connect/apps/v1/scopes/update?scopes=write_categories'
  await mustAnswer(200, pim.api('POST', update, { token: access_token }))
  await obtainCode(pim, await registerApp(pim, { name: 'Pending' }), 'read_products profile openid')
  await ask(pim, await registerApp(pim, { name: 'Waiting' }), 'read_products', 'a-state')
  await registerApp(pim, { name: 'Declared' })
  const gone = await registerApp(pim, { name: 'Gone' })
  await activate(pim, gone)
  const { connectedApps } = await pim.dump()
  const code = connectedApps.find(({ id }) => id === gone.clientId)?.connectionCode ?? ''
  await mustAnswer(204, pim.screen('DELETE', `/rest/apps/connected-apps/${code}`))
  await declareTestApp(pim)
  await uploadPicture(pim)
  const { oauthClients, users: everybody } = await pim.dump()
  const [client] = oauthClients
  const user = everybody.find(({ username }) => username.startsWith('fernwood_erp'))
  if (!client || !user) throw new Error('The default scenario has no connection')
  const { username, password } = user
  const credentials = { client_id: client.id, secret: client.secret, username, password }
  await exchange(pim, credentials)
  const state = await pim.dump()
  return { ...state, catalogs: state.catalogs.map(enabledInTurn) }
}

/** A catalog with a mapping schema. */
async function prepareCatalog(pim: BuiltPim, token: string, name: string): Promise<void> {
  const path = '/api/rest/v1/catalogs'
  const made = await mustAnswer(201, pim.api('POST', path, { token, body: { name } }))
  const { id } = (await made.json()) as { id: string }
  const body = {
    $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
    properties: { uuid: { type: 'string' }, title: { type: 'string' } },
  }
  await mustAnswer(204, pim.api('PUT', `${path}/${id}/mapping-schemas/product`, { token, body }))
}

/** Of the catalogs of an app, as a user of the PIM has enabled and mapped one. */
function enabledInTurn(catalog: Scenario['catalogs'][number], index: number) {
  const title = { source: 'name', scope: null, locale: 'en_US', default: 'Nameless' }
  return index % 2 === 0 ? { ...catalog, enabled: true, productMapping: { title } } : catalog
}

async function declareTestApp(pim: BuiltPim): Promise<void> {
  const url = 'https://lantern.example.com/in'
  const body = { name: 'Tested', activate_url: url, callback_url: url }
  await mustAnswer(201, pim.api('POST', '/api/rest/v1/test-apps', { token: readerToken, body }))
}

async function uploadPicture(pim: BuiltPim): Promise<void> {
  const body = new FormData()
  body.append('file', new File(['GIF89a'], 'logo.gif'))
  const headers = { 'x-requested-with': 'XMLHttpRequest' }
  await mustAnswer(200, pim.send('/media/', { method: 'POST', headers, body }))
}

async function mustAnswer(status: number, response: Promise<Response>): Promise<Response> {
  const answer = await response
  if (answer.status !== status) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer
}
