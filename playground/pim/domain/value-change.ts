import { isIdentifier } from './attribute.ts'
import type { Attribute, ProductValue, Values } from './catalogue-state.ts'
import type { Violation } from './error.ts'
import { readEntries } from './fields.ts'
import type { Operation } from './operation.ts'
import { byOnlyValue } from './product-lookups.ts'
import { missingKey, PropertyError, wrongStructure } from './property-error.ts'
import { member, typeName } from './search.ts'
import { readData } from './value-data.ts'

/** A broken rule about one value of a product (contract I.3). */
export interface ValueViolation extends Violation {
  readonly attribute: string
  readonly locale: string | null
  readonly scope: string | null
  readonly currency?: string
}

/** Values after a change. */
export interface ChangedValues {
  readonly values: Values
  /** What the value of the identifying attribute says; undefined when it was not given. */
  readonly identifier: string | null | undefined
  readonly violations: readonly ValueViolation[]
}

/**
 * Lays given values over those that are there: each of its attribute, locale and channel replaces one, and an empty one
 * takes it away (contract I.5). Throws `PropertyError` for what cannot be a value.
 */
export function changeValues(operation: Operation, before: Values, given: unknown): ChangedValues {
  const merged = new Map(Object.entries(before))
  const violations: ValueViolation[] = []
  let identifier: string | null | undefined
  for (const [code, values] of readValues(given)) {
    const attribute = operation.attributes.get(code)
    if (!attribute) throw new PropertyError(`The ${code} attribute does not exist in your PIM.`)
    const own = new Map(merged.get(code)?.map((value) => [placeOf(value), value]))
    for (const value of values) {
      requirePlace(attribute, value)
      const read = isEmpty(value.data) ? undefined : readData(operation, attribute, value.data)
      if (isIdentifier(attribute)) {
        identifier = read ? String(read.data) : null
      } else {
        put(own, { ...value, data: read?.data })
      }
      const place = { attribute: code, locale: value.locale, scope: value.scope }
      const messages = [...placeMessages(operation, attribute, value), ...(read?.messages ?? [])]
      for (const message of isIdentifier(attribute) ? [] : messages) {
        const currency = read?.currency
        violations.push({ property: 'values', message, ...place, ...(currency && { currency }) })
      }
    }
    if (own.size === 0) merged.delete(code)
    else merged.set(code, [...own.values()])
  }
  return { values: Object.fromEntries(merged), identifier, violations }
}

/** The given values by attribute. Throws `PropertyError` when they are not built as values are. */
function readValues(given: unknown): [string, ProductValue[]][] {
  return readEntries('values', given).map(([code, values]) => {
    const read = readEntries(code, values).map(([, value]) => readValue(code, value))
    const places = read.filter(({ data }) => data !== null).map(placeOf)
    if (new Set(places).size < places.length) {
      throw new PropertyError(
        `You cannot update the same product value on the "${code}" attribute twice, with the same scope and locale.`,
      )
    }
    return [code, read]
  })
}

function readValue(code: string, value: unknown): ProductValue {
  if (typeof value !== 'object' || value === null) {
    throw wrongStructure(code, 'one of the values is not an array')
  }
  for (const key of ['locale', 'scope', 'data']) {
    if (!Object.hasOwn(value, key)) throw missingKey(code, key)
  }
  return {
    locale: readPlace(code, 'locale', member(value, 'locale')),
    scope: readPlace(code, 'scope', member(value, 'scope')),
    data: member(value, 'data'),
  }
}

function readPlace(code: string, key: 'locale' | 'scope', place: unknown): string | null {
  if (place === null || typeof place === 'string') return place
  throw new PropertyError(
    `Property "${code}" expects a value with a string as ${key}, "${typeName(place)}" given.`,
  )
}

/** Throws `PropertyError` unless a value names a locale and a channel exactly where its attribute has them. */
function requirePlace(attribute: Attribute, { locale, scope }: ProductValue): void {
  const { localizable, scopable, code } = attribute
  if ((locale !== null) === localizable && (scope !== null) === scopable) return
  const channel = scopable ? 'a channel code' : 'a null channel code'
  const language = localizable ? 'a locale code' : 'a null locale code'
  const expects =
    localizable && !scopable ? `${language} and ${channel}` : `${channel} and ${language}`
  throw new PropertyError(
    `Attribute "${code}" expects ${expects}, "${scope ?? ''}" channel code and "${locale ?? ''}" locale code given.`,
  )
}

/** What an attribute has against the locale and channel of a value. */
function placeMessages(
  operation: Operation,
  attribute: Attribute,
  { locale, scope }: ProductValue,
): string[] {
  const { code, available_locales: available } = attribute
  const channel = scope === null ? undefined : operation.channels.get(scope)
  if (scope !== null && !channel) {
    return [`Attribute "${code}" expects an existing scope, "${scope}" given.`]
  }
  if (locale === null) return []
  if (operation.locales.get(locale)?.enabled !== true) {
    return [`Attribute "${code}" expects an existing and activated locale, "${locale}" given.`]
  }
  if (channel && !channel.locales.includes(locale)) {
    return [
      `Attribute "${code}" expects a valid locale, "${locale}" is not bound to channel "${scope}".`,
    ]
  }
  if (available.length > 0 && !available.includes(locale)) {
    return [`The ${locale} locale is not available on the ${code} attribute.`]
  }
  return []
}

/** A value replaces the one of its place; an empty one takes it away. */
function put(own: Map<string, ProductValue>, value: ProductValue): void {
  if (value.data === undefined) own.delete(placeOf(value))
  else own.set(placeOf(value), value)
}

function placeOf({ locale, scope }: ProductValue): string {
  return JSON.stringify([scope, locale])
}

function isEmpty(data: unknown): boolean {
  if (data === null || data === '') return true
  return typeof data === 'object' && Object.keys(data).length === 0
}

/** Values of unique attributes that another product has already. */
export function uniquenessViolations(
  operation: Operation,
  uuid: string,
  values: Values,
): ValueViolation[] {
  return Object.entries(values).flatMap(([code, own]) => {
    if (operation.attributes.get(code)?.unique !== true) return []
    const data = own[0]?.data
    if (data === undefined || !isTaken(operation, uuid, code, data)) return []
    const message = `The ${code} attribute can not have the same value more than once. The ${String(data)} value is already set on another product.`
    return [{ property: 'values', message, attribute: code, locale: null, scope: null }]
  })
}

function isTaken(operation: Operation, uuid: string, code: string, data: unknown): boolean {
  const owners = operation.products.keysWhere(byOnlyValue(code), data)
  return owners.some((owner) => owner !== uuid)
}
