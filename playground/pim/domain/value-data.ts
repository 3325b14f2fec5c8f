import type { Attribute } from './catalogue-state.ts'
import { measurementFamilyOf } from './measurement-family.ts'
import type { Operation } from './operation.ts'
import { missingKey, PropertyError, wrongStructure, wrongType } from './property-error.ts'
import { member, typeName } from './search.ts'
import { isNumeric, numberMessages, toAmount } from './value-number.ts'
import { textMessages } from './value-text.ts'

/** Data of a value as the PIM keeps it, and what its attribute has against it. */
export interface ReadData {
  readonly data: unknown
  readonly messages: readonly string[]
  /** Of which currency, where a price is meant. */
  readonly currency?: string
}

/** Reads data that is not empty. Throws `PropertyError` when it is of another kind than the attribute takes. */
export function readData(operation: Operation, attribute: Attribute, data: unknown): ReadData {
  switch (attribute.type) {
    case 'pim_catalog_identifier':
    case 'pim_catalog_text':
    case 'pim_catalog_textarea':
      return readTextData(attribute, data)
    case 'pim_catalog_number':
      return readNumber(attribute, data)
    case 'pim_catalog_metric':
      return readMetric(operation, attribute, data)
    case 'pim_catalog_price_collection':
      return readPrices(operation, attribute, data)
    case 'pim_catalog_boolean':
      return readBoolean(attribute, data)
    case 'pim_catalog_date':
      return readDate(attribute, data)
    case 'pim_catalog_simpleselect':
      if (typeof data !== 'string') throw wrongType(attribute.code, 'a string', data)
      return { data, messages: optionMessages(operation, attribute, [data]) }
    case 'pim_catalog_multiselect':
      return readOptions(operation, attribute, data)
    default:
      throw new PropertyError(
        `Property "${attribute.code}" expects a valid pathname as data, "${typeof data === 'string' ? data : typeName(data)}" given.`,
      )
  }
}

function readTextData(attribute: Attribute, data: unknown): ReadData {
  if (typeof data === 'string') return { data, messages: textMessages(attribute, data) }
  throw new PropertyError(
    `The ${attribute.code} attribute requires a string, a ${typeName(data)} was detected.`,
  )
}

function readNumber(attribute: Attribute, data: unknown): ReadData {
  if (typeof data === 'object') throw wrongType(attribute.code, 'a scalar', data)
  const messages = numberMessages(attribute, data)
  return { data: messages.length > 0 ? data : toAmount(attribute, data, 4), messages }
}

function readMetric(operation: Operation, attribute: Attribute, data: unknown): ReadData {
  const { code } = attribute
  if (typeof data !== 'object') throw wrongType(code, 'an array', data)
  const [amount, unit] = [member(data, 'amount'), member(data, 'unit')]
  if (amount === undefined) throw missingKey(code, 'amount')
  if (unit === undefined) throw missingKey(code, 'unit')
  if (!isNumeric(amount)) {
    throw wrongStructure(code, `key "amount" has to be a numeric, "${typeName(amount)}" given`)
  }
  if (typeof unit !== 'string') {
    throw wrongStructure(code, `key "unit" has to be a string, "${typeName(unit)}" given`)
  }
  const family = measurementFamilyOf(operation, attribute)
  const isKnown = family !== undefined && Object.hasOwn(family.units, unit)
  return {
    data: { amount: toAmount(attribute, amount, 4), unit },
    messages: [
      ...numberMessages(attribute, amount),
      ...(isKnown ? [] : ['Please specify a valid metric unit']),
    ],
  }
}

function readPrices(operation: Operation, attribute: Attribute, data: unknown): ReadData {
  const { code } = attribute
  if (typeof data !== 'object' || data === null) throw wrongType(code, 'an array', data)
  const prices = Object.values(data).map((price: unknown) => {
    if (typeof price !== 'object' || price === null) {
      throw new PropertyError(`Property "${code}" expects an array of arrays as data.`)
    }
    const [amount, currency] = [member(price, 'amount') ?? null, member(price, 'currency') ?? null]
    if (amount === null) throw missingKey(code, 'amount')
    if (currency === null) throw missingKey(code, 'currency')
    if (typeof currency !== 'string') throw wrongType(code, 'a string', currency)
    if (typeof amount === 'object') throw wrongType(code, 'a scalar', amount)
    return { amount, currency }
  })
  const byCurrency = new Map(prices.map((price) => [price.currency, price]))
  const sorted = [...byCurrency.values()].sort((one, other) =>
    one.currency < other.currency ? -1 : 1,
  )
  const isUnknown = (price: { currency: string }): boolean =>
    operation.currencies.get(price.currency)?.enabled !== true
  const wrong = sorted.find(
    (price) => isUnknown(price) || numberMessages(attribute, price.amount).length > 0,
  )
  const messages = sorted.flatMap((price) => [
    ...(isUnknown(price) ? ['Please specify a valid currency'] : []),
    ...numberMessages(attribute, price.amount),
  ])
  return {
    data: sorted.map(({ amount, currency }) => ({
      amount: messages.length > 0 ? amount : toAmount(attribute, amount, 2),
      currency,
    })),
    messages,
    ...(wrong && { currency: wrong.currency }),
  }
}

function readBoolean(attribute: Attribute, data: unknown): ReadData {
  if (typeof data === 'boolean') return { data, messages: [] }
  throw new PropertyError(
    `The ${attribute.code} attribute requires a boolean value (true or false) as data, a ${typeName(data)} was detected.`,
  )
}

function readDate(attribute: Attribute, data: unknown): ReadData {
  if (typeof data !== 'string') throw wrongType(attribute.code, 'a string', data)
  const day = readDay(data)
  if (day === undefined) {
    throw new PropertyError(
      `Property "${attribute.code}" expects a string with the format "yyyy-mm-dd" as data, "${data}" given.`,
    )
  }
  const requires = `The ${attribute.code} attribute requires a date that should be`
  const [earliest, latest] = [attribute.date_min?.slice(0, 10), attribute.date_max?.slice(0, 10)]
  return {
    data: `${day}T00:00:00+00:00`,
    messages: [
      ...(earliest && day < earliest ? [`${requires} ${earliest} or after.`] : []),
      ...(latest && day > latest ? [`${requires} ${latest} or before.`] : []),
    ],
  }
}

/** The day of a date, as in `2024-05-06`; undefined when it is none. */
export function readDay(text: string): string | undefined {
  const shape = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/
  const [, year, month, day] = shape.exec(text)?.map(Number) ?? []
  if (year === undefined || !month || !day || month > 12 || day > 31) return undefined
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, day)
  return time.toISOString().slice(0, 10)
}

function readOptions(operation: Operation, attribute: Attribute, data: unknown): ReadData {
  if (typeof data !== 'object' || data === null) throw wrongType(attribute.code, 'an array', data)
  const codes = Object.values(data).map((code: unknown) => {
    if (typeof code === 'string') return code
    throw wrongStructure(
      attribute.code,
      `one of the options is not a string, "${typeName(code)}" given`,
    )
  })
  const sorted = [...new Set(codes)].sort()
  return { data: sorted, messages: optionMessages(operation, attribute, sorted) }
}

function optionMessages(
  operation: Operation,
  { code }: Attribute,
  options: readonly string[],
): string[] {
  const unknown = options.filter((option) => !operation.attributeOptions.has(`${code}.${option}`))
  if (unknown.length === 0) return []
  const values = unknown.length === 1 ? 'value is' : 'values are'
  return [`The ${unknown.join(', ')} ${values} not in the ${code} attribute option list.`]
}
