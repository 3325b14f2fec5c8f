import { chanceOf, createChance, type Chance } from './chance.ts'
import { datesOf, pricesOf, valuesOf, type Piece } from './range-values.ts'
import { byLocale, families, finishOf, unsortedTypes } from './range.ts'
import type { ProductType, RangeFamily } from './range.ts'
import type { SeedProduct } from './seed-product.ts'

const firstLater = 100

/** The demo shop's first products, made one after the other from one chance; the same for the same `seed`. */
export function firstProducts(seed = 20_210_521): SeedProduct[] {
  const chance = createChance(seed)
  const products: SeedProduct[] = []
  for (const [family, type] of allTypes()) {
    for (const [index, name] of type.names.entries()) {
      const number = products.length + 1
      const finish = type.materials[index] as string
      const code = codeOf(type, name)
      const piece = { type, family, name, finish, color: type.colors[index], number, code }
      products.push(toProduct(piece, chance))
    }
  }
  return products
}

/** Further products of each type, each from a chance of its own: one more or less changes no other. */
export function laterProducts(): SeedProduct[] {
  const products: SeedProduct[] = []
  for (const [place, [family, type]] of allTypes().entries()) {
    const finishes = [...new Set(type.materials)]
    for (let index = 0; index < (type.later ?? 0); index += 1) {
      const name = family.names[(place + index) % family.names.length] as string
      const code = codeOf(type, name)
      const chance = chanceOf(code)
      const finish = finishes[index % finishes.length] as string
      const { colors } = finishOf(finish)
      const color = colors && chance.pick(colors)
      const number = firstLater + products.length
      products.push(toProduct({ type, family, name, finish, color, number, code }, chance))
    }
  }
  return products
}

/** What is for sale and belongs to no family yet. */
export function unsortedProducts(): SeedProduct[] {
  return unsortedTypes.flatMap(({ code, noun, names, price, text }) =>
    names.map((name, index) => {
      const identifier = `${code}-${name.toLowerCase()}`
      const chance = chanceOf(identifier)
      const { created, updated } = datesOf(chance)
      const named = noun.map((each, place) => (place === 0 ? `${name} ${each}` : `${each} ${name}`))
      return {
        identifier,
        uuid: chance.uuid(),
        family: null,
        categories: index === 0 ? [] : ['gifts'],
        created,
        updated,
        values: {
          name: byLocale(named),
          description: { ecommerce: byLocale(text) },
          price: pricesOf(price, chance),
        },
      }
    }),
  )
}

/** Every type of the range with its family. */
export function allTypes(): [RangeFamily, ProductType][] {
  return families.flatMap((family) =>
    family.types.map((type): [RangeFamily, ProductType] => [family, type]),
  )
}

export function codeOf(type: ProductType, name: string): string {
  return `${type.code}-${name.toLowerCase()}`
}

function toProduct(piece: Piece, chance: Chance): SeedProduct {
  const { type, family, code, number } = piece
  const dates = datesOf(chance)
  const total = number - 1
  return {
    identifier: code,
    uuid: chance.uuid(),
    ...(total % 37 === 29 && { enabled: false as const }),
    family: family.family,
    // A few products are not classified yet, as in every real catalogue.
    categories: total % 41 === 33 ? [] : categoriesOf(type, dates.released),
    created: dates.created,
    updated: dates.updated,
    values: valuesOf(piece, dates, chance),
  }
}

export function categoriesOf(type: ProductType, released: number): readonly string[] {
  return released > Date.UTC(2024, 6, 1) ? [...type.categories, 'new_arrivals'] : type.categories
}
