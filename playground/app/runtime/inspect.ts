const maximumDepth = 4
const maximumItems = 100

/** One line (or a few) of text for what was given to `console.log`, much like Node.js prints it. */
export function formatLog(values: readonly unknown[]): string {
  const [first, ...rest] = values
  if (typeof first !== 'string') return values.map((value) => inspect(value, 0)).join(' ')
  const text = first.replaceAll(/%[sdifjoO%]/g, (placeholder) => {
    if (placeholder === '%%') return '%'
    if (rest.length === 0) return placeholder
    const value = rest.shift()
    if (placeholder === '%s') return typeof value === 'string' ? value : inspect(value, 1)
    if (placeholder === '%d' || placeholder === '%f') return String(Number(value))
    if (placeholder === '%i') return String(Math.trunc(Number(value)))
    return inspect(value, 0)
  })
  return [text, ...rest.map((value) => inspect(value, 0))].join(' ')
}

function inspect(value: unknown, depth: number, seen: readonly unknown[] = []): string {
  if (typeof value === 'string') return depth === 0 ? value : `'${value}'`
  if (typeof value === 'function') return `[Function: ${value.name || '(anonymous)'}]`
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Error) return value.stack ?? String(value)
  if (value instanceof URL) return value.href
  if (value instanceof URLSearchParams) return `URLSearchParams { ${value} }`
  if (value instanceof Date) return value.toISOString()
  if (seen.includes(value)) return '[Circular]'
  if (depth > maximumDepth) return Array.isArray(value) ? '[Array]' : '[Object]'
  const inner = (item: unknown) => inspect(item, depth + 1, [...seen, value])
  if (value instanceof Map) return inspectEntries('Map', [...value], inner)
  if (value instanceof Headers) return inspectEntries('Headers', [...value], inner)
  if (value instanceof Set) return `Set { ${[...value].map(inner).join(', ')} }`
  if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : `[ ${limited(value.map(inner)).join(', ')} ]`
  }
  const fields = Object.entries(value).map(([key, item]) => `${key}: ${inner(item)}`)
  const name = Object.getPrototypeOf(value)?.constructor?.name
  const prefix = name && name !== 'Object' ? `${name} ` : ''
  if (fields.length === 0) return `${prefix}{}`
  const oneLine = `${prefix}{ ${limited(fields).join(', ')} }`
  if (oneLine.length <= 76 && !oneLine.includes('\n')) return oneLine
  const indent = '  '.repeat(depth + 1)
  return `${prefix}{\n${indent}${limited(fields).join(`,\n${indent}`)}\n${'  '.repeat(depth)}}`
}

function inspectEntries(
  name: string,
  entries: readonly (readonly [unknown, unknown])[],
  inner: (value: unknown) => string,
): string {
  return `${name} { ${entries.map(([key, item]) => `${inner(key)} => ${inner(item)}`).join(', ')} }`
}

function limited(items: string[]): string[] {
  if (items.length <= maximumItems) return items
  return [...items.slice(0, maximumItems), `… ${items.length - maximumItems} more`]
}
