import type {
  CatalogSource,
  MappingEntry,
  MappingTarget,
  ProductMapping,
} from '../api/catalog-mapping.ts'

const noSource: MappingEntry = { source: null, scope: null, locale: null }

/** What fills a target; nothing, when nobody mapped it. */
export function entryOf(mapping: ProductMapping, { code }: MappingTarget): MappingEntry {
  return (Object.hasOwn(mapping, code) ? mapping[code] : undefined) ?? noSource
}

/** The mapping with another entry for a target. An entry that says nothing is left out. */
export function withEntry(
  mapping: ProductMapping,
  { code }: MappingTarget,
  entry: MappingEntry,
): ProductMapping {
  const others = Object.entries(mapping).filter(([target]) => target !== code)
  const isEmpty = entry.source === null && entry.default === undefined
  return Object.fromEntries(isEmpty ? others : [...others, [code, entry]])
}

/** An entry with another source; where and in which unit it is to be read begins anew, the default value stays. */
export function withSource(entry: MappingEntry, source: string | null): MappingEntry {
  return { ...noSource, source, ...(entry.default !== undefined && { default: entry.default }) }
}

/** An entry with another default value, or with none. */
export function withDefault(
  { source, scope, locale, parameters }: MappingEntry,
  value: string | number | boolean | undefined,
): MappingEntry {
  const place = { source, scope, locale, ...(parameters && { parameters }) }
  return value === undefined ? place : { ...place, default: value }
}

/** The sources that fit a target: what every product has first, then attributes by label. */
export function sourcesFor(
  { sourceTypes }: MappingTarget,
  sources: readonly CatalogSource[],
): readonly CatalogSource[] {
  const isSystem = ({ type }: CatalogSource) => !type.startsWith('pim_')
  return sources
    .filter(({ type }) => sourceTypes.includes(type))
    .toSorted(
      (one, other) =>
        Number(isSystem(other)) - Number(isSystem(one)) || one.label.localeCompare(other.label),
    )
}

/** What stands beside a target in the list: its source by name, or its default value alone. */
export function summaryOf(entry: MappingEntry, sources: readonly CatalogSource[]): string {
  const { source, default: fallback } = entry
  if (source !== null) {
    return sources.find(({ code }) => code === source)?.label ?? `[${source}]`
  }
  if (fallback === undefined) return ''
  return typeof fallback === 'boolean' ? (fallback ? 'Yes' : 'No') : String(fallback)
}
