import type { Attribute, Labels, Product } from './catalogue-state.ts'
import { valueFor } from './completeness.ts'
import { measurementFamilyOf, toUnit } from './measurement-family.ts'
import type { Operation } from './operation.ts'
import { member } from './search.ts'
import { withAncestors } from './variant.ts'

/** Where a property of a mapped product comes from. */
export interface MappingSource {
  /** An attribute's code, or `family`, `categories` or `status`; null for nothing but the default. */
  readonly source: string | null
  readonly scope: string | null
  readonly locale: string | null
  /** `label_locale` of options, families and categories, `unit` of measurements, `currency` of prices. */
  readonly parameters?: Readonly<Record<string, string>>
  /** What is told of a product that has nothing there. */
  readonly default?: unknown
}

/** By property of the mapping schema. */
export type ProductMapping = Readonly<Record<string, MappingSource>>

/** What a value is taken from. */
interface Taken {
  readonly operation: Operation
  readonly product: Product
  readonly code: string
  /** The attribute's data; undefined for what every product has. */
  readonly data: unknown
  readonly parameters: Readonly<Record<string, string>>
}

type Take = (taken: Taken) => unknown

const asItIs: Take = ({ data }) => data

// By type and format of the property, then by kind of the source; what is not here cannot be mapped.
const takes: Readonly<Record<string, Readonly<Record<string, Take>>>> = {
  string: {
    pim_catalog_identifier: ({ product }) => product.identifier ?? undefined,
    pim_catalog_text: asItIs,
    pim_catalog_textarea: asItIs,
    pim_catalog_number: ({ data }) => String(data),
    pim_catalog_simpleselect: (taken) => optionLabels(taken)[0],
    pim_catalog_multiselect: (taken) => optionLabels(taken).join(', '),
    categories: (taken) => categoryLabels(taken)?.join(', '),
    family: familyLabel,
  },
  'string date-time': { pim_catalog_date: asItIs },
  number: {
    pim_catalog_number: ({ data }) => Number(data),
    pim_catalog_metric: amountInUnit,
    pim_catalog_price_collection: amountInCurrency,
  },
  boolean: { pim_catalog_boolean: asItIs, status: ({ product }) => product.enabled },
  'array string': { pim_catalog_multiselect: optionLabels, categories: categoryLabels },
}

const system = new Set(['categories', 'family', 'status'])

/** A product as a mapping schema asks for it: its UUID, and what the mapping finds for each other property. */
export function mapProduct(
  operation: Operation,
  product: Product,
  schema: unknown,
  mapping: ProductMapping = {},
): Readonly<Record<string, unknown>> {
  const whole = withAncestors(operation, product)
  const properties = Object.entries(member(schema, 'properties') as object)
  const mapped = properties.map(([name, target]: [string, unknown]) => {
    if (name === 'uuid') return [name, product.uuid]
    const source = Object.hasOwn(mapping, name) ? mapping[name] : undefined
    return [name, source && (take(operation, whole, target, source) ?? source.default)]
  })
  return Object.fromEntries(mapped.filter(([, value]) => value !== undefined))
}

/** Whether a mapped product has all that its schema requires: one that does not is not listed. */
export function hasRequired(schema: unknown, mapped: Readonly<Record<string, unknown>>): boolean {
  const required = (member(schema, 'required') ?? []) as readonly string[]
  return required.every((name) => Object.hasOwn(mapped, name))
}

/** What can fill a property of a mapping schema: types of attributes, or `family`, `categories` and `status`. */
export function kindsFor(target: unknown): readonly string[] {
  return Object.keys(takesFor(target))
}

function take(
  operation: Operation,
  product: Product,
  target: unknown,
  { source, scope, locale, parameters = {} }: MappingSource,
): unknown {
  if (source === null) return undefined
  const attribute = operation.attributes.get(source)
  const kind = system.has(source) ? source : attribute?.type
  const takesOf = takesFor(target)
  const takeOne = kind !== undefined && Object.hasOwn(takesOf, kind) ? takesOf[kind] : undefined
  if (!takeOne) return undefined
  const data = valueFor(product, source, locale, scope)?.data
  const isSystem = kind === source || attribute?.type === 'pim_catalog_identifier'
  if (data === undefined && !isSystem) return undefined
  return takeOne({ operation, product, code: source, data, parameters })
}

function takesFor(target: unknown): Readonly<Record<string, Take>> {
  const form = formOf(target)
  return (Object.hasOwn(takes, form) ? takes[form] : undefined) ?? {}
}

/** Type and format of a property, as in `string date-time`; of a list, the type of its items. */
function formOf(target: unknown): string {
  const type = member(target, 'type')
  const detail =
    type === 'array' ? member(member(target, 'items'), 'type') : member(target, 'format')
  return [type, detail].filter((part) => typeof part === 'string').join(' ')
}

function labelOf(labels: Labels | undefined, code: string, { parameters }: Taken): string {
  const label =
    new Map(labels && Object.entries(labels)).get(parameters['label_locale'] ?? '') ?? ''
  return label === '' ? `[${code}]` : label
}

function optionLabels(taken: Taken): string[] {
  const { operation, code, data } = taken
  return [data].flat().map((option) => {
    const labels = operation.attributeOptions.get(`${code}.${String(option)}`)?.labels
    return labelOf(labels, String(option), taken)
  })
}

function categoryLabels(taken: Taken): string[] | undefined {
  const { operation, product, parameters } = taken
  if (parameters['label_locale'] === undefined || product.categories.length === 0) return undefined
  return product.categories
    .toSorted()
    .map((code) => labelOf(operation.categories.get(code)?.labels, code, taken))
}

function familyLabel(taken: Taken): string | undefined {
  const { operation, product } = taken
  if (product.family === null) return undefined
  return labelOf(operation.families.get(product.family)?.labels, product.family, taken)
}

function amountInUnit({ operation, code, data, parameters }: Taken): number | undefined {
  const attribute = operation.attributes.get(code) as Attribute
  const family = measurementFamilyOf(operation, attribute)
  const { amount, unit } = data as { readonly amount: string; readonly unit: string }
  return family && toUnit(family, Number(amount), unit, parameters['unit'] ?? '')
}

function amountInCurrency({ data, parameters }: Taken): number | undefined {
  const prices = data as readonly { readonly amount: string; readonly currency: string }[]
  const price = prices.find(({ currency }) => currency === parameters['currency'])
  return price && Number(price.amount)
}
