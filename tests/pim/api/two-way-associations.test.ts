import { beforeEach, describe, expect, it } from 'vitest'
import { buildWriter, type Writer } from './build-writer.ts'

interface Associated {
  readonly uuid: string
  readonly updated: string
  readonly associations: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

const [one, other] = ['/products/armchair-ondrel', '/products/dining-chair-tolka']
const model = '/product-models/tote-bag-bolsena'

let writer: Writer

beforeEach(async () => {
  writer = buildWriter()
  await writer.send('POST', '/association-types', { code: 'FITS', is_two_way: true })
})

/** What something fits, as the API tells it. */
async function fits(path: string): Promise<unknown> {
  return (await writer.read<Associated>(path)).associations['FITS']
}

async function associate(path: string, links: object): Promise<void> {
  const answer = await writer.send('PATCH', path, { associations: { FITS: links } })
  expect(answer.status).toBe(204)
}

describe('associations that go two ways (contract I.6)', () => {
  it('a product that is associated is associated back', async () => {
    await associate(one, { products: ['dining-chair-tolka'] })
    const links = { product_models: [], groups: [] }
    expect(await fits(one)).toEqual({ products: ['dining-chair-tolka'], ...links })
    expect(await fits(other)).toEqual({ products: ['armchair-ondrel'], ...links })
  })

  it('a new product is associated back at once', async () => {
    const associations = { FITS: { products: ['armchair-ondrel'], product_models: [] } }
    await writer.send('POST', '/products', { identifier: 'stool', associations })
    expect(await fits(one)).toMatchObject({ products: ['stool'] })
    expect(await fits('/products/stool')).toMatchObject({ products: ['armchair-ondrel'] })
  })

  it('by UUID as by identifier', async () => {
    const { uuid } = await writer.read<Associated>(one)
    const { uuid: tolka } = await writer.read<Associated>(other)
    await associate(`/products-uuid/${uuid}`, { products: [tolka] })
    expect(await fits(`/products-uuid/${tolka}`)).toMatchObject({ products: [uuid] })
  })

  it('a product and a product model, whichever says so', async () => {
    await associate(one, { product_models: ['tote-bag-bolsena'] })
    expect(await fits(model)).toMatchObject({ products: ['armchair-ondrel'] })
    await associate(model, { products: ['dining-chair-tolka'] })
    expect(await fits(other)).toMatchObject({ product_models: ['tote-bag-bolsena'] })
    expect(await fits(one)).toMatchObject({ product_models: [] })
  })

  it('two product models', async () => {
    await associate(model, { product_models: ['pendant-lamp-nimbra'] })
    const lamp = '/product-models/pendant-lamp-nimbra'
    expect(await fits(lamp)).toMatchObject({ product_models: ['tote-bag-bolsena'] })
    await associate(lamp, { product_models: [] })
    expect(await fits(model)).toMatchObject({ product_models: [] })
  })

  it('who is no longer associated is let go on the other side, and nobody else', async () => {
    await associate(one, { products: ['dining-chair-tolka', 'dining-table-quillon'] })
    await associate(other, { products: [] })
    expect(await fits(one)).toMatchObject({ products: ['dining-table-quillon'] })
    expect(await fits('/products/dining-table-quillon')).toMatchObject({
      products: ['armchair-ondrel'],
    })
  })

  it('saying it on both sides says it once', async () => {
    await associate(one, { products: ['dining-chair-tolka'] })
    await associate(other, { products: ['armchair-ondrel'] })
    expect(await fits(one)).toMatchObject({ products: ['dining-chair-tolka'] })
    expect(await fits(other)).toMatchObject({ products: ['armchair-ondrel'] })
  })

  it('with itself, a product is associated once', async () => {
    await associate(one, { products: ['armchair-ondrel'] })
    expect(await fits(one)).toMatchObject({ products: ['armchair-ondrel'] })
    await associate(one, { products: [] })
    expect(await fits(one)).toMatchObject({ products: [] })
  })

  it('a deleted product is let go', async () => {
    await associate(one, { products: ['dining-chair-tolka'] })
    await writer.send('DELETE', other)
    expect(await fits(one)).toMatchObject({ products: [] })
  })

  it('only the one that is changed gets another date', async () => {
    const { updated } = await writer.read<Associated>(other)
    await associate(one, { products: ['dining-chair-tolka'] })
    expect((await writer.read<Associated>(other)).updated).toBe(updated)
    expect((await writer.read<Associated>(one)).updated).toBe('2024-05-06T12:00:00+00:00')
  })

  it('other types stay on the side on which they were made', async () => {
    const associations = { PACK: { products: ['dining-chair-tolka'] } }
    await writer.send('PATCH', one, { associations })
    const { associations: read } = await writer.read<Associated>(other)
    expect(read['PACK']?.['products']).toEqual([])
  })

  it('a batch goes two ways too', async () => {
    const associations = { FITS: { products: ['dining-chair-tolka'] } }
    await writer.batch('/products', [{ identifier: 'armchair-ondrel', associations }])
    expect(await fits(other)).toMatchObject({ products: ['armchair-ondrel'] })
  })
})
