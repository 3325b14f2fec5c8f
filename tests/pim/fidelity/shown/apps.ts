import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect } from 'vitest'
import {
  connectAcls,
  defaultScenario,
  scopeMessages,
  words,
  type Scenario,
} from '../../../../playground/pim/index.ts'
import {
  activate,
  appDraft,
  ask,
  authorize,
  confirm,
  obtainCode,
  redeem,
  registerApp,
  tokenRequest,
} from '../../activation.ts'
import { buildPim, type BuiltPim } from '../../build-pim.ts'
import type { Shown } from './shown.ts'

const errors = 'akeneo_connectivity.connection.connect.custom_apps.create_modal.errors'

async function idToken(pim: BuiltPim): Promise<string> {
  const token = await activate(pim, await registerApp(pim), 'openid email profile')
  return (token as { id_token?: string }).id_token ?? ''
}

async function scopesAt(pim: BuiltPim, scope: string): Promise<string> {
  const app = await registerApp(pim)
  const response = await authorize(pim, { response_type: 'code', client_id: app.clientId, scope })
  return response.headers.get('location') ?? ''
}

/** Lines of sections D to H. */
export const shownApps: Shown = {
  async 'Rights on custom apps'() {
    const pim = buildPim()
    const app = await registerApp(pim)
    await pim.grant('admin', [connectAcls.manageCustomApps])
    expect((await pim.screen('GET', '/rest/custom-apps')).status).toBe(200)
    expect((await pim.screen('GET', `/rest/apps/activate/${app.clientId}`)).status).toBe(403)
  },
  async 'What declaring a custom app asks for'() {
    const body = { ...appDraft, name: undefined }
    expect((await buildPim().screen('POST', '/rest/custom-apps', body)).status).toBe(422)
  },
  async 'Refusals of an empty name'() {
    const response = await buildPim().screen('POST', '/rest/custom-apps', { ...appDraft, name: '' })
    expect(await response.json()).toEqual({
      errors: ['not_blank', 'min_length'].map((key) => ({
        propertyPath: 'name',
        message: `${errors}.name.${key}`,
      })),
    })
  },
  async 'Length of a masked secret'() {
    const pim = buildPim()
    const { clientId, clientSecret } = await registerApp(pim)
    const masked = await (await pim.screen('GET', `/rest/custom-apps/${clientId}/secret`)).json()
    expect(masked).toBe('*'.repeat(30) + clientSecret.slice(-4))
  },
  async 'Content of the App Store'() {
    const pim = buildPim()
    const apps = await (await pim.screen('GET', '/rest/marketplace/apps')).json()
    const extensions = await (await pim.screen('GET', '/rest/marketplace/extensions')).json()
    expect([apps, extensions]).toMatchObject([{ total: 3 }, { total: 2 }])
  },
  async 'Length of `scope`'() {
    expect(await scopesAt(buildPim(), 'a'.repeat(1000))).not.toContain('error=')
    expect(await scopesAt(buildPim(), 'a'.repeat(1001))).toContain('scope.too_long')
  },
  async '`redirect_uri` in an authorization request'() {
    const pim = buildPim()
    const app = await registerApp(pim)
    const redirect_uri = 'https://elsewhere.example.com/'
    await authorize(pim, { response_type: 'code', client_id: app.clientId, redirect_uri })
    expect((await confirm(pim, app)).href).toContain(appDraft.callbackUrl)
  },
  async 'An empty `state`'() {
    const pim = buildPim()
    const app = await registerApp(pim)
    await ask(pim, app, '', '')
    expect((await confirm(pim, app)).searchParams.get('state')).toBe('')
    await ask(pim, app)
    expect((await confirm(pim, app)).searchParams.has('state')).toBe(false)
  },
  async 'Pages that refuse'() {
    const pim = buildPim()
    const { clientId } = await registerApp(pim)
    await pim.grant('admin', [])
    const response = await authorize(pim, { response_type: 'code', client_id: clientId })
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('<h1>403</h1>')
  },
  async 'Addresses and texts of the permissions step'() {
    const pim = buildPim({ scenario: { edition: 'EE' } })
    expect((await pim.screen('GET', '/rest/app-permissions')).status).toBe(200)
  },
  async 'A code that was issued to another app'() {
    for (const [strict, status] of [
      [false, 200],
      [true, 400],
    ] as const) {
      const pim = buildPim({ scenario: { strict } })
      const code = await obtainCode(pim, await registerApp(pim))
      const other = await registerApp(pim)
      await obtainCode(pim, other)
      expect((await redeem(pim, tokenRequest(other, code))).status).toBe(status)
    }
  },
  async '`email_verified` in an id_token'() {
    const claims = decodeJwt(await idToken(buildPim()))
    expect(claims['email']).toBeTypeOf('string')
    expect(claims).not.toHaveProperty('email_verified')
  },
  async 'OpenID keys'() {
    expect(defaultScenario.openIdKeys).toHaveLength(1)
    const pim = buildPim({ scenario: { openIdKeys: [] } })
    const response = await pim.send('/connect/apps/v1/openid/public-key')
    expect([response.status, await response.json()]).toEqual([500, 'No OpenId keys'])
    expect(decodeProtectedHeader(await idToken(buildPim()))).toEqual({ typ: 'JWT', alg: 'RS256' })
  },
  async '`sub` in an id_token'() {
    expect(decodeJwt(await idToken(buildPim())).sub).toBe(decodeJwt(await idToken(buildPim())).sub)
  },
  async '`iat` and `exp`'() {
    const options = { now: () => Date.UTC(2024, 4, 6, 12, 0, 0, 123) }
    expect(decodeJwt(await idToken(buildPim({ options }))).iat).toBe(
      Date.UTC(2024, 4, 6, 12, 0, 0, 123) / 1000,
    )
  },
  async 'Order of scopes in a token'() {
    const pim = buildPim()
    const scope = 'write_products read_families openid read_catalogs'
    const token = await activate(pim, await registerApp(pim), scope)
    expect(token.scope).toBe('openid read_catalogs write_products')
  },
  async 'Status of `invalid_client`'() {
    const pim = buildPim()
    const app = await registerApp(pim)
    const wrong = { code_challenge: 'x' }
    const response = await redeem(pim, tokenRequest(app, await obtainCode(pim, app), wrong))
    expect([response.status, await response.json()]).toEqual([400, { error: 'invalid_client' }])
  },
  async "Body of an app's token request"() {
    const pim = buildPim()
    const app = await registerApp(pim)
    const body = tokenRequest(app, await obtainCode(pim, app))
    const response = await pim.api('POST', '/connect/apps/v1/oauth2/token', { body })
    expect(response.status).toBe(200)
  },
  async 'Challenges of apps of the App Store'() {
    const pim = buildPim()
    const store = await (await pim.screen('GET', '/rest/marketplace/apps')).text()
    expect(store).not.toContain('secret')
    const [app] = (JSON.parse(store) as { apps: { id: string }[] }).apps
    const credentials = { clientId: app?.id ?? '', clientSecret: 'not-this-one' }
    const request = tokenRequest(credentials, await obtainCode(pim, credentials))
    expect((await redeem(pim, request)).status).toBe(400)
  },
  async 'Editions with catalogs'() {
    const pim = buildPim({ scenario: { edition: 'CE' } })
    const token = await activate(pim, await registerApp(pim), 'read_catalogs')
    expect(token.scope).toBe('read_catalogs')
  },
  async 'Whether channel settings include locales and currencies'() {
    const pim = buildPim()
    const { access_token: token } = await activate(
      pim,
      await registerApp(pim),
      'read_channel_settings',
    )
    expect((await pim.api('GET', '/api/rest/v1/channels', { token })).status).toBe(200)
    expect((await pim.api('GET', '/api/rest/v1/locales', { token })).status).toBe(403)
  },
  async 'Messages and rights of workflow and suggestion scopes'() {
    const pim = buildPim({ scenario: { edition: 'EE' } })
    await activate(pim, await registerApp(pim), 'read_workflows read_suggestions')
    expect(acls(await pim.dump())).toEqual(['pim_api_overall_access'])
    expect(JSON.stringify(scopeMessages)).toContain('suggestions')
  },
  async 'Rights of Enterprise scopes'() {
    const pim = buildPim({ scenario: { edition: 'EE' } })
    const app = await registerApp(pim)
    const { access_token: token, scope } = await activate(pim, app, 'read_asset_families')
    expect(scope).toBe('read_asset_families')
    expect((await pim.api('GET', '/api/rest/v1/asset-families', { token })).status).toBe(404)
  },
  async 'Name of the button that declares an app'() {
    const names = (['test-apps-2022', 'today'] as const).map(
      (era) => words[era].customApps.createButton,
    )
    expect(names).toEqual(['Create a test App', 'Create an App'])
  },
}

function acls({ roles }: Scenario): readonly string[] {
  return roles.find(({ type }) => type === 'app')?.acls ?? []
}
