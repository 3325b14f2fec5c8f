import { wholeRange } from './whole-range.ts'

// Prints what the word lists in `range/` make: models, then products, one a line.
//
//   npx tsx playground/pim/seed/generate.ts | less
const { products, productModels } = wholeRange()
console.log([...productModels, ...products].map((each) => JSON.stringify(each)).join('\n'))
