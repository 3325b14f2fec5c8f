import {
  readFlag,
  readList,
  readMap,
  readOneOf,
  readRecord,
  readText,
  readTextOrNull,
  readTexts,
} from './read.ts'

export interface Choice {
  code: string
  label: string
}

/** What a criterion can be about, and what can fill a target: an attribute, or what every product has. */
export interface CatalogSource extends Choice {
  type: string
  localizable: boolean
  scopable: boolean
  /** What else must be chosen where it fills a target. */
  parameter: MappingParameter | null
  /** Of a measurement. */
  units: readonly Choice[]
  /** Of a select. */
  options: readonly Choice[]
}

export type MappingParameter = (typeof mappingParameters)[number]

const mappingParameters = ['label_locale', 'unit', 'currency'] as const

/** A target of the format that an app gave its catalog. */
export interface MappingTarget extends Choice {
  description: string | null
  type: string
  format: string | null
  isRequired: boolean
  /** The PIM fills it by itself. */
  isFixed: boolean
  sourceTypes: readonly string[]
  takesDefault: boolean
}

/** What fills a target. */
export interface MappingEntry {
  /** The code of a source; null for the default value alone. */
  source: string | null
  scope: string | null
  locale: string | null
  parameters?: Readonly<Record<string, string>>
  default?: string | number | boolean
}

/** By the code of the target. */
export type ProductMapping = Readonly<Record<string, MappingEntry>>

export function readChoice(value: unknown): Choice {
  const record = readRecord(value)
  return { code: readText(record['code']), label: readText(record['label']) }
}

export function readSource(value: unknown): CatalogSource {
  const record = readRecord(value)
  const { parameter } = record
  return {
    ...readChoice(value),
    type: readText(record['type']),
    localizable: readFlag(record['localizable']),
    scopable: readFlag(record['scopable']),
    parameter: parameter === null ? null : readOneOf(mappingParameters)(parameter),
    units: readList(readChoice)(record['units']),
    options: readList(readChoice)(record['options']),
  }
}

export function readTarget(value: unknown): MappingTarget {
  const record = readRecord(value)
  return {
    ...readChoice(value),
    description: readTextOrNull(record['description']),
    type: readText(record['type']),
    format: readTextOrNull(record['format']),
    isRequired: readFlag(record['is_required']),
    isFixed: readFlag(record['is_fixed']),
    sourceTypes: readTexts(record['source_types']),
    takesDefault: readFlag(record['takes_default']),
  }
}

export function readMapping(value: unknown): ProductMapping {
  return Object.fromEntries(readMap(readEntry)(value ?? {}))
}

function readEntry(value: unknown): MappingEntry {
  const record = readRecord(value)
  const { parameters, default: fallback } = record
  return {
    source: readTextOrNull(record['source']),
    scope: readTextOrNull(record['scope']),
    locale: readTextOrNull(record['locale']),
    ...(parameters !== undefined && {
      parameters: Object.fromEntries(readMap(readText)(parameters)),
    }),
    ...(isPlain(fallback) && { default: fallback }),
  }
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
