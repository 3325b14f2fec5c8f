import { translate } from '../api/violations.ts'

/**
 * What is wrong with a catalog: by the index of its criterion, by the name of its filter, by target and field of
 * its mapping, and with the whole.
 */
export interface CatalogErrors {
  criteria: ReadonlyMap<number, readonly string[]>
  filters: Readonly<Record<string, readonly string[]>>
  mapping: ReadonlyMap<string, FieldErrors>
  whole: readonly string[]
}

/** By `source`, `scope`, `locale`, `parameters` and `default`. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>

export const noCatalogErrors: CatalogErrors = {
  criteria: new Map(),
  filters: {},
  mapping: new Map(),
  whole: [],
}

/** Reads the violations of a refused catalog, by the paths that the PIM gives them. */
export function readCatalogErrors(body: unknown): CatalogErrors {
  const criteria = new Map<number, readonly string[]>()
  const filters: Record<string, readonly string[]> = {}
  const mapping = new Map<string, FieldErrors>()
  const whole: string[] = []
  for (const { path, text } of violationsOf(body)) {
    const [, index] = /^\[product_selection_criteria\]\[(\d+)\]/.exec(path) ?? []
    const [, kind] = /^\[product_value_filters\]\[(\w+)\]/.exec(path) ?? []
    const [, target, field] = /^\[product_mapping\]\[(.+?)\](?:\[(\w+)\].*)?$/.exec(path) ?? []
    if (index !== undefined) criteria.set(Number(index), [text])
    else if (kind !== undefined) filters[kind] = [text]
    else if (target !== undefined) {
      mapping.set(target, { ...mapping.get(target), [field ?? 'source']: [text] })
    } else whole.push(text)
  }
  return { criteria, filters, mapping, whole }
}

function violationsOf(body: unknown): { path: string; text: string }[] {
  if (typeof body !== 'object' || body === null || !('errors' in body)) return []
  if (!Array.isArray(body.errors)) return []
  return body.errors.flatMap((error: unknown) => {
    if (typeof error !== 'object' || error === null) return []
    if (!('propertyPath' in error) || !('message' in error)) return []
    const { propertyPath, message } = error
    if (typeof propertyPath !== 'string' || typeof message !== 'string') return []
    return [{ path: propertyPath, text: translate(message) }]
  })
}
