import { Bytes } from './bytes.ts'
import { collect, inspectBytes, nameOf, nameOfFunction, quote } from './inspect-parts.ts'

const maximumDepth = 4
/** How much text one call may make of objects: what is written beyond it is never made. */
const maximumText = 20_000

interface Visit {
  readonly depth: number
  readonly seen: readonly object[]
  readonly budget: { left: number }
  readonly describe: (error: Error) => string
}

/**
 * One line (or a few) of text for what was given to `console.log`, much like Node.js prints it. No getter is called,
 * and an object that does not let itself be read is named so. `describe` gives the text of an error.
 */
export function formatLog(
  values: readonly unknown[],
  describe: (error: Error) => string = (error) => error.stack ?? String(error),
): string {
  const visit: Visit = { depth: 0, seen: [], budget: { left: maximumText }, describe }
  const write = (value: unknown) => inspect(value, visit)
  const [first, ...rest] = values
  if (typeof first !== 'string') return values.map(write).join(' ')
  const text = first.replaceAll(/%[sdifjoOc%]/g, (placeholder) => {
    if (placeholder === '%%') return '%'
    if (rest.length === 0) return placeholder
    const value = rest.shift()
    if (placeholder === '%c') return ''
    if (placeholder === '%s') {
      return typeof value === 'string' ? value : inspect(value, { ...visit, depth: 1 })
    }
    if (placeholder === '%d' || placeholder === '%f') return formatNumber(value, Number)
    if (placeholder === '%i') return formatNumber(value, (given) => Math.trunc(Number(given)))
    return write(value)
  })
  return [text, ...rest.map(write)].join(' ')
}

function formatNumber(value: unknown, read: (value: unknown) => number): string {
  if (typeof value === 'bigint') return `${value}n`
  return String(typeof value === 'symbol' || typeof value === 'object' ? NaN : read(value))
}

function inspect(value: unknown, visit: Visit): string {
  const { budget, depth, seen } = visit
  if (budget.left <= 0 && depth > 0) return '…'
  if (typeof value !== 'object' || value === null) {
    const text = inspectSimple(value, depth)
    budget.left -= text.length + 2
    return text.length <= maximumText || depth === 0 ? text : `${text.slice(0, maximumText)}…`
  }
  budget.left -= 2
  if (seen.includes(value)) return '[Circular]'
  try {
    return inspectObject(value, visit)
  } catch {
    return '[an object that cannot be read]'
  }
}

function inspectSimple(value: unknown, depth: number): string {
  if (typeof value === 'string') return depth === 0 ? value : quote(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return nameOfFunction(value)
  return Object.is(value, -0) ? '-0' : String(value)
}

function inspectObject(value: object, visit: Visit): string {
  const inner: Visit = { ...visit, depth: visit.depth + 1, seen: [...visit.seen, value] }
  const write = (item: unknown) => inspect(item, inner)
  if (value instanceof Error) return visit.describe(value) + extraFields(value, inner)
  if (value instanceof URL) return value.href
  if (value instanceof URLSearchParams) return `URLSearchParams { ${value} }`
  if (value instanceof RegExp) return String(value)
  if (value instanceof Date) return Number.isNaN(+value) ? 'Invalid Date' : value.toISOString()
  if (value instanceof Bytes) return inspectBytes(value)
  const name = nameOf(value)
  if (/^(Number|String|Boolean|Symbol|BigInt)$/.test(name)) {
    return `[${name}: ${inspect(value.valueOf(), inner)}]`
  }
  if (visit.depth > maximumDepth) return Array.isArray(value) ? '[Array]' : '[Object]'
  if (value instanceof ArrayBuffer) return `ArrayBuffer { byteLength: ${value.byteLength} }`
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return `${name} ${inspectList(value as unknown as readonly number[], write)}`
  }
  if (value instanceof Map) return inspectEntries('Map', value, value.size, write)
  if (value instanceof Headers) {
    return inspectEntries('Headers', value, [...value.keys()].length, write)
  }
  if (value instanceof Set) {
    return `Set { ${collect(value, value.size, write).join(', ')} }`
  }
  if (Array.isArray(value)) return value.length === 0 ? '[]' : inspectList(value, write)
  return inspectFields(value, name, inner)
}

function inspectFields(value: object, name: string, inner: Visit): string {
  const read =
    value instanceof Response
      ? { status: value.status, ok: value.ok, url: value.url, headers: value.headers }
      : value instanceof Request
        ? { method: value.method, url: value.url, headers: value.headers }
        : value
  const keys = enumerableKeys(read)
  const fields = collect(keys, keys.length, (key) => inspectField(read, key, inner))
  const prefix = name === 'Object' ? '' : `${name} `
  if (fields.length === 0) return `${prefix}{}`
  const oneLine = `${prefix}{ ${fields.join(', ')} }`
  if (oneLine.length <= 76 && !oneLine.includes('\n')) return oneLine
  const indent = '  '.repeat(inner.depth)
  return `${prefix}{\n${indent}${fields.join(`,\n${indent}`)}\n${indent.slice(2)}}`
}

function inspectField(owner: object, key: string | symbol, inner: Visit): string {
  const { value, get, set } = Object.getOwnPropertyDescriptor(owner, key) ?? {}
  const isName = typeof key === 'string' && /^[\p{L}_$][\p{L}\d_$]*$/u.test(key)
  const shown = typeof key === 'symbol' ? `[${String(key)}]` : isName ? key : quote(key)
  const accessors = [get && 'Getter', set && 'Setter'].filter(Boolean).join('/')
  return `${shown}: ${accessors === '' ? inspect(value, inner) : `[${accessors}]`}`
}

function extraFields(error: Error, inner: Visit): string {
  const keys = enumerableKeys(error)
  const fields = collect(keys, keys.length, (key) => inspectField(error, key, inner))
  return fields.length === 0 ? '' : ` { ${fields.join(', ')} }`
}

function enumerableKeys(owner: object): (string | symbol)[] {
  const isShown = (key: symbol) => Object.getOwnPropertyDescriptor(owner, key)?.enumerable
  return [...Object.keys(owner), ...Object.getOwnPropertySymbols(owner).filter(isShown)]
}

function inspectList(list: readonly unknown[], write: (item: unknown) => string): string {
  // Arrays iterate over their holes too.
  return list.length === 0 ? '[]' : `[ ${collect(list, list.length, write).join(', ')} ]`
}

function inspectEntries(
  name: string,
  entries: Iterable<readonly [unknown, unknown]>,
  size: number,
  write: (item: unknown) => string,
): string {
  if (size === 0) return `${name} {}`
  const pair = ([key, item]: readonly [unknown, unknown]) => `${write(key)} => ${write(item)}`
  return `${name} { ${collect(entries, size, pair).join(', ')} }`
}
