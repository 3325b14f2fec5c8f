import { parsed, searching, type Talk } from './talk.ts'

/** Lists of products: pages, cursors, filters and conditions (contract I.2, I.4, I.6). */
export async function talkAboutListsOfProducts(talk: Talk, token: string): Promise<void> {
  const rest = talk.rest(token)
  const list = (query: string) => rest('GET', `/products${query}`)
  const find = (search: unknown, more = '&limit=2') => list(searching(search, more))

  await list('')
  await list('?limit=100')
  await list('?limit=3&page=2&with_count=true')
  await list('?page=9999')
  await list('?page=1001&limit=10')
  await list('?pagination_type=search_after&limit=3')
  const uuids = await rest('GET', '/products-uuid?pagination_type=search_after&limit=3')
  const items = parsed<{ _embedded: { items: { uuid: string }[] } }>(uuids)['_embedded'].items
  await rest('GET', `/products-uuid?pagination_type=search_after&search_after=${items[1]?.uuid}`)
  await list('?pagination_type=search_after&search_after=nobody&limit=2')
  await rest('GET', `/products-uuid/${items[0]?.uuid}`)
  await rest('GET', `/products-uuid/${items[0]?.uuid.toUpperCase()}`)
  await rest('GET', '/products-uuid/no-uuid')
  await rest('GET', '/products-uuid?limit=5&with_completenesses=true')
  await rest('POST', '/products-uuid/search', {
    search: { enabled: [{ operator: '=', value: true }] },
    limit: 2,
  })
  await rest('POST', '/products-uuid/search', { search: 'x' })
  await rest('POST', '/products-uuid/search', { page: 2, limit: 1, with_count: 'true' })

  await list('?limit=2&attributes=name,price')
  await list('?limit=2&locales=fr_FR')
  await list('?limit=2&scope=print')
  await list('?limit=2&scope=ecommerce&locales=en_US&attributes=description')
  await list('?limit=2&with_attribute_options=true')
  await list('?limit=2&with_completenesses=true')
  await list('?attributes=nobody')
  await list('?locales=xx_XX')
  await list('?scope=nobody')
  await list('?scope=print&locales=de_DE')

  await find({ enabled: [{ operator: '=', value: true }] })
  await find({ enabled: [{ operator: '!=', value: true }] })
  await find({ family: [{ operator: 'IN', value: ['lamps', 'bags'] }] }, '&with_count=true')
  await find({ family: [{ operator: 'NOT IN', value: ['lamps'] }] })
  await find({ family: [{ operator: 'EMPTY' }] })
  await find({ family: [{ operator: 'IN', value: ['nobody'] }] })
  await find({ categories: [{ operator: 'IN', value: ['seating'] }] })
  await find({ categories: [{ operator: 'IN CHILDREN', value: ['home'] }] })
  await find({ categories: [{ operator: 'UNCLASSIFIED' }] })
  await find({ categories: [{ operator: 'IN', value: ['nobody'] }] })
  await find({ identifier: [{ operator: 'STARTS WITH', value: 'armchair' }] })
  await find({ identifier: [{ operator: 'IN', value: ['armchair-ondrel'] }] })
  await find({ identifier: [{ operator: 'CONTAINS', value: 'lamp' }] })
  await find({ uuid: [{ operator: 'IN', value: [items[2]?.uuid] }] })
  await find({ parent: [{ operator: '=', value: 'pendant-lamp-nimbra-brass' }] })
  await find({ parent: [{ operator: 'EMPTY' }] })
  await find({ groups: [{ operator: 'NOT EMPTY' }] })
  await find({ created: [{ operator: '>', value: '2023-01-01 00:00:00' }] })
  await find({
    updated: [{ operator: 'BETWEEN', value: ['2023-01-01 00:00:00', '2023-06-01 00:00:00'] }],
  })
  await find({ updated: [{ operator: 'SINCE LAST N DAYS', value: 400 }] })
  await find({ updated: [{ operator: '>', value: 'yesterday' }] })
  await find({ completeness: [{ operator: '=', value: 100, scope: 'ecommerce' }] })
  await find({
    completeness: [
      { operator: 'GREATER THAN ON ALL LOCALES', value: 50, scope: 'print', locales: ['en_US'] },
    ],
  })
  await find({ name: [{ operator: 'CONTAINS', value: 'oak', locale: 'en_US' }] })
  await find({ name: [{ operator: 'CONTAINS', value: 'chêne' }] }, '&search_locale=fr_FR')
  await find(
    { description: [{ operator: 'NOT EMPTY' }] },
    '&search_locale=en_US&search_scope=ecommerce',
  )
  await find({ name: [{ operator: 'CONTAINS', value: 'oak' }] })
  await find({ color: [{ operator: 'IN', value: ['white'] }] })
  await find({ price: [{ operator: '>', value: { amount: 100, currency: 'EUR' } }] })
  await find({ price: [{ operator: '>', value: 100 }] })
  await find({ weight: [{ operator: '<', value: { amount: 2, unit: 'KILOGRAM' } }] })
  await find({ release_date: [{ operator: '<', value: '2023-01-01' }] })
  await find({ waterproof: [{ operator: '=', value: true }] })
  await find({ brand: [{ operator: 'EMPTY' }] })
  await find({ nobody: [{ operator: '=', value: 1 }] })
  await find({ enabled: [{ operator: '>', value: 1 }] })
  await find({ enabled: { operator: '=' } })
  await find({ enabled: [{ value: true }] })
  await find([])
  await find('text')
  await list('?search=%7B')
  await list(`?search=${'['.repeat(600)}${']'.repeat(600)}`)
  await find({ enabled: [{ operator: '=', value: true }], family: [{ operator: 'NOT EMPTY' }] })
  await rest(
    'GET',
    `/product-models${searching({ family: [{ operator: 'IN', value: ['bags'] }] })}`,
  )
  await rest('GET', `/product-models${searching({ enabled: [{ operator: '=', value: true }] })}`)
  await rest('GET', '/product-models?limit=2&with_count=true')
  await rest('GET', '/product-models?pagination_type=search_after&limit=2')
}
