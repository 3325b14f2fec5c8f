import { expect, test } from 'vitest'
import { createMemoryDriver } from '../../../playground/pim/index.ts'
import { buildPim } from '../build-pim.ts'
import { readerToken } from '../api/build-reader.ts'
import { buildWriter, type Answer, type Writer } from '../api/build-writer.ts'
import { watchPim } from './watched-pim.ts'

// What the property-based tests found, each as the one request that showed it.

test('a mapping schema whose type cannot become a text is refused', async () => {
  const writer = buildWriter()
  const made = await writer.send('POST', '/catalogs', { name: 'Autumn' })
  const { id } = made.body as { id: string }
  const type = { toString: 1, valueOf: 1 }
  const answer = await writer.send('PUT', `/catalogs/${id}/mapping-schemas/product`, {
    $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
    properties: { uuid: { type: 'string' }, title: { type } },
  })
  expect(answer.status).toBe(422)
})

test('a list of a million items in the place of an entity is refused in no time', async () => {
  const writer = buildWriter()
  await writer.read('/families/lamps')
  const body = `[${'0,'.repeat(1_000_000)}0]`
  const before = process.cpuUsage()
  const answer = await writer.send('PATCH', '/families/lamps', body)
  const { user, system } = process.cpuUsage(before)
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({ message: expect.stringContaining('Property "0"') as string })
  expect((user + system) / 1000).toBeLessThan(10_000)
})

test('a search in a body that names what cannot become a text is answered', async () => {
  const writer = buildWriter()
  const odd = { toString: 1, valueOf: 1 }
  const search = (body: object) => writer.send('POST', '/products-uuid/search', body)
  expect(await search({ identifier: [odd] })).toMatchObject({ status: 200 })
  const answer = await search({ attributes: [odd] })
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({ message: expect.stringContaining('toString') as string })
})

test('a level that cannot become a number is refused', async () => {
  const writer = buildWriter()
  const sets = { variant_attribute_sets: [{ level: { toString: 1, valueOf: 1 } }] }
  const path = '/families/lamps/variants/lamps_by_color_and_bulb'
  const answer = await writer.send('PATCH', path, sets)
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({ message: expect.stringContaining('an integer') as string })
})

test('two products are associated by a type that is called as what every object inherits', async () => {
  for (const type of ['constructor', '__proto__', 'toString']) {
    const writer = buildWriter()
    await writer.send('POST', '/association-types', { code: type, is_two_way: true })
    const associations = `{"associations":{"${type}":{"products":["dining-chair-tolka"]}}}`
    const answer = await writer.send('PATCH', '/products/armchair-ondrel', associations)
    expect(answer.status).toBe(204)
    const other = await writer.read<{ associations: object }>('/products/dining-chair-tolka')
    const back = new Map(Object.entries(other.associations)).get(type) as unknown
    expect(back).toMatchObject({ products: ['armchair-ondrel'] })
  }
})

test('a mapping schema that requires what cannot become a text is refused', async () => {
  const writer = buildWriter()
  const made = await writer.send('POST', '/catalogs', { name: 'Autumn' })
  const { id } = made.body as { id: string }
  const schema = {
    $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
    properties: { uuid: { type: 'string' } },
  }
  const odd = { toString: 1 }
  const put = (body: object) =>
    writer.send('PUT', `/catalogs/${id}/mapping-schemas/product`, { ...schema, ...body })
  const properties = (title: object) => ({ properties: { ...schema.properties, title } })
  expect(await put({ required: [odd] })).toMatchObject({ status: 422 })
  expect(await put(properties({ type: 'string', format: odd }))).toMatchObject({ status: 422 })
  expect(await put(properties({ type: 'array', items: { type: odd } }))).toMatchObject({
    status: 422,
  })
  expect(await put({ required: ['uuid'] })).toMatchObject({ status: 204 })
})

test('what an attribute is given of another kind is kept so that the PIM opens again', async () => {
  const writer = buildWriter()
  const properties = [
    'default_value reference_data_name validation_regexp minimum_input_length max_file_size',
    'metric_family default_metric_unit validation_rule',
  ].flatMap((line) => line.split(' '))
  const changes = properties.flatMap((property) =>
    [5, true, '', '12', 1e300].map((value) => ({ code: 'name', [property]: value })),
  )
  const watched = await watchPim(await writer.pim.dump())
  for (const body of changes) {
    await watched.pim.api('PATCH', '/api/rest/v1/attributes/name', { token: readerToken, body })
  }
  const driver = createMemoryDriver()
  await driver.commit(await watched.kept(), 1)
  const again = buildPim({ scenario: watched.state, options: { driver } })
  const answer = await again.api('GET', '/api/rest/v1/attributes/name', { token: readerToken })
  expect(answer.status).toBe(200)
})

/** Requests whose body is large or whose values repeat, by what they are. */
const heavy: Readonly<Record<string, (writer: Writer) => Promise<Answer>>> = {
  'a family variant with 150,000 levels': (writer) =>
    writer.send('PATCH', '/families/lamps/variants/fresh', {
      variant_attribute_sets: Array.from({ length: 150_000 }, (_, level) => ({
        level,
        axes: ['color'],
        attributes: ['bulb_type'],
      })),
    }),
  'a known family variant with 150,000 levels': (writer) =>
    writer.send('PATCH', '/families/lamps/variants/lamps_by_color_and_bulb', {
      variant_attribute_sets: Array.from({ length: 150_000 }, (_, level) => ({ level })),
    }),
  'a number with 100,000 zeros behind its point': (writer) =>
    changeValue(writer, {
      attribute: { type: 'pim_catalog_number', decimals_allowed: true, negative_allowed: true },
      data: `0.${'0'.repeat(100_000)}1`,
    }),
  'an address of 100,000 characters with a blank': (writer) =>
    changeValue(writer, {
      attribute: { type: 'pim_catalog_text', validation_rule: 'url' },
      data: `http://${'a'.repeat(100_000)} `,
    }),
  'a text that is held against an expression which tries long': (writer) =>
    changeValue(writer, {
      attribute: {
        type: 'pim_catalog_text',
        validation_rule: 'regexp',
        validation_regexp: '/a*a*b/',
      },
      data: 'a'.repeat(65_535),
    }),
  '30,000 values of one attribute': (writer) =>
    writer.send('PATCH', '/products/armchair-ondrel', {
      values: {
        name: Array.from({ length: 30_000 }, (_, index) => ({
          locale: `l${index}`,
          scope: null,
          data: 'x',
        })),
      },
    }),
  'a list of products in 300,000 locales': (writer) =>
    writer.send('POST', '/products-uuid/search?limit=100', {
      locales: Array.from({ length: 300_000 }, () => 'fr_FR'),
    }),
  'a list of products with 300,000 attributes': (writer) =>
    writer.send('POST', '/products-uuid/search?limit=100', {
      attributes: Array.from({ length: 300_000 }, () => 'sku'),
    }),
  'a search for a category that is named 100,000 times': (writer) =>
    writer.send('POST', '/products-uuid/search', {
      search: {
        categories: [
          { operator: 'IN CHILDREN', value: Array.from({ length: 100_000 }, () => 'master') },
        ],
      },
    }),
  'a search with 200,000 conditions': (writer) =>
    writer.send('POST', '/products-uuid/search?with_count=true', {
      search: { enabled: Array.from({ length: 200_000 }, () => ({ operator: '=', value: true })) },
    }),
}

test.each(Object.entries(heavy))('%s: answered in no time', async (_, send) => {
  const writer = buildWriter()
  await writer.read('/families/lamps')
  const before = process.cpuUsage()
  const answer = await send(writer)
  const { user, system } = process.cpuUsage(before)
  expect(answer.status).toBeLessThan(500)
  expect((user + system) / 1000).toBeLessThan(10_000)
})

interface ValueChange {
  readonly attribute: object
  readonly data: unknown
}

async function changeValue(writer: Writer, { attribute, data }: ValueChange): Promise<Answer> {
  const made = await writer.send('POST', '/attributes', {
    code: 'new',
    group: 'other',
    ...attribute,
  })
  expect(made.status).toBe(201)
  const values = { new: [{ locale: null, scope: null, data }] }
  return writer.send('PATCH', '/products/armchair-ondrel', { values })
}
