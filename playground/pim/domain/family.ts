import type { Family } from './catalogue-state.ts'
import { byCode, known } from './known.ts'
import type { Operation } from './operation.ts'
import { codeFilter, readStructureSearch, updatedFilter } from './structure-search.ts'

/** The families that a search finds, by code. Throws `bad-request`. */
export function findFamilies(operation: Operation, search: object): readonly Family[] {
  return byCode(
    operation.families,
    readStructureSearch<Family>(search, {
      code: codeFilter('family codes'),
      updated: updatedFilter,
      has_products: {
        operator: '=',
        subject: 'family has_product',
        expects: 'boolean',
        meets: ({ code }, value) => operation.products.countWhere('family', code) > 0 === value,
      },
    }),
  )
}

/** The family with this code. Throws `not-found`. */
export function getFamily(operation: Operation, code: string): Family {
  return known(operation, operation.families.get(code), 'Family', code)
}
