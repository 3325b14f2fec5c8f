import { linkFirst, linkLater } from './product-links.ts'
import { firstProducts, laterProducts, unsortedProducts } from './product-range.ts'
import type { SeedModel, SeedProduct } from './seed-product.ts'
import { variantRange } from './variant-range.ts'
import variants from './variants.json' with { type: 'json' }

/** Everything that the shop sells, in the order in which it came into the PIM. */
export function wholeRange(): { products: SeedProduct[]; productModels: SeedModel[] } {
  const variety = variantRange()
  const productModels: SeedModel[] = [...variants.productModels, ...variety.productModels]
  const products: SeedProduct[] = [
    ...linkFirst(firstProducts()),
    ...variants.products,
    ...linkLater(laterProducts(), variety.productModels),
    ...variety.products,
    ...unsortedProducts(),
  ]
  return { products, productModels }
}
