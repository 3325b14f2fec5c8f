import { describe, expect, it } from 'vitest'
import { itemsOf, searching, type Listed } from './build-reader.ts'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'

const one = '11111111-1111-4111-8111-111111111111'
const two = '22222222-2222-4222-8222-222222222222'

function line(number: number, key: object, refusal: object): object {
  const { code, ...rest } = refusal as { code: number }
  return { line: number, ...key, status_code: code, ...rest }
}

describe('changing many products at once (contract I.5)', () => {
  it('PATCH /products answers each line on its own', async () => {
    const writer = buildWriter()
    const results = await writer.batch('/products', [
      { identifier: 'stool', enabled: false },
      { identifier: 'armchair-ondrel', enabled: false },
      { identifier: 'armchair-savik', extra: 1 },
      { identifier: 'a;b' },
      'not json',
      '',
      { enabled: true },
      { identifier: ' ' },
      { identifier: 5 },
      '5',
      { identifier: 'stool', family: 'furniture' },
    ])
    expect(results).toEqual([
      { line: 1, identifier: 'stool', status_code: 201 },
      { line: 2, identifier: 'armchair-ondrel', status_code: 204 },
      line(
        3,
        { identifier: 'armchair-savik' },
        documentedRefusal('Property "extra" does not exist.', 'patch_products__code_'),
      ),
      line(
        4,
        { identifier: 'a;b' },
        violationRefusal({
          property: 'identifier',
          message: 'This field should not contain any comma or semicolon or leading/trailing space',
        }),
      ),
      { line: 5, status_code: 400, message: 'Invalid json message received' },
      { line: 6, status_code: 400, message: 'Invalid json message received' },
      { line: 7, status_code: 422, message: 'Identifier is missing.' },
      { line: 8, status_code: 422, message: 'Identifier is missing.' },
      { line: 9, status_code: 422, message: 'identifier must be of type string.' },
      { line: 10, status_code: 422, message: 'Identifier is missing.' },
      { line: 11, identifier: 'stool', status_code: 204 },
    ])
    expect(await writer.read('/products/stool')).toMatchObject({
      enabled: false,
      family: 'furniture',
    })
  })

  it('PATCH /products with a line of more than a million characters refuses that line', async () => {
    const long = `{"identifier":"long"}${' '.repeat(1_000_000)}`
    const results = await buildWriter().batch('/products', [long, { identifier: 'short' }])
    expect(results).toEqual([
      { line: 1, status_code: 413, message: 'Line is too long.' },
      { line: 2, identifier: 'short', status_code: 201 },
    ])
  })

  it('PATCH /products-uuid answers each line by its UUID, in lower case', async () => {
    const results = await buildWriter().batch('/products-uuid', [
      { uuid: one.toUpperCase() },
      { uuid: one, enabled: false },
      { uuid: '122345' },
      { uuid: null },
      { uuid: two, identifier: 'x' },
    ])
    const anchor = 'patch_products_uuid__uuid_'
    expect(results).toEqual([
      { line: 1, uuid: one, status_code: 201 },
      { line: 2, uuid: one, status_code: 204 },
      line(3, { uuid: '122345' }, documentedRefusal('This is not a valid UUID.', anchor)),
      { line: 4, status_code: 422, message: 'Uuid is missing.' },
      line(5, { uuid: two }, documentedRefusal('Property "identifier" does not exist.', anchor)),
    ])
  })
})

describe('changing products by UUID (contract I.3, I.4)', () => {
  const sku = (data: string | null) => ({ sku: [{ locale: null, scope: null, data }] })

  it('POST /products-uuid takes the UUID that it is given', async () => {
    const writer = buildWriter()
    const answer = await writer.send('POST', '/products-uuid', {
      uuid: one.toUpperCase(),
      values: sku('stool'),
    })
    expect(answer).toEqual({ status: 201, location: `/products-uuid/${one}`, body: '' })
    expect(await writer.read('/products/stool')).toMatchObject({ uuid: one })
  })

  it('POST /products-uuid without an identifier makes a product that has none', async () => {
    const writer = buildWriter()
    const { location } = await writer.send('POST', '/products-uuid', { family: 'bags' })
    const product = await writer.read<{ values: object }>(location ?? '')
    expect(product.values).toEqual({})
  })

  it('POST /products-uuid with an identifier that is taken is refused', async () => {
    const answer = await buildWriter().send('POST', '/products-uuid', {
      values: sku('armchair-ondrel'),
    })
    const message = 'The armchair-ondrel identifier is already used for another product.'
    expect(answer.body).toEqual(violationRefusal({ property: 'identifier', message }))
  })

  it('PATCH /products-uuid/{uuid} associates by UUID', async () => {
    const writer = buildWriter()
    const chair = await writer.read<{ uuid: string }>('/products/armchair-ondrel')
    const path = `/products-uuid/${one}`
    const created = await writer.send('PATCH', path, {
      values: sku('stool'),
      associations: { PACK: { products: [chair.uuid.toUpperCase()] } },
    })
    expect(created).toEqual({ status: 201, location: path, body: '' })
    expect(await writer.read(path)).toMatchObject({
      associations: { PACK: { products: [chair.uuid] } },
    })
    expect(await writer.read('/products/stool')).toMatchObject({
      associations: { PACK: { products: ['armchair-ondrel'] } },
    })
    const refused = await writer.send('PATCH', path, {
      associations: { PACK: { products: [two] } },
    })
    expect(refused.body).toEqual(
      documentedRefusal(
        `Property "associations" expects a valid product uuid. The product does not exist, "${two}" given.`,
        'patch_products_uuid__uuid_',
      ),
    )
  })

  it('PATCH /products-uuid/{uuid} with another UUID in the body is refused', async () => {
    const answer = await buildWriter().send('PATCH', `/products-uuid/${one}`, { uuid: two })
    expect(answer.body).toEqual({
      code: 422,
      message: `The uuid "${two}" provided in the request body must match the uuid "${one}" provided in the url.`,
    })
  })

  it('does not find what has no identifier by one, and finds it by its lack', async () => {
    const writer = buildWriter()
    await writer.send('POST', '/products-uuid', { family: 'lamps' })
    const search = async (criterion: object): Promise<unknown[]> => {
      const list: Listed<unknown> = await writer.read(
        `/products-uuid${searching({ sku: [criterion] })}`,
      )
      return itemsOf(list)
    }
    expect(await search({ operator: 'EMPTY' })).toHaveLength(1)
    expect(await search({ operator: 'IN', value: ['ARMCHAIR-ondrel'] })).toHaveLength(1)
    expect(await search({ operator: '=', value: 'armchair-ondrel' })).toHaveLength(1)
  })
})
