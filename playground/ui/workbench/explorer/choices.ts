import { composePath } from './compose.ts'
import type { Operation } from './operations.ts'

const lists: Readonly<Record<string, string>> = {
  scope: 'channels',
  search_scope: 'channels',
  locales: 'locales',
  search_locale: 'locales',
  attributes: 'attributes',
}

/**
 * Where the values of a parameter are listed: for one of the path the list above it, with the parameters before it
 * filled in. Undefined where there is no such list, or something before it is still missing.
 */
export function findListPath(
  operations: readonly Operation[],
  operation: Operation,
  name: string,
  values: Readonly<Record<string, string>>,
): string | undefined {
  const known = lists[name]
  const isInPath = operation.path.includes(`{${name}}`)
  if (!isInPath) return known === undefined ? undefined : `/api/rest/v1/${known}?limit=100`
  const path = operation.path.slice(0, operation.path.indexOf(`/{${name}}`))
  // Names of parameters differ from one endpoint to the next; their places do not.
  const shape = path.replaceAll(/\{[^}]*\}/g, '{}')
  const list = operations.find(
    (each) => each.method === 'GET' && each.path.replaceAll(/\{[^}]*\}/g, '{}') === shape,
  )
  if (!list) return undefined
  const before = operation.parameters.filter((each) => path.includes(`{${each.name}}`))
  const filled = composePath({ ...operation, path, parameters: before }, values)
  if (filled.includes('{')) return undefined
  return list.parameters.some((each) => each.name === 'limit') ? `${filled}?limit=100` : filled
}

/** The codes, identifiers or UUIDs in a list that the API gave; empty where it is no list. */
export function readChoices(body: string, name: string): string[] {
  const keys =
    name === 'uuid' ? [name] : name === 'id' ? [name, 'client_id'] : ['identifier', 'code']
  try {
    const parsed = JSON.parse(body) as Record<string, { items?: unknown }> | unknown[] | null
    const items = Array.isArray(parsed) ? parsed : parsed?.['_embedded']?.items
    if (!Array.isArray(items)) return []
    return items.flatMap((item: unknown) => {
      if (typeof item !== 'object' || item === null) return []
      const told = item as Record<string, unknown>
      // Only attributes that are chosen from a list have options.
      if (name === 'attribute_code' && !String(told['type']).endsWith('select')) return []
      const values = keys.map((key) => told[key])
      return values.filter((value) => typeof value === 'string').slice(0, 1)
    })
  } catch {
    return []
  }
}
