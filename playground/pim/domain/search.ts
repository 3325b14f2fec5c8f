import { PimError } from './error.ts'

/** One condition of a search (contract I.6). Conditions of a search are joined by AND. */
export interface Criterion {
  readonly property: string
  readonly operator: string
  readonly value: unknown
  readonly locale: unknown
  readonly locales: unknown
  readonly scope: unknown
}

// As many as the real PIM's search engine takes unless it is told otherwise.
const mostConditions = 1024

/** Reads the conditions of a search for products. Throws `unprocessable` (contract I.3). */
export function readCriteria(search: object): Criterion[] {
  const criteria = Object.entries(search).flatMap(([property, filters]: [string, unknown]) => {
    if (!isList(filters)) throw unprocessable(structureMessage(property))
    return filters.map((filter) => readCriterion(property, filter))
  })
  if (criteria.length <= mostConditions) return criteria
  throw unprocessable(`A search can have at most ${mostConditions} conditions.`)
}

function readCriterion(property: string, filter: unknown): Criterion {
  const read = (key: string): unknown => member(filter, key)
  const operator = read('operator')
  if (operator === undefined || operator === null) throw unprocessable(operatorMissing(property))
  if (typeof operator !== 'string') throw unprocessable(operatorType(operator))
  return {
    property,
    operator,
    value: read('value'),
    locale: read('locale') ?? undefined,
    locales: read('locales') ?? undefined,
    scope: read('scope') ?? undefined,
  }
}

/** A list that is not empty. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0
}

/** An own member of an object, else undefined. */
export function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<string, unknown>)[key]
}

export function structureMessage(property: string): string {
  return `Structure of filter "${property}" should respect this structure: {"${property}":[{"operator": "my_operator", "value": "my_value"}]}`
}

export function operatorMissing(property: string): string {
  return `Operator is missing for the property "${property}".`
}

export function operatorType(operator: unknown): string {
  return `Operator has to be a string, "${typeName(operator)}" given.`
}

/** `unprocessable`: the property is unknown, or cannot be compared in this way. */
export function unsupported({ property, operator }: Criterion): PimError {
  return unprocessable(
    `Filter on property "${property}" is not supported or does not support operator "${operator}"`,
  )
}

/** `unprocessable`: the value of a condition is of another kind than `expected`, as in `an array`. */
export function unexpected({ property, value }: Criterion, expected: string): PimError {
  return unprocessable(
    `Property "${property}" expects ${expected} as data, "${typeName(value)}" given.`,
  )
}

export function unprocessable(message: string): PimError {
  return new PimError('unprocessable', message)
}

/** A value's type by the name that the PIM uses in its messages. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'double'
  return typeof value === 'object' ? 'array' : typeof value
}

/** `unprocessable`: the value of a condition, or a part of it, has not `key`. */
export function keyMissing({ property }: Criterion, key: string): PimError {
  return unprocessable(`Property "${property}" expects an array with the key "${key}".`)
}

/** `unprocessable`: the value of a condition is a list or an object, but not as it must be. */
export function badStructure({ property }: Criterion, because: string): PimError {
  return unprocessable(`Property "${property}" expects an array with valid data, ${because}.`)
}

/** The strings of a condition's value. Throws `unprocessable` when it is no list of strings. */
export function stringsOf(criterion: Criterion): readonly string[] {
  const { property } = criterion
  return listOf(criterion).map((item) => {
    if (typeof item === 'string') return item
    throw unprocessable(`Property "${property}" expects an array of strings as data.`)
  })
}

/** The codes of a condition's value, which may be numbers. Throws `unprocessable` when it is no list of codes. */
export function codesOf(criterion: Criterion): readonly string[] {
  return listOf(criterion).map((item) => {
    if (typeof item === 'string') return item
    if (typeof item === 'number') return String(item)
    throw unexpected({ ...criterion, value: item }, 'a string')
  })
}

function listOf(criterion: Criterion): readonly unknown[] {
  if (!Array.isArray(criterion.value)) throw unexpected(criterion, 'an array')
  return criterion.value
}

/** The string of a condition's value. Throws `unprocessable` when it is none. */
export function stringOf(criterion: Criterion): string {
  if (typeof criterion.value !== 'string') throw unexpected(criterion, 'a string')
  return criterion.value
}

/** The boolean of a condition's value. Throws `unprocessable` when it is none. */
export function booleanOf(criterion: Criterion): boolean {
  if (typeof criterion.value !== 'boolean') throw unexpected(criterion, 'a boolean')
  return criterion.value
}
