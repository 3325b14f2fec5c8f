import { expect } from 'vitest'
import { buildPim, pimUrl } from '../../build-pim.ts'
import { buildTracked, weekly } from '../../tracked.ts'
import type { Shown } from './shown.ts'

/** Lines of sections J and K. */
export const shownDashboard: Shown = {
  async 'Days of the dashboard'() {
    const { pim, code, token } = await buildTracked('data_source')
    // It is noon in London, and the next day in Auckland.
    await pim.api('POST', '/api/rest/v1/products', { token, body: { identifier: 'quay' } })
    const counts = await weekly(pim, 'product_created')
    expect(Object.entries(counts[code]?.daily ?? {}).at(-1)).toEqual(['2024-05-06', 1])
  },
  async 'Texts and booleans of the wrong type'() {
    const { pim, token } = await buildTracked('data_source')
    const data = { ean: 7, waterproof: 'perhaps' }
    for (const [attribute, value] of Object.entries(data)) {
      const values = { [attribute]: [{ locale: null, scope: null, data: value }] }
      const body = { identifier: 'quay', values }
      expect((await pim.api('POST', '/api/rest/v1/products', { token, body })).status).toBe(422)
    }
    const { errorCounts, businessErrors } = await pim.dump()
    expect(errorCounts).toMatchObject([{ errorType: 'technical', count: 2 }])
    expect(businessErrors).toEqual([])
  },
  async 'Templates of messages about identifiers, associations and variants'() {
    const { pim, token } = await buildTracked('data_source')
    await pim.api('POST', '/api/rest/v1/products', { token, body: { identifier: 'quay,' } })
    const [error] = (await pim.dump()).businessErrors
    expect(error?.content).toMatchObject({
      message_template: error?.content['message'],
      message_parameters: {},
    })
  },
  async 'Keys of a business error'() {
    const { pim, code, token } = await buildTracked('data_source')
    const color = [{ locale: null, scope: null, data: 'mauve' }]
    const body = { identifier: 'quay', values: { color } }
    await pim.api('POST', '/api/rest/v1/products', { token, body })
    const errors = await pim.screen('GET', `/rest/connections/${code}/business-errors`)
    const [{ content }] = (await errors.json()) as [{ content: object }]
    expect(Object.keys(content)).toEqual([
      'property',
      'message',
      'attribute',
      'locale',
      'scope',
      'type',
      'message_template',
      'message_parameters',
      'documentation',
      'product',
    ])
  },
  async 'Products created and updated'() {
    const { pim, code, token } = await buildTracked('data_source')
    await pim.api('POST', '/api/rest/v1/products', { token, body: { identifier: 'quay' } })
    expect((await weekly(pim, 'product_created'))[code]?.weekly_total).toBe(1)
  },
  async 'A dashboard that is asked for an unknown event type or day'() {
    const pim = buildPim()
    const path = '/rest/connections/audit/weekly'
    for (const query of ['event_type=x', 'event_type=product_read&end_date=x']) {
      expect((await pim.screen('GET', `${path}?${query}`)).status).toBe(400)
    }
  },
  async 'Feature flags'() {
    expect((await buildPim().screen('GET', '/rest/feature-flags')).status).toBe(200)
  },
  async 'Signing in'() {
    const pim = buildPim()
    const login = await pim.send('/user/login?_target_path=%2Fx')
    expect([login.status, login.headers.get('location')]).toEqual([302, '/x'])
    expect(await (await pim.screen('GET', '/rest/user')).json()).toMatchObject({
      username: 'admin',
    })
    await pim.signIn('noor')
    expect(await (await pim.screen('GET', '/rest/user')).json()).toMatchObject({ username: 'noor' })
  },
  async 'Whether the user of a connection can sign in'() {
    const pim = buildPim()
    const { users } = await pim.dump()
    const username = users.find(({ type }) => type === 'api')?.username
    const body = JSON.stringify({ username })
    expect((await pim.send('/_control/session', { method: 'PUT', body })).status).toBe(422)
  },
  async 'Addresses of users, roles and groups'() {
    const pim = buildPim()
    for (const name of ['user', 'user-groups', 'roles']) {
      expect((await pim.screen('GET', `/rest/${name}`)).status).toBe(200)
    }
    await pim.grant('admin', [])
    expect(await (await pim.screen('GET', '/rest/user')).json()).toMatchObject({ acls: [] })
    expect(pim.url).toBe(pimUrl)
  },
}
