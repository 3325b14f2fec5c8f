import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'
import { exchange } from './exchange.ts'

const chair = '/products/armchair-ondrel'
const wrongList = 'Property "quantified_associations" expects an array with valid data,'
const most = 2_147_483_647

const set = (links: unknown) => ({ quantified_associations: { room_set: links } })
const products = (...links: unknown[]) => set({ products: links })

describe('associations that are refused (contract I.3)', () => {
  for (const [body, message] of [
    [{ associations: 'x' }, 'Property "associations" expects an array as data, "string" given.'],
    [
      { associations: { PACK: {} } },
      'Property "associations" expects an array with valid data, association format is not valid for the association type "PACK"..',
    ],
    [
      { associations: { PACK: { products: 'x' } } },
      'Property "products" in association "PACK" expects an array as data, "string" given.',
    ],
    [
      { associations: { PACK: { products: [5] } } },
      'Property "associations" expects an array with valid data, association format is not valid for the association type "PACK"..',
    ],
    [
      { associations: { PACK: { groups: ['x'] } } },
      'Property "associations" expects a valid group code. The group does not exist, "x" given.',
    ],
    [
      { associations: { room_set: { products: [] } } },
      'Property "associations" expects a valid association type code. The association type does not exist or is quantified, "room_set" given.',
    ],
    [
      { quantified_associations: 'x' },
      'Property "quantified_associations" expects an array as data, "string" given.',
    ],
    [set('x'), `${wrongList} "room_set" should contain an array.`],
    [set({ products: 'x' }), `${wrongList} "room_set[products]" should contain an array.`],
    [
      products({ quantity: 1 }),
      `${wrongList} a quantified association should contain the key "identifier".`,
    ],
    [
      products({ identifier: 'x' }),
      `${wrongList} a quantified association should contain the key "quantity".`,
    ],
    [
      products({ identifier: 5, quantity: 1 }),
      `${wrongList} a quantified association should contain a valid identifier.`,
    ],
    [
      products({ identifier: 'x', quantity: '1' }),
      `${wrongList} a quantified association should contain a valid quantity.`,
    ],
    [
      products({ identifier: 'x', quantity: 1.5 }),
      `${wrongList} a quantified association should contain a valid quantity.`,
    ],
  ] as const) {
    it(`${JSON.stringify(body)}: ${message}`, async () => {
      const answer = await exchange({ method: 'PATCH', path: chair, body })
      expect(answer.body).toEqual(documentedRefusal(message, 'patch_products__code_'))
    })
  }

  const at = 'quantified_associations.room_set'
  for (const [body, property, message] of [
    [
      { quantified_associations: { NOPE: { products: [] } } },
      'quantified_associations.NOPE',
      "This association type doesn't exist. Please make sure it hasn't been deleted in the meantime.",
    ],
    [
      { quantified_associations: { PACK: { products: [] } } },
      'quantified_associations.PACK',
      '"PACK" can’t be used for associations with quantities. Please, choose a different association type with quantities or use the "associations" property.',
    ],
    [
      products({ identifier: 'armchair-savik', quantity: 0 }),
      `${at}.products[0].quantity`,
      `"0" is an invalid quantity. Please, write a value between 1 and ${most}.`,
    ],
    [
      products({ identifier: 'armchair-savik', quantity: most + 1 }),
      `${at}.products[0].quantity`,
      `"${most + 1}" is an invalid quantity. Please, write a value between 1 and ${most}.`,
    ],
    [
      products({ identifier: 'a', quantity: 1 }, { identifier: 'b', quantity: 1 }),
      `${at}.products`,
      "The following products don't exist: a, b. Please make sure the products haven't been deleted in the meantime.",
    ],
    [
      set({ product_models: [{ identifier: 'a', quantity: 1 }] }),
      `${at}.product_models`,
      "The following product models don't exist: a. Please make sure the product models haven't been deleted in the meantime.",
    ],
  ] as const) {
    it(`${JSON.stringify(body)}: ${message}`, async () => {
      const answer = await exchange({ method: 'PATCH', path: chair, body })
      expect(answer.body).toEqual(violationRefusal({ property, message }))
    })
  }
})

describe('associations with quantities (contract I.6)', () => {
  const model = { identifier: 'tote-bag-bolsena', quantity: 2 }

  it('each list replaces one, and the other stays', async () => {
    const { pim } = buildWriter()
    const savik = { identifier: 'armchair-savik', quantity: 3 }
    await exchange({ method: 'PATCH', path: chair, body: products(savik) }, pim)
    await exchange({ method: 'PATCH', path: chair, body: set({ product_models: [model] }) }, pim)
    expect((await exchange({ path: chair }, pim)).body).toMatchObject({
      quantified_associations: { room_set: { products: [savik], product_models: [model] } },
    })
  })

  it('of a product model, and to one that is deleted', async () => {
    const { pim } = buildWriter()
    const path = '/product-models/pendant-lamp-nimbra'
    await exchange({ method: 'PATCH', path, body: set({ product_models: [model] }) }, pim)
    expect((await exchange({ path }, pim)).body).toMatchObject({
      quantified_associations: { room_set: { product_models: [model] } },
    })
    await exchange({ method: 'DELETE', path: '/product-models/tote-bag-bolsena' }, pim)
    expect((await exchange({ path }, pim)).body).toMatchObject({
      quantified_associations: { room_set: { product_models: [] } },
    })
  })

  it('a product that is deleted is let go, with and without quantities', async () => {
    const { pim } = buildWriter()
    const body = {
      ...products({ identifier: 'armchair-savik', quantity: 1 }),
      associations: {
        PACK: { products: ['armchair-savik'], product_models: ['tote-bag-bolsena'] },
      },
    }
    await exchange({ method: 'PATCH', path: chair, body }, pim)
    await exchange({ method: 'DELETE', path: '/products/armchair-savik' }, pim)
    await exchange({ method: 'DELETE', path: '/product-models/tote-bag-bolsena' }, pim)
    expect((await exchange({ path: chair }, pim)).body).toMatchObject({
      quantified_associations: { room_set: { products: [] } },
      associations: { PACK: { products: [], product_models: [] } },
    })
  })

  it('a type that came later has nothing in it until something is put there', async () => {
    const { pim } = buildWriter()
    const type = { code: 'LATER' }
    await exchange({ method: 'POST', path: '/association-types', body: type }, pim)
    const body = { associations: { LATER: { products: ['armchair-savik'] } } }
    await exchange({ method: 'PATCH', path: chair, body }, pim)
    expect((await exchange({ path: chair }, pim)).body).toMatchObject({
      associations: { LATER: { products: ['armchair-savik'], product_models: [], groups: [] } },
    })
  })
})
