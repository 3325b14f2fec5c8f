import type { Attribute } from './catalogue-state.ts'
import { badDate, comparison, numberOf, timeCondition } from './comparison.ts'
import { measurementFamilyOf, toStandardUnit } from './measurement-family.ts'
import type { Operation } from './operation.ts'
import {
  booleanOf,
  member,
  stringOf,
  stringsOf,
  unexpected,
  unprocessable,
  unsupported,
  type Criterion,
} from './search.ts'

/** Whether the data of a value meets a condition; it is only asked for values that exist. */
export type MeetsData = (data: unknown) => boolean

/** A condition on a text, also on the identifier. Upper and lower case do not matter. */
export function textCondition(criterion: Criterion): MeetsData {
  const lower = (data: unknown): string => String(data).toLowerCase()
  switch (criterion.operator) {
    case 'IN':
    case 'NOT IN': {
      const wanted = new Set(stringsOf(criterion).map(lower))
      const isIn = criterion.operator === 'IN'
      return (data) => wanted.has(lower(data)) === isIn
    }
    case 'STARTS WITH':
      return against(stringOf(criterion), (text, part) => text.startsWith(part))
    case 'CONTAINS':
      return against(stringOf(criterion), (text, part) => text.includes(part))
    case 'DOES NOT CONTAIN':
      return against(stringOf(criterion), (text, part) => !text.includes(part))
    case '=':
      return against(stringOf(criterion), (text, part) => text === part)
    case '!=':
      return against(stringOf(criterion), (text, part) => text !== part)
    default:
      throw unsupported(criterion)
  }

  function against(part: string, meets: (text: string, part: string) => boolean): MeetsData {
    return (data) => meets(lower(data), part.toLowerCase())
  }
}

/** A condition on a number. */
export function numberCondition(criterion: Criterion): MeetsData {
  const meets = comparison(criterion)
  const wanted = numberOf(criterion, criterion.value)
  return (data) => meets(Number(data), wanted)
}

/** A condition on a measurement; units of the same family are converted. */
export function metricCondition(
  operation: Operation,
  attribute: Attribute,
  criterion: Criterion,
): MeetsData {
  const meets = comparison(criterion)
  const unit = member(criterion.value, 'unit')
  if (typeof unit !== 'string') throw unexpected(criterion, 'an array with the key "unit"')
  const amount = numberOf(criterion, member(criterion.value, 'amount'))
  const family = measurementFamilyOf(operation, attribute)
  const wanted = family && toStandardUnit(family, amount, unit)
  if (!family || wanted === undefined) {
    throw unprocessable(
      `Property "${attribute.code}" expects a unit of the measurement family "${attribute.metric_family}", "${unit}" given.`,
    )
  }
  return (data) => {
    const { amount: own, unit: ownUnit } = data as { amount: string; unit: string }
    return meets(toStandardUnit(family, Number(own), ownUnit) as number, wanted)
  }
}

/** A condition on the price in one currency. */
export function priceCondition(criterion: Criterion): MeetsData {
  const meets = comparison(criterion)
  const wanted = numberOf(criterion, member(criterion.value, 'amount'))
  const currency = member(criterion.value, 'currency')
  if (typeof currency !== 'string') throw unexpected(criterion, 'an array with the key "currency"')
  return (data) =>
    (data as readonly { amount: string; currency: string }[]).some(
      (price) => price.currency === currency && meets(Number(price.amount), wanted),
    )
}

/** A condition on a switch. */
export function booleanCondition(criterion: Criterion): MeetsData {
  if (criterion.operator !== '=' && criterion.operator !== '!=') throw unsupported(criterion)
  const wanted = booleanOf(criterion) === (criterion.operator === '=')
  return (data) => data === wanted
}

/** A condition on a day. */
export function dateCondition(criterion: Criterion): MeetsData {
  const meets = timeCondition(criterion, (given) => {
    const isDay = typeof given === 'string' && /^\d{4}-\d\d-\d\d$/.test(given)
    const time = isDay ? Date.parse(given) : Number.NaN
    if (Number.isNaN(time)) throw badDate(criterion, 'yyyy-mm-dd', given)
    return time
  })
  return (data) => meets(Date.parse(String(data)))
}

/** A condition on the options that are chosen. */
export function selectCondition(
  operation: Operation,
  attribute: Attribute,
  criterion: Criterion,
): MeetsData {
  if (criterion.operator !== 'IN' && criterion.operator !== 'NOT IN') throw unsupported(criterion)
  const isIn = criterion.operator === 'IN'
  const wanted = new Set(stringsOf(criterion))
  for (const code of wanted) {
    if (!operation.attributeOptions.has(`${attribute.code}.${code}`)) {
      throw unprocessable(`Object "option" with code "${code}" does not exist`)
    }
  }
  return (data) => [data].flat().some((code) => wanted.has(String(code))) === isIn
}
