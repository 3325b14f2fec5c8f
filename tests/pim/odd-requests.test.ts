import { expect, test } from 'vitest'
import { ask, registerApp } from './activation.ts'
import { buildPim } from './build-pim.ts'
import { connect, refused, tokenPath } from './connect.ts'

const scopeKey =
  '/#/connect/apps/authorize?error=akeneo_connectivity.connection.connect.apps.constraint.scope.must_be_a_string'

test.each([
  ['scope[]=read_products', scopeKey],
  ['scope=read_products&scope[]=read_products', scopeKey],
  ['scope%5Ba%5D=read_products', scopeKey],
  ['scope[]=read_products&scope=read_products', '/#/connect/apps/authorize?client_id='],
  ['scope=nonsense&scope=read_products', '/#/connect/apps/authorize?client_id='],
  ['scopes[]=read_products', '/#/connect/apps/authorize?client_id='],
])(
  'GET authorize with %s: the last of a name counts, a list or a text',
  async (query, location) => {
    const pim = buildPim()
    const { clientId } = await registerApp(pim)
    const parameters = `response_type=code&client_id=${clientId}&${query}`
    const response = await pim.send(`/connect/apps/v1/authorize?${parameters}`)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toContain(location)
  },
)

test.each([
  ['application/xml; charset=utf-8', 'application/xml'],
  [' text/plain ;x=y', 'text/plain'],
])('[C] other content type: %s is named without its parameters', async (given, named) => {
  const pim = buildPim()
  await connect(pim)
  const headers = { 'content-type': given }
  const response = await pim.send(tokenPath, { method: 'POST', body: '{}', headers })
  const types = '"application/json" or "application/x-www-form-urlencoded"'
  const message = `"${named}" in "Content-Type" header is not valid. Only ${types} are allowed.`
  await refused(response, 415, message)
})

test.each(['activate', 'load-wizard-data'])(
  'without the feature flag GET /rest/apps/%s answers 404, but to a screen only',
  async (path) => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await ask(pim, app)
    const address = `/rest/apps/${path}/${app.clientId}`
    expect((await pim.screen('GET', address)).status).toBe(200)
    await pim.api('PUT', '/_control/faults', { body: ['activation_off'] })
    expect((await pim.screen('GET', address)).status).toBe(404)
    expect((await pim.send(address)).status).toBe(302)
  },
)
