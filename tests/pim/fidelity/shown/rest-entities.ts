import { expect } from 'vitest'
import { buildWriter } from '../../api/build-writer.ts'
import { exchange } from '../../api/exchange.ts'
import { conversation, found, message, read } from './conversation.ts'
import type { Shown } from './shown.ts'

/** Lines of section I: what products and the rest of the catalogue are. */
export const shownRestEntities: Shown = {
  async '`Property "family"` with a list'() {
    for (const path of ['/products', '/products-uuid']) {
      const answer = await exchange({ method: 'POST', path, body: { family: ['x'] } })
      expect(message(answer)).toContain('Property "family" expects a scalar as data')
    }
  },
  async 'Products without an identifier'() {
    const [byUuid, byIdentifier] = await conversation(
      { method: 'POST', path: '/products-uuid', body: { enabled: true } },
      { method: 'POST', path: '/products', body: { enabled: true } },
    )
    expect([byUuid?.status, byIdentifier?.status]).toEqual([201, 422])
  },
  async 'A product that gets a parent'() {
    const { pim } = buildWriter()
    type Products = { _embedded: { items: { uuid: string; identifier: string }[] } }
    const search = { parent: [{ operator: 'NOT EMPTY' }] }
    const path = `/products?limit=1&search=${encodeURIComponent(JSON.stringify(search))}`
    const [variant] = ((await exchange({ path }, pim)).body as Products)['_embedded'].items
    const { body } = await exchange({ path: `/products/${variant?.identifier}` }, pim)
    const { parent, values, family } = body as { parent: string; values: object; family: string }
    await exchange({ method: 'DELETE', path: `/products/${variant?.identifier}` }, pim)
    const statuses: (readonly [number, number])[] = []
    for (const identifier of ['one', 'other']) {
      const product = { identifier, family, values }
      const made = await exchange({ method: 'POST', path: '/products', body: product }, pim)
      const { uuid } = (await exchange({ path: `/products/${identifier}` }, pim)).body as {
        uuid: string
      }
      const address = identifier === 'one' ? `/products/${identifier}` : `/products-uuid/${uuid}`
      const changed = await exchange({ method: 'PATCH', path: address, body: { parent } }, pim)
      statuses.push([made.status, changed.status])
      await exchange({ method: 'DELETE', path: `/products/${identifier}` }, pim)
    }
    expect(statuses).toEqual([
      [201, 201],
      [201, 204],
    ])
  },
  async 'Upper and lower case in codes'() {
    const statuses = (
      await conversation(
        { method: 'POST', path: '/categories', body: { code: 'quay' } },
        { method: 'POST', path: '/categories', body: { code: 'QUAY' } },
      )
    ).map(({ status }) => status)
    expect(statuses).toEqual([201, 201])
  },
  async 'Product groups'() {
    const body = { identifier: 'quay', groups: ['x'] }
    const answer = await exchange({ method: 'POST', path: '/products', body })
    expect(message(answer)).toContain('The group does not exist, "x" given')
  },
  async 'Media files'() {
    const values = { picture: [{ locale: null, scope: null, data: 'a/b/c.jpg' }] }
    const body = { identifier: 'quay', values }
    expect((await exchange({ method: 'POST', path: '/products', body })).status).toBe(422)
    expect((await exchange({ path: '/media-files' })).status).toBe(404)
  },
  async 'Reference data, tables, assets'() {
    for (const type of [
      'pim_reference_data_simpleselect',
      'pim_catalog_table',
      'pim_assets_collection',
    ]) {
      const body = { code: 'quay', group: 'other', type }
      expect((await exchange({ method: 'POST', path: '/attributes', body })).status).toBe(422)
    }
  },
  async 'Regular expressions of attributes'() {
    const values = { quay: [{ locale: null, scope: null, data: 'b' }] }
    const statuses = async (validation_regexp: string): Promise<(number | undefined)[]> => {
      const rule = { validation_rule: 'regexp', validation_regexp }
      const attribute = { code: 'quay', type: 'pim_catalog_text', group: 'other', ...rule }
      const product = { identifier: 'quay', values }
      const answers = await conversation(
        { method: 'POST', path: '/attributes', body: attribute },
        { method: 'POST', path: '/products', body: product },
      )
      return answers.map(({ status }) => status)
    }
    expect(await statuses('/^a+$/')).toEqual([201, 422])
    // Takes too long for some texts, so that nothing is held against it.
    expect(await statuses('/^(a+)+$/')).toEqual([201, 201])
    // Only PHP knows the possessive `++`; without the attribute its value is refused as well.
    expect(await statuses('/^a++$/')).toEqual([422, 422])
  },
  async 'A category below itself'() {
    const body = { parent: 'master' }
    const answer = await exchange({ method: 'PATCH', path: '/categories/master', body })
    expect(answer.status).toBe(422)
  },
  async 'Quality scores'() {
    const list = await exchange({ path: '/products?limit=1&with_quality_scores=true' })
    expect(list.status).toBe(200)
    expect(JSON.stringify(list.body)).not.toContain('quality_scores')
  },
  async 'Whether what is found is up to date'() {
    const search = JSON.stringify({ sku: [{ operator: '=', value: 'quay' }] })
    const [, list] = await conversation(
      { method: 'POST', path: '/products', body: { identifier: 'quay' } },
      { path: `/products?with_count=true&search=${encodeURIComponent(search)}` },
    )
    expect(list?.body).toMatchObject({ items_count: 1 })
  },
  async 'Key of an active locale'() {
    expect(await read('/locales/en_US')).toEqual({ code: 'en_US', enabled: true })
  },
  async '`!=` on `enabled`'() {
    const { body } = await found({ enabled: [{ operator: '!=', value: true }] })
    expect(body).toMatchObject({ _embedded: { items: [{ enabled: false }] } })
  },
  async 'Properties that only the newest versions have'() {
    expect(await read('/currencies/EUR')).toEqual({ code: 'EUR', enabled: true })
    const attribute = await read<object>('/attributes/name')
    expect(attribute).not.toHaveProperty('decimal_places')
    expect(attribute).not.toHaveProperty('is_mandatory')
  },
  async 'Objects without anything in them'() {
    const [, product] = await conversation(
      { method: 'POST', path: '/products', body: { identifier: 'quay' } },
      { path: '/products/quay' },
    )
    expect(product?.body).toMatchObject({ values: {}, quantified_associations: {} })
  },
  async 'Searches by quality or readiness'() {
    const answer = await found({ quality_score: [{ operator: 'IN', value: ['A'] }] })
    expect(message(answer)).toContain('Filter on property "quality_score" is not supported')
  },
}
