import { PimError } from './error.ts'
import { typeName } from './search.ts'

/**
 * A property of a request that cannot be set as it is. The REST API adds where its documentation tells of the format
 * (contract I.3).
 */
export class PropertyError extends PimError {
  override name = 'PropertyError'

  constructor(message: string) {
    super('unprocessable', message)
  }
}

export function unknownProperty(property: string): PropertyError {
  return new PropertyError(`Property "${property}" does not exist.`)
}

/** The value is of another kind than `expected`, as in `an array`. */
export function wrongType(property: string, expected: string, value: unknown): PropertyError {
  return new PropertyError(
    `Property "${property}" expects ${expected} as data, "${typeName(value)}" given.`,
  )
}

/** A list or object whose parts are not as they must be. */
export function wrongStructure(property: string, because: string): PropertyError {
  return new PropertyError(`Property "${property}" expects an array with valid data, ${because}.`)
}

/** An object without one of its keys. */
export function missingKey(property: string, key: string): PropertyError {
  return new PropertyError(`Property "${property}" expects an array with the key "${key}".`)
}

export interface WrongCode {
  readonly property: string
  /** Which code is expected, as in `category code`. */
  readonly key: string
  readonly because: string
  readonly given: unknown
}

/** The code of something that does not exist or does not fit. */
export function wrongCode({ property, key, because, given }: WrongCode): PropertyError {
  return new PropertyError(
    `Property "${property}" expects a valid ${key}. ${because}, "${String(given)}" given.`,
  )
}

export function emptyValue(property: string): PropertyError {
  return new PropertyError(`Property "${property}" does not expect an empty value.`)
}

export function immutable(property: string, given: unknown): PropertyError {
  const shown = given === null ? 'NULL' : typeof given === 'object' ? 'array' : String(given)
  return new PropertyError(`Property "${property}" cannot be modified, "${shown}" given.`)
}
