import { comparison, numberOf } from './comparison.ts'
import { completenesses } from './completeness.ts'
import type { Operation } from './operation.ts'
import { stringsOf, unprocessable, type Criterion } from './search.ts'
import type { Meets } from './value-search.ts'

const signs: Readonly<Record<string, string>> = {
  'GREATER THAN ON ALL LOCALES': '>',
  'GREATER OR EQUALS THAN ON ALL LOCALES': '>=',
  'LOWER THAN ON ALL LOCALES': '<',
  'LOWER OR EQUALS THAN ON ALL LOCALES': '<=',
}

/** What decides whether a product is complete enough for a channel (contract I.6). Throws `unprocessable`. */
export function completenessCondition(operation: Operation, criterion: Criterion): Meets {
  const { operator, scope, locale } = criterion
  const sign = Object.hasOwn(signs, operator) ? signs[operator] : undefined
  const meets = comparison({ ...criterion, operator: sign ?? operator })
  const wanted = numberOf(criterion, criterion.value)
  if (typeof scope !== 'string' || !operation.channels.has(scope)) {
    throw unprocessable('Property "completeness" expects a valid scope.')
  }
  const ratios = (product: Parameters<Meets>[0]): ReadonlyMap<string, number> =>
    new Map(
      completenesses(operation, product)
        .filter((one) => one.scope === scope)
        .map((one) => [one.locale, one.data]),
    )
  if (sign !== undefined) {
    const locales = localesOf(criterion)
    return (product) => {
      const known = ratios(product)
      return locales.every((code) => meets(known.get(code) ?? Number.NaN, wanted))
    }
  }
  return (product) =>
    [...ratios(product)].some(
      ([code, ratio]) => (locale === undefined || locale === code) && meets(ratio, wanted),
    )
}

function localesOf(criterion: Criterion): readonly string[] {
  if (!Array.isArray(criterion.locales)) {
    throw unprocessable('Property "completeness" expects an array with the key "locales".')
  }
  return stringsOf({ ...criterion, value: criterion.locales })
}
