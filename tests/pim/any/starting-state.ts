import { defaultScenario, webApiAcls, type Scenario } from '../../../playground/pim/index.ts'
import { activate, ask, obtainCode, registerApp } from '../activation.ts'
import { readerToken } from '../api/build-reader.ts'
import { buildPim } from '../build-pim.ts'

/**
 * A state in which most things can happen: an app with a token, one with a code, one that waits in the wizard, one that
 * is only declared; a tracked connection; a catalog; and `readerToken`, which may do everything in the REST API.
 */
export async function buildStartingState(): Promise<Scenario> {
  const { roles, users, accessTokens } = defaultScenario
  const [admin] = users
  if (!admin) throw new Error('The default scenario has no user')
  const acls = webApiAcls.map(({ id }) => id)
  const writer = { ...admin, id: '901', username: 'writer', type: 'api', roleId: '900' } as const
  const token = { token: readerToken, username: 'writer', scope: null, expiresAt: null } as const
  const pim = buildPim({
    scenario: {
      nextId: 902,
      roles: [...roles, { id: '900', code: 'WRITER', label: 'Writer', type: 'app', acls }],
      users: [...users, writer],
      accessTokens: [...accessTokens, { ...token, clientId: 'app' }],
    },
  })
  const scope = 'delete_products write_catalogs delete_catalogs write_catalog_structure openid'
  await activate(pim, await registerApp(pim, { name: 'Connected' }), scope)
  for (const name of ['Autumn', 'Winter']) {
    const body = { name }
    const response = await pim.api('POST', '/api/rest/v1/catalogs', { token: readerToken, body })
    if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  }
  await obtainCode(pim, await registerApp(pim, { name: 'Pending' }), 'read_products profile openid')
  await ask(pim, await registerApp(pim, { name: 'Waiting' }), 'read_products', 'a-state')
  await registerApp(pim, { name: 'Declared' })
  const gone = await registerApp(pim, { name: 'Gone' })
  await activate(pim, gone)
  const { connectedApps } = await pim.dump()
  const code = connectedApps.find(({ id }) => id === gone.clientId)?.connectionCode ?? ''
  const deleted = await pim.screen('DELETE', `/rest/apps/connected-apps/${code}`)
  if (deleted.status !== 204) throw new Error(`${deleted.status} ${await deleted.text()}`)
  return pim.dump()
}
