import { collectionType, parsed, type Talk } from './talk.ts'

function value(data: unknown, locale: string | null = null, scope: string | null = null): object {
  return { data, locale, scope }
}

/** Products that are created, changed and deleted, one by one and in batches (contract I.4, I.5). */
export async function talkAboutProducts(talk: Talk, token: string): Promise<void> {
  const rest = talk.rest(token)
  const batch = (path: string, body: string) =>
    talk.ask(
      'PATCH',
      `/api/rest/v1${path}`,
      { authorization: `Bearer ${token}`, ...collectionType },
      body,
    )
  const change = (body: object) => rest('PATCH', '/products/jetty-bench', body)
  const values = (given: object) => change({ values: given })

  await rest('POST', '/products', { identifier: 'jetty-bench', family: 'furniture' })
  await rest('POST', '/products', { identifier: 'jetty-bench' })
  await rest('POST', '/products', { identifier: 'with,comma' })
  await rest('POST', '/products', { identifier: ' ' })
  await rest('POST', '/products', { identifier: 5 })
  await rest('POST', '/products', {})
  await rest('GET', '/products/jetty-bench')
  await change({ family: 'nobody' })
  await change({ categories: ['seating', 'garden'] })
  await change({ categories: ['seating', 'nobody'] })
  await change({ categories: 'seating' })
  await change({ groups: ['nobody'] })
  await change({ enabled: false })
  await change({ enabled: 'no' })
  await change({ parent: 'nobody' })
  await change({ colour: 'red' })
  await change({ __proto__: null, constructor: 'x' })
  await values({ name: [value('Jetty bench', 'en_US'), value('Banc « Jetée »', 'fr_FR')] })
  await values({ name: [value('Nowhere', 'xx_XX')] })
  await values({ name: [value('No locale')] })
  await values({ name: [value('Scoped', 'en_US', 'ecommerce')] })
  await values({ name: [value(7, 'en_US')] })
  await values({ description: [value('Long \u{1f4dc}', 'en_US', 'ecommerce')] })
  await values({ description: [value('x'.repeat(70_000), 'en_US', 'ecommerce')] })
  await values({ price: [value([{ amount: '199.00', currency: 'EUR' }])] })
  await values({ price: [value([{ amount: 'free', currency: 'EUR' }])] })
  await values({ price: [value([{ amount: 1, currency: 'XXX' }])] })
  await values({ weight: [value({ amount: 12.5, unit: 'KILOGRAM' })] })
  await values({ weight: [value({ amount: 12.5, unit: 'PARSEC' })] })
  await values({ color: [value('white')] })
  await values({ color: [value('nobody')] })
  await values({ release_date: [value('2024-05-06')] })
  await values({ release_date: [value('06/05/2024')] })
  await values({ assembly_required: [value(true)] })
  await values({ assembly_required: [value('true')] })
  await values({ nobody: [value('x')] })
  await values({ name: 'x' })
  await values({ name: [value(null, 'fr_FR')] })
  await change({ associations: { X_SELL: { products: ['armchair-ondrel'] } } })
  await change({ associations: { X_SELL: { products: ['nobody'] } } })
  await change({ associations: { NOBODY: { products: [] } } })
  await change({ quantified_associations: { room_set: { products: [] } } })
  await change({ identifier: 'pier-bench' })
  await rest('GET', '/products/jetty-bench')
  await rest('GET', '/products/pier-bench?with_attribute_options=true&with_completenesses=true')
  await rest('PATCH', '/products/new-by-patch', { family: 'bags' })
  const { uuid } = parsed(await rest('GET', '/products/pier-bench'))
  await rest('PATCH', `/products-uuid/${uuid}`, { enabled: true })
  await rest('PATCH', `/products-uuid/${uuid}`, { values: { sku: [value('dock-bench')] } })
  await rest('PATCH', '/products-uuid/no-uuid', {})
  await rest('POST', '/products-uuid', { family: 'toys' })
  await rest('POST', '/products-uuid', { uuid, family: 'toys' })

  const lines = [
    '{"identifier":"line-1","family":"toys"}',
    '{"identifier":"line-1","enabled":false}',
    '{"identifier":"line-2","family":"nobody"}',
    '{"identifier":""}',
    '{"family":"toys"}',
    '{',
    '[]',
    'null',
    '',
    '{"identifier":["line-3"]}',
  ]
  await batch('/products', lines.join('\n'))
  await batch('/products', `${lines[1]}\n`)
  await batch('/products', '')
  await batch('/products', Array.from({ length: 101 }, () => '{}').join('\n'))
  await batch('/products-uuid', `{"uuid":"${uuid}","enabled":false}\n{"uuid":"no-uuid"}\n{}`)
  await rest('GET', '/products/line-1')
  await rest('DELETE', '/products/line-1')
  await rest('DELETE', '/products/line-1')
  await rest('DELETE', `/products-uuid/${uuid}`)
  await rest('DELETE', '/products-uuid/no-uuid')
}

/** Product models and their variants (contract I.4). */
export async function talkAboutProductModels(talk: Talk, token: string): Promise<void> {
  const rest = talk.rest(token)
  const models = '/product-models'
  const root = { code: 'buoy-lamp', family_variant: 'lamps_by_color_and_bulb' }
  await rest('GET', `${models}/pendant-lamp-nimbra-brass`)
  await rest('GET', `${models}/nobody`)
  await rest('POST', models, root)
  await rest('POST', models, root)
  await rest('POST', models, { code: 'no-variant' })
  await rest('POST', models, { ...root, code: 'other', family: 'bags' })
  await rest('PATCH', `${models}/buoy-lamp`, {
    values: { name: [value('Buoy lamp', 'en_US')] },
    categories: ['lighting'],
  })
  await rest('PATCH', `${models}/buoy-lamp`, { family_variant: 'bags_by_color' })
  await rest('PATCH', `${models}/buoy-lamp-brass`, { parent: 'buoy-lamp' })
  await rest('PATCH', `${models}/buoy-lamp-brass`, {
    parent: 'buoy-lamp',
    values: { color: [value('brass')] },
  })
  await rest('PATCH', `${models}/buoy-lamp-brass`, { values: { color: [value('white')] } })
  await rest('PATCH', `${models}/buoy-lamp-brass-2`, {
    parent: 'buoy-lamp',
    values: { color: [value('brass')] },
  })
  await rest('PATCH', '/products/buoy-lamp-brass-e27', { parent: 'buoy-lamp' })
  await rest('PATCH', '/products/buoy-lamp-brass-e27', {
    parent: 'buoy-lamp-brass',
    values: { bulb_type: [value('e27')] },
  })
  await rest('GET', '/products/buoy-lamp-brass-e27')
  await rest('PATCH', '/products/buoy-lamp-brass-e27', { family: 'bags' })
  await rest('PATCH', '/products/buoy-lamp-brass-e27', { parent: null })
  await rest('PATCH', models, [])
  await rest('DELETE', `${models}/buoy-lamp`)
  await rest('DELETE', `${models}/buoy-lamp`)
  await rest('GET', `${models}/buoy-lamp-brass`)
}
