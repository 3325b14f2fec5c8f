import { type Answer, type Call, readNothing } from './call.ts'
import {
  type CatalogSource,
  type Choice,
  type MappingTarget,
  type ProductMapping,
  readChoice,
  readMapping,
  readSource,
  readTarget,
} from './catalog-mapping.ts'
import { readFlag, readList, readRecord, readText, readTextOrNull, readTexts } from './read.ts'

/** A selection of products that an app made for itself, and a person switches on. */
export interface AppCatalog {
  id: string
  name: string
  enabled: boolean
}

/** One condition on the products of a catalog; all of them must be met. */
export interface SelectionCriterion {
  field: string
  operator: string
  value: unknown
  scope: string | null
  locale: string | null
}

/** Which values the app gets; an empty list leaves all. */
export interface ValueFilters {
  channels: readonly string[]
  locales: readonly string[]
  currencies: readonly string[]
}

/** What people choose for a catalog. */
export interface CatalogSettings {
  enabled: boolean
  criteria: readonly SelectionCriterion[]
  filters: ValueFilters
  /** What fills the targets of the app's own format; null for a catalog without one. */
  mapping: ProductMapping | null
}

export interface ManagedCatalog extends AppCatalog, CatalogSettings {}

/** What criteria, filters and a mapping can name. */
export interface CatalogChoices {
  families: readonly Choice[]
  categories: readonly Choice[]
  /** With the codes of their locales. */
  channels: readonly (Choice & { locales: readonly string[] })[]
  locales: readonly Choice[]
  currencies: readonly Choice[]
  /** Attributes, and what every product has. */
  sources: readonly CatalogSource[]
}

export interface CatalogsApi {
  /** Those of an app's user. */
  list(owner: string): Promise<Answer<readonly AppCatalog[]>>
  read(id: string): Promise<Answer<ManagedCatalog>>
  choices(): Promise<Answer<CatalogChoices>>
  /** Of a catalog to which the app gave a format. */
  targets(id: string): Promise<Answer<readonly MappingTarget[]>>
  save(id: string, settings: CatalogSettings): Promise<Answer<null>>
}

const root = '/rest/catalogs'

/** The catalogs of connected apps, as people see them (contract H.3). */
export function createCatalogsApi(call: Call): CatalogsApi {
  const at = (id: string) => `${root}/${encodeURIComponent(id)}`
  return {
    list: (owner) =>
      call(`${root}?owner=${encodeURIComponent(owner)}`, { read: readList(readCatalog) }),
    read: (id) => call(at(id), { read: readManaged }),
    choices: () => call(`${root}/choices`, { read: readChoices }),
    targets: (id) => call(`${at(id)}/mapping-targets`, { read: readList(readTarget) }),
    save: (id, { enabled, criteria, filters, mapping }) =>
      call(at(id), {
        method: 'PATCH',
        body: {
          enabled,
          product_selection_criteria: criteria,
          product_value_filters: filters,
          ...(mapping && { product_mapping: mapping }),
        },
        read: readNothing,
      }),
  }
}

function readCatalog(value: unknown): AppCatalog {
  const record = readRecord(value)
  return {
    id: readText(record['id']),
    name: readText(record['name']),
    enabled: readFlag(record['enabled']),
  }
}

function readManaged(value: unknown): ManagedCatalog {
  const record = readRecord(value)
  const filters = readRecord(record['product_value_filters'])
  return {
    ...readCatalog(value),
    criteria: readList(readCriterion)(record['product_selection_criteria']),
    filters: {
      channels: readTexts(filters['channels'] ?? []),
      locales: readTexts(filters['locales'] ?? []),
      currencies: readTexts(filters['currencies'] ?? []),
    },
    mapping: readFlag(record['has_product_mapping_schema'])
      ? readMapping(record['product_mapping'])
      : null,
  }
}

function readCriterion(value: unknown): SelectionCriterion {
  const record = readRecord(value)
  return {
    field: readText(record['field']),
    operator: readText(record['operator']),
    value: record['value'],
    scope: readTextOrNull(record['scope']),
    locale: readTextOrNull(record['locale']),
  }
}

function readChoices(value: unknown): CatalogChoices {
  const record = readRecord(value)
  const read = readList(readChoice)
  return {
    families: read(record['families']),
    categories: read(record['categories']),
    channels: readList(readChannel)(record['channels']),
    locales: read(record['locales']),
    currencies: read(record['currencies']),
    sources: readList(readSource)(record['sources']),
  }
}

function readChannel(value: unknown): Choice & { locales: readonly string[] } {
  return { ...readChoice(value), locales: readTexts(readRecord(value)['locales']) }
}
