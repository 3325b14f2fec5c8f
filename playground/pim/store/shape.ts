/** What a JSON value must look like. It is data, so that it can be checked and described alike. */
export type Shape =
  | { readonly kind: 'text'; readonly pattern?: RegExp }
  | { readonly kind: 'flag' }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'anything' }
  | { readonly kind: 'nullable'; readonly of: Shape }
  /** Of a record's field: it may be missing. */
  | { readonly kind: 'optional'; readonly of: Shape }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly of: Shape }
  | {
      readonly kind: 'record'
      readonly fields: Readonly<Record<string, Shape>>
      /** Whether there may be further fields. */
      readonly isOpen: boolean
    }

/** Where a value is not as it must be, as a JSON pointer (RFC 6901), and why. */
export interface Mismatch {
  readonly pointer: string
  readonly message: string
}

export const text: Shape = { kind: 'text' }
export const flag: Shape = { kind: 'flag' }
export const anything: Shape = { kind: 'anything' }

export function integer(least: number, most: number): Shape {
  return { kind: 'integer', least, most }
}

export function word(...words: readonly string[]): Shape {
  return { kind: 'word', words }
}

export function nullable(of: Shape): Shape {
  return { kind: 'nullable', of }
}

export function optional(of: Shape): Shape {
  return { kind: 'optional', of }
}

export function listOf(of: Shape): Shape {
  return { kind: 'list', of }
}

export function mapOf(of: Shape): Shape {
  return { kind: 'map', of }
}

/** A record with exactly the fields of `Value`, but those that are optional. */
export function recordOf<Value>(fields: { readonly [Name in keyof Value]-?: Shape }): Shape {
  return { kind: 'record', fields, isOpen: false }
}

/** A record with at least these fields of `Value`. */
export function openRecordOf<Value>(fields: {
  readonly [Name in keyof Value]?: Shape
}): Shape {
  return { kind: 'record', fields: fields as Record<string, Shape>, isOpen: true }
}

/** The first place where `value` is not of a shape, or nothing. `pointer` is where the value itself stands. */
export function findMismatch(shape: Shape, value: unknown, pointer = ''): Mismatch | undefined {
  switch (shape.kind) {
    case 'anything':
      return undefined
    case 'text':
      if (typeof value !== 'string') return expected('a string', value, pointer)
      if (!shape.pattern || shape.pattern.test(value)) return undefined
      return { pointer, message: `Expected a string like ${shape.pattern.source}` }
    case 'flag':
      return typeof value === 'boolean' ? undefined : expected('true or false', value, pointer)
    case 'integer':
      if (isIntegerIn(value, shape.least, shape.most)) return undefined
      return expected(`an integer from ${shape.least} to ${shape.most}`, value, pointer)
    case 'word':
      if (typeof value === 'string' && shape.words.includes(value)) return undefined
      return expected(`one of ${shape.words.join(', ')}`, value, pointer)
    case 'nullable':
      return value === null ? undefined : findMismatch(shape.of, value, pointer)
    case 'optional':
      return value === undefined ? undefined : findMismatch(shape.of, value, pointer)
    case 'list':
      if (!Array.isArray(value)) return expected('a list', value, pointer)
      return findFirst(value.entries(), (item, index) =>
        findMismatch(shape.of, item, `${pointer}/${index}`),
      )
    case 'map':
      if (!isObject(value)) return expected('an object', value, pointer)
      return findFirst(Object.entries(value), (item, name) =>
        findMismatch(shape.of, item, `${pointer}/${escapePointer(name)}`),
      )
    case 'record':
      return findInRecord(shape, value, pointer)
  }
}

function findInRecord(
  shape: Extract<Shape, { kind: 'record' }>,
  value: unknown,
  pointer: string,
): Mismatch | undefined {
  if (!isObject(value)) return expected('an object', value, pointer)
  const names = Object.keys(shape.fields)
  const missing = names.find((name) => {
    return !Object.hasOwn(value, name) && shape.fields[name]?.kind !== 'optional'
  })
  if (missing !== undefined) {
    return { pointer: `${pointer}/${escapePointer(missing)}`, message: 'Is missing' }
  }
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(shape.fields, name))
  if (unknown !== undefined && !shape.isOpen) {
    const message = `Is not known; known are ${names.join(', ')}`
    return { pointer: `${pointer}/${escapePointer(unknown)}`, message }
  }
  return findFirst(Object.entries(shape.fields), (field, name) =>
    findMismatch(field, value[name], `${pointer}/${escapePointer(name)}`),
  )
}

function findFirst<Key, Item>(
  entries: Iterable<readonly [Key, Item]>,
  find: (item: Item, key: Key) => Mismatch | undefined,
): Mismatch | undefined {
  for (const [key, item] of entries) {
    const mismatch = find(item, key)
    if (mismatch) return mismatch
  }
  return undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isIntegerIn(value: unknown, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
}

function expected(what: string, value: unknown, pointer: string): Mismatch {
  return { pointer, message: `Expected ${what}, found ${describe(value)}` }
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value !== 'string') return String(value)
  return value.length > 40 ? `"${value.slice(0, 37)}…"` : `"${value}"`
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
