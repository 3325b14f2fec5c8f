/** The items of a list as a small table. */
export interface ItemTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const preferred = ['identifier', 'code', 'family', 'parent', 'enabled', 'categories', 'labels']
const mostColumns = 4

/** Reads the envelope of a list (contract I.2); undefined when the text is something else. */
export function readItems(text: string): ItemTable | undefined {
  const items = readEmbedded(text)
  if (!items) return undefined
  const columns = preferred
    .filter((name) => items.some((item) => Object.hasOwn(item, name)))
    .slice(0, mostColumns)
  return { columns, rows: items.map((item) => columns.map((name) => toCell(item[name]))) }
}

function readEmbedded(text: string): Record<string, unknown>[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    const items = asRecord(asRecord(parsed)?.['_embedded'])?.['items']
    return Array.isArray(items) ? items.map((item) => asRecord(item) ?? {}) : undefined
  } catch {
    return undefined
  }
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(toCell).join(', ')
  if (typeof value !== 'object') return String(value)
  return String(Object.values(value)[0] ?? '')
}
