import type { Currency } from './catalogue-state.ts'
import { byCode, known } from './known.ts'
import type { Operation } from './operation.ts'
import { readEnabledSearch } from './enabled-search.ts'

/** The currencies that a search finds, by code. Throws `unprocessable`. */
export function findCurrencies(operation: Operation, search: unknown): readonly Currency[] {
  return byCode(operation.currencies, readEnabledSearch(search))
}

/** The currency with this code. Throws `not-found`. */
export function getCurrency(operation: Operation, code: string): Currency {
  return known(operation, operation.currencies.get(code), 'Currency', code)
}
