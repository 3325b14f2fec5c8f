import type { Locale } from './catalogue-state.ts'
import { byCode, known } from './known.ts'
import type { Operation } from './operation.ts'
import { readEnabledSearch } from './enabled-search.ts'

/** The locales that a search finds, by code. Throws `unprocessable`. */
export function findLocales(operation: Operation, search: unknown): readonly Locale[] {
  return byCode(operation.locales, readEnabledSearch(search))
}

/** The locale with this code. Throws `not-found`. */
export function getLocale(operation: Operation, code: string): Locale {
  return known(operation, operation.locales.get(code), 'Locale', code)
}
