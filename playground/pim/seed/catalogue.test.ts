import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
import { productRange } from './product-range.ts'
import kept from './products.json' with { type: 'json' }

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
  it('is what the generator makes of the word lists', () => {
    expect(kept).toEqual(productRange())
  })

  it('has 97 products in 6 families, each identified once', () => {
    expect(products).toHaveLength(97)
    expect(new Set(products.map(([, product]) => product.identifier)).size).toBe(97)
    expect(new Set(products.map(([uuid]) => uuid)).size).toBe(97)
    expect(new Set(products.map(([, product]) => product.family)).size).toBe(6)
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
        expect(family.get(product.family ?? '')?.attributes, product.uuid).toContain(code)
        for (const { locale, scope } of values) {
          expect(locale !== null).toBe(attribute.get(code)?.localizable)
          expect(scope !== null).toBe(attribute.get(code)?.scopable)
          if (scope !== null) expect(locales.get(scope)).toContain(locale)
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

  it('associates products that exist', () => {
    const known = new Set(products.map(([uuid]) => uuid))
    const named = products.flatMap(([, product]) =>
      Object.values(product.associations).flatMap(({ products: others }) => others),
    )
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((uuid) => !known.has(uuid))).toEqual([])
  })

  it('gives every product an EAN of the range for own use, with its check digit', () => {
    for (const [, { values }] of products) {
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
    expect([...sets.values()].map((all) => all.length)).toEqual([1, 2])
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
