import type { Attribute, Labels } from './catalogue-state.ts'
import { measurementFamilyOf } from './measurement-family.ts'
import type { Operation } from './operation.ts'

/** A code, and what it is called in English. */
export interface Choice {
  readonly code: string
  readonly label: string
}

/** What a target of a mapping, or a condition of a selection, can be about: an attribute, or what every product has. */
export interface CatalogSource extends Choice {
  /** The type of the attribute; what every product has is of a type of its own. */
  readonly type: string
  readonly localizable: boolean
  readonly scopable: boolean
  /** What else must be said for a mapping: in which language, unit or currency. */
  readonly parameter: 'label_locale' | 'unit' | 'currency' | null
  /** Of a measurement. */
  readonly units: readonly Choice[]
  /** Of a select. */
  readonly options: readonly Choice[]
}

const parameters = new Map<string, CatalogSource['parameter']>([
  ['family', 'label_locale'],
  ['categories', 'label_locale'],
  ['pim_catalog_simpleselect', 'label_locale'],
  ['pim_catalog_multiselect', 'label_locale'],
  ['pim_catalog_metric', 'unit'],
  ['pim_catalog_price_collection', 'currency'],
])

const system: readonly Choice[] = [
  { code: 'categories', label: 'Categories' },
  { code: 'family', label: 'Family' },
  { code: 'status', label: 'Status' },
]

/** All that values can be taken from: what every product has, then the attributes by code. */
export function findCatalogSources(operation: Operation): readonly CatalogSource[] {
  const attributes = [...operation.attributes.values()].toSorted((one, other) =>
    one.code < other.code ? -1 : 1,
  )
  return [
    ...system.map((choice) => systemSource(choice)),
    ...attributes.map((attribute) => attributeSource(operation, attribute)),
  ]
}

/** One of them; undefined for a code that nothing has. */
export function findCatalogSource(operation: Operation, code: string): CatalogSource | undefined {
  const own = system.find((choice) => choice.code === code)
  if (own) return systemSource(own)
  const attribute = operation.attributes.get(code)
  return attribute && attributeSource(operation, attribute)
}

/** A code with its English label; in brackets where it has none. */
export function named({ code, labels }: { code: string; labels: Labels }): Choice {
  return { code, label: labels['en_US'] ?? `[${code}]` }
}

function systemSource(choice: Choice): CatalogSource {
  return {
    ...choice,
    type: choice.code,
    localizable: false,
    scopable: false,
    parameter: parameters.get(choice.code) ?? null,
    units: [],
    options: [],
  }
}

function attributeSource(operation: Operation, attribute: Attribute): CatalogSource {
  const { type, localizable, scopable } = attribute
  const family = measurementFamilyOf(operation, attribute)
  const options = operation.attributeOptions.where('attribute', attribute.code)
  return {
    ...named(attribute),
    type,
    localizable,
    scopable,
    parameter: parameters.get(type) ?? null,
    units: Object.values(family?.units ?? {}).map(named),
    options: options.map(named),
  }
}
