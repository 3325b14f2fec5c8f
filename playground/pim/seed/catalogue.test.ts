import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
import { wholeRange } from './whole-range.ts'

const { products, productModels, families, familyVariants, attributes, attributeOptions } =
  catalogue()
const { categories, channels } = catalogue()
const family = new Map(families)
const attribute = new Map(attributes)
const options = new Map(attributeOptions)
const category = new Map(categories)

function depth(code: string | null): number {
  return code === null ? 0 : 1 + depth(category.get(code)?.parent ?? null)
}

describe('the demo catalogue', () => {
  it('is made of the word lists to the same bytes, whenever and wherever it is made', async () => {
    const text = JSON.stringify(wholeRange())
    expect(JSON.stringify(wholeRange())).toBe(text)
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'))
    // Whoever changes the word lists writes the new digest here: kept changes lie over other products from then on.
    expect(hex.join('')).toBe('79b5602c327444b3fa9b0dc993f58a462f670287585fa3558a872ce3b926663c')
  })

  it('has 1,200 products in 12 families, each identified once', () => {
    expect(products).toHaveLength(1200)
    expect(new Set(products.map(([, product]) => product.identifier)).size).toBe(1200)
    expect(new Set(products.map(([uuid]) => uuid)).size).toBe(1200)
    expect(new Set(products.map(([, product]) => product.family ?? '-')).size).toBe(13)
    expect(new Set(productModels.map(([code]) => code)).size).toBe(productModels.length)
    expect(family.size).toBe(12)
  })

  it('begins with the products that it always had', () => {
    const [chair] = products
    expect(chair).toMatchObject(['085ac60d-481b-4481-96dc-9668b22a56c7', { family: 'furniture' }])
    const places = ['armchair-ondrel', 'rug-sabulo', 'tote-bag-bolsena-sand'].map((identifier) =>
      products.findIndex(([, product]) => product.identifier === identifier),
    )
    expect(places).toEqual([0, 89, 90])
  })

  it('has variants, products without a family, disabled, unclassified and incomplete ones', () => {
    const count = (meets: (product: (typeof products)[number][1]) => boolean) =>
      products.filter(([, product]) => meets(product)).length
    expect(count(({ parent }) => parent !== null)).toBeGreaterThan(500)
    expect(count(({ family: code }) => code === null)).toBe(12)
    expect(count(({ enabled }) => !enabled)).toBeGreaterThan(20)
    expect(count(({ categories: codes, parent }) => codes.length + (parent ? 1 : 0) === 0)).toBe(19)
    expect(count(({ values, parent }) => parent === null && !values['picture'])).toBeGreaterThan(20)
  })

  it('has a value of every attribute and every type, and prices in three currencies', () => {
    const used = new Set(
      [...products, ...productModels].flatMap(([, { values }]) => Object.keys(values)),
    )
    const unused = attributes.map(([code]) => code).filter((code) => !used.has(code))
    expect(unused).toEqual(['sku'])
    const prices = products.flatMap(([, { values }]) => values['price']?.[0]?.data ?? [])
    const currencies = (prices as { currency: string }[]).map(({ currency }) => currency)
    expect([...new Set(currencies)].sort()).toEqual(['EUR', 'GBP', 'USD'])
  })

  it('has two trees with three levels below the master root', () => {
    const depths = categories.map(([code]) => depth(code))
    expect(Math.max(...depths)).toBe(4)
    expect(depths.filter((each) => each === 1)).toHaveLength(2)
  })

  it('has values only for attributes of the family, in locales of the channel', () => {
    const locales = new Map(channels.map(([code, channel]) => [code, channel.locales]))
    for (const [, product] of products) {
      for (const [code, values] of Object.entries(product.values)) {
        const known = product.family === null ? [code] : family.get(product.family)?.attributes
        expect(known, product.uuid).toContain(code)
        for (const { locale, scope } of values) {
          expect(locale !== null).toBe(attribute.get(code)?.localizable)
          expect(scope !== null).toBe(attribute.get(code)?.scopable)
          if (scope !== null && locale !== null) expect(locales.get(scope)).toContain(locale)
          if (scope !== null) expect(locales.has(scope)).toBe(true)
        }
      }
    }
  })

  it('names only options and categories that exist', () => {
    for (const [, product] of products) {
      for (const code of product.categories) expect(category.has(code), code).toBe(true)
      for (const [code, values] of Object.entries(product.values)) {
        if (!attribute.get(code)?.type.endsWith('select')) continue
        for (const option of values.flatMap(({ data }) => data as string | string[])) {
          expect(options.has(`${code}.${option}`), `${code}.${option}`).toBe(true)
        }
      }
    }
  })

  it('associates products and models that exist, some of them in quantities', () => {
    const known = new Set(products.map(([uuid]) => uuid))
    const models = new Set(productModels.map(([code]) => code))
    const links = products.flatMap(([, { associations }]) => Object.values(associations))
    const quantities = products.flatMap(([, product]) =>
      Object.values(product.quantified_associations),
    )
    const named = [
      ...links.flatMap((link) => link.products),
      ...quantities.flatMap((link) => link.products.map(({ uuid }) => uuid)),
    ]
    const namedModels = [
      ...links.flatMap((link) => link.product_models),
      ...quantities.flatMap((link) => link.product_models.map(({ identifier }) => identifier)),
    ]
    for (const some of [links, quantities, named, namedModels]) {
      expect(some.length).toBeGreaterThan(0)
    }
    expect(named.filter((uuid) => !known.has(uuid))).toEqual([])
    expect(namedModels.filter((code) => !models.has(code))).toEqual([])
  })

  it('gives every product of a family an EAN of the range for own use, with its check digit', () => {
    const sorted = products.filter(([, product]) => product.family !== null)
    const eans = sorted.map(([, { values }]) => values['ean']?.[0]?.data)
    expect(new Set(eans).size).toBe(sorted.length)
    for (const [, { values }] of sorted) {
      const digits = [...String(values['ean']?.[0]?.data)].map(Number)
      expect(digits).toHaveLength(13)
      expect(digits[0]).toBe(2)
      const sum = digits.reduce((all, digit, at) => all + digit * (at % 2 === 0 ? 1 : 3), 0)
      expect(sum % 10).toBe(0)
    }
  })

  it('has variants on one and on two levels, each with values of its own level', () => {
    const sets = new Map(
      familyVariants.map(([code, { variant_attribute_sets: all }]) => [code, all]),
    )
    const models = new Map(productModels)
    expect(new Set([...sets.values()].map((all) => all.length))).toEqual(new Set([1, 2]))
    for (const [, product] of products.filter(([, { parent }]) => parent !== null)) {
      const model = models.get(product.parent ?? '')
      expect(model?.family).toBe(product.family)
      const last = sets.get(model?.family_variant ?? '')?.at(-1)
      for (const code of Object.keys(product.values)) expect(last?.attributes).toContain(code)
      for (const axis of last?.axes ?? []) expect(product.values).toHaveProperty(axis)
    }
  })

  it('is made once', () => {
    expect(catalogue()).toBe(catalogue())
  })
})
