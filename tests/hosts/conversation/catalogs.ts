import { parsed, type Talk } from './talk.ts'

/** Catalogs of an app, their products and their mapping (contract I.7). */
export async function talkAboutCatalogs(talk: Talk, appToken: string): Promise<void> {
  const { ask, screen } = talk
  const rest = talk.rest(appToken)
  await rest('GET', '/catalogs')
  await ask('GET', '/api/rest/v1/catalogs')
  await rest('POST', '/catalogs', {})
  await rest('POST', '/catalogs', { name: '' })
  await rest('POST', '/catalogs', { name: 'a'.repeat(256) })
  await rest('POST', '/catalogs', { name: 7 })
  const { id } = parsed(await rest('POST', '/catalogs', { name: 'Storefront' }))
  await rest('POST', '/catalogs', { name: 'Second \u{1f6d2}' })
  await rest('GET', '/catalogs?limit=1&with_count=true')
  await rest('GET', '/catalogs?limit=1&page=2')
  await rest('GET', '/catalogs?page=0')
  const one = `/catalogs/${id}`
  const foreign = '/catalogs/00000000-0000-4000-8000-00000000dead'
  await rest('GET', one)
  await rest('GET', foreign)
  await rest('GET', '/catalogs/no-uuid')
  await rest('PATCH', one, { name: 'Storefront II' })
  await rest('PATCH', one, { name: '' })
  await rest('PATCH', one, { enabled: true })
  await rest('PATCH', foreign, { name: 'Nobody' })
  await rest('GET', `${one}/products`)

  const [app] = parsed<{ connection_username: string }[]>(
    await screen('GET', '/rest/apps/connected-apps'),
  )
  await screen('GET', '/rest/catalogs')
  await screen('GET', `/rest/catalogs?owner=${app?.connection_username}`)
  await screen('GET', `/rest/catalogs/${id}`)
  await screen('PATCH', `/rest/catalogs/${id}`, { enabled: 'yes' })
  await screen('PATCH', `/rest/catalogs/${id}`, { enabled: true })
  await screen('PATCH', '/rest/catalogs/nobody', { enabled: true })
  await ask('GET', `/connect/apps/v1/catalogs/${id}`)

  await rest('GET', `${one}/product-uuids?limit=3`)
  const listed = parsed<{ _embedded: { items: string[] } }>(
    await rest('GET', `${one}/product-uuids?limit=2`),
  )
  const [first, second] = listed['_embedded'].items
  await rest('GET', `${one}/product-uuids?limit=2&search_after=${second}`)
  await rest('GET', `${one}/product-uuids?limit=1001`)
  await rest('GET', `${one}/product-uuids?limit=none`)
  await rest('GET', `${one}/product-uuids?search_after=no-uuid`)
  await rest('GET', `${one}/product-identifiers?limit=3`)
  await rest('GET', `${one}/products?limit=2`)
  await rest('GET', `${one}/products?limit=2&updated_after=2024-01-01T00:00:00Z`)
  await rest('GET', `${one}/products?limit=2&updated_before=2022-01-01T00:00:00Z`)
  await rest('GET', `${one}/products?updated_after=yesterday`)
  await rest('GET', `${one}/products/${first}`)
  await rest('GET', `${one}/products/00000000-0000-4000-8000-00000000dead`)
  await rest('GET', `${foreign}/products`)

  const mapping = `${one}/mapping-schemas/product`
  const schema = {
    $id: 'https://orchard.example.com/product',
    $schema: 'https://api.akeneo.com/mapping/product/0.0.13/schema',
    $comment: 'What the shop needs',
    title: 'Product mapping',
    type: 'object',
    properties: { uuid: { title: 'UUID', type: 'string' }, name: { type: 'string' } },
  }
  await rest('GET', mapping)
  await rest('PUT', mapping, {})
  await rest('PUT', mapping, { ...schema, properties: { name: { type: 'colour' } } })
  await rest('PUT', mapping, '{')
  await rest('GET', `${one}/mapped-products`)
  await rest('PUT', mapping, schema)
  await rest('GET', mapping)
  await rest('GET', `${one}/mapped-products?limit=2`)
  await rest('GET', `${one}/mapped-products/${first}`)
  await rest('DELETE', mapping)
  await rest('DELETE', one)
  await rest('GET', one)
}
