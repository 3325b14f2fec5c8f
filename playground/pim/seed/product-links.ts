import type { SeedModel, SeedProduct, SeedQuantities } from './seed-product.ts'

/** Every third of the first products is shown with its neighbours. */
export function linkFirst(products: readonly SeedProduct[]): SeedProduct[] {
  return products.map((product, index) => {
    if (index % 3 !== 0) return product
    const others = [3, 6].map((step) => nameAt(products, index + step))
    return { ...product, associations: { X_SELL: { products: others } } }
  })
}

/** Further products have all kinds of company: alternatives, better ones, models, and whole rooms. */
export function linkLater(
  products: readonly SeedProduct[],
  models: readonly SeedModel[],
): SeedProduct[] {
  const roots = models.filter(({ parent }) => parent === null)
  return products.map((product, index) => {
    const room = roomOf(product.identifier, index, products)
    return {
      ...product,
      associations: {
        ...(index % 4 === 0 && { X_SELL: { products: [nameAt(products, index + 5)] } }),
        ...(index % 7 === 0 && { SUBSTITUTION: { products: [nameAt(products, index + 1)] } }),
        ...(index % 11 === 0 && {
          UPSELL: { models: [roots[index % roots.length]!.code] },
        }),
        ...(index % 29 === 0 && {
          PACK: { products: [1, 2].map((step) => nameAt(products, index + step)) },
        }),
      },
      ...(room && { quantities: { room_set: room } }),
    }
  })
}

function roomOf(
  identifier: string,
  index: number,
  products: readonly SeedProduct[],
): SeedQuantities | undefined {
  const some = (code: string): string => {
    const those = products.filter((other) => other.identifier.startsWith(`${code}-`))
    return nameAt(those, index)
  }
  if (identifier.startsWith('dining-table-')) {
    return {
      products: [
        [some('dining-chair'), 6],
        [some('pendant-lamp'), 1],
      ],
    }
  }
  if (identifier.startsWith('bed-frame-')) {
    return {
      products: [
        [some('wall-lamp'), 2],
        [some('bed-linen'), 1],
      ],
    }
  }
  if (identifier.startsWith('coffee-table-')) {
    return { products: [[some('rug'), 1]], models: [['armchair-sollvik', 2]] }
  }
  return undefined
}

function nameAt(products: readonly SeedProduct[], index: number): string {
  return products[index % products.length]!.identifier
}
