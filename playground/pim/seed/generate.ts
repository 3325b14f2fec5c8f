import { productRange } from './product-range.ts'

// Writes the demo shop's products again after a change of `range.json`:
//
//   npx tsx playground/pim/seed/generate.ts > playground/pim/seed/products.json
//   npx oxfmt playground/pim/seed/products.json
console.log(JSON.stringify(productRange()))
