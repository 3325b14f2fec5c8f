import type { Attribute } from './catalogue-state.ts'
import { comparison, numberOf, timeCondition } from './comparison.ts'
import { measurementFamilyOf, toStandardUnit } from './measurement-family.ts'
import type { Operation } from './operation.ts'
import {
  badStructure,
  booleanOf,
  codesOf,
  keyMissing,
  member,
  stringOf,
  stringsOf,
  typeName,
  unexpected,
  unprocessable,
  unsupported,
  type Criterion,
} from './search.ts'
import { isNumeric } from './value-number.ts'

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
  const [amount, unit] = partsOf(criterion, 'amount', 'unit')
  if (!isNumeric(amount)) {
    throw badStructure(criterion, `key "amount" has to be a numeric, "${typeName(amount)}" given`)
  }
  if (typeof unit !== 'string') {
    throw badStructure(criterion, `key "unit" has to be a string, "${typeName(unit)}" given`)
  }
  const family = measurementFamilyOf(operation, attribute)
  const wanted = family && toStandardUnit(family, Number(amount), unit)
  if (!family || wanted === undefined) {
    throw unprocessable(
      `Property "${attribute.code}" expects a valid unit. The unit does not exist in the attribute's family "${attribute.metric_family}", "${unit}" given.`,
    )
  }
  return (data) => {
    const { amount: own, unit: ownUnit } = data as { amount: string; unit: string }
    return meets(toStandardUnit(family, Number(own), ownUnit) as number, wanted)
  }
}

/** A condition on the price in one currency. */
export function priceCondition(operation: Operation, criterion: Criterion): MeetsData {
  const meets = comparison(criterion)
  const [amount, currency] = partsOf(criterion, 'amount', 'currency')
  // The PIM names the type of something else, which is always a string.
  if (!isNumeric(amount)) throw unexpected({ ...criterion, value: '' }, 'a numeric')
  if (typeof currency !== 'string' || operation.currencies.get(currency)?.enabled !== true) {
    const given = typeof currency === 'string' ? currency : typeName(currency)
    throw unprocessable(
      `Property "${criterion.property}" expects a valid currency. The currency does not exist, "${given}" given.`,
    )
  }
  const wanted = Number(amount)
  return (data) =>
    (data as readonly { amount: string; currency: string }[]).some(
      (price) => price.currency === currency && meets(Number(price.amount), wanted),
    )
}

/** Two parts of a condition's value, whatever they are. Throws `unprocessable` when one is not there. */
function partsOf(criterion: Criterion, first: string, second: string): [unknown, unknown] {
  const { value } = criterion
  if (typeof value !== 'object' || value === null) throw unexpected(criterion, 'an array')
  for (const key of [first, second]) {
    if (!Object.hasOwn(value, key)) throw keyMissing(criterion, key)
  }
  return [member(value, first), member(value, second)]
}

/** A condition on a switch. */
export function booleanCondition(criterion: Criterion): MeetsData {
  if (criterion.operator !== '=' && criterion.operator !== '!=') throw unsupported(criterion)
  const wanted = booleanOf(criterion) === (criterion.operator === '=')
  return (data) => data === wanted
}

/** A condition on a day. */
export function dateCondition(criterion: Criterion): MeetsData {
  const meets = timeCondition(criterion, {
    human: 'yyyy-mm-dd',
    php: 'Y-m-d',
    read: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN),
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
  const wanted = new Set(codesOf(criterion))
  const noun = attribute.type === 'pim_catalog_multiselect' ? 'options' : 'option'
  for (const code of wanted) {
    if (!operation.attributeOptions.has(`${attribute.code}.${code}`)) {
      throw unprocessable(`Object "${noun}" with code "${code}" does not exist`)
    }
  }
  return (data) => [data].flat().some((code) => wanted.has(String(code))) === isIn
}
