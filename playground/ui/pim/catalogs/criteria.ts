import type { Choice } from '../api/catalog-mapping.ts'
import type { CatalogChoices, SelectionCriterion } from '../api/catalogs.ts'
import { isBlank, isValueFor, newValue, type ValueKind } from './criterion-value.ts'

/** A way to compare, and what is compared with. */
export interface CriterionOperator {
  id: string
  label: string
  value: ValueKind
}

/** Something that the products of a catalog can be chosen by. */
export interface CriterionField {
  id: string
  label: string
  group: 'System' | 'Attributes'
  operators: readonly CriterionOperator[]
  /** What codes can be chosen from; the units of a measurement. */
  options: readonly Choice[]
  needsChannel: boolean
  needsLocale: boolean
}

type Names = readonly (readonly [id: string, label: string])[]

const equality: Names = [
  ['=', 'Equals'],
  ['!=', 'Not equal'],
]
const order: Names = [
  ...equality,
  ['>', 'Greater than'],
  ['>=', 'Greater or equal to'],
  ['<', 'Lower than'],
  ['<=', 'Lower or equal to'],
]
const membership: Names = [
  ['IN', 'In list'],
  ['NOT IN', 'Not in list'],
]
const texts: Names = [
  ['CONTAINS', 'Contains'],
  ['DOES NOT CONTAIN', 'Does not contain'],
  ['STARTS WITH', 'Starts with'],
  ['=', 'Is'],
  ['!=', 'Is not'],
]
const days: Names = [
  ['=', 'Is'],
  ['!=', 'Is not'],
  ['>', 'Is after'],
  ['<', 'Is before'],
]
const emptiness = named('none', [
  ['EMPTY', 'Is empty'],
  ['NOT EMPTY', 'Is not empty'],
])
const between = named('days', [
  ['BETWEEN', 'Is between'],
  ['NOT BETWEEN', 'Is not between'],
])

const operatorsByType: Readonly<Record<string, readonly CriterionOperator[]>> = {
  pim_catalog_identifier: named('text', texts),
  pim_catalog_text: [...named('text', texts), ...emptiness],
  pim_catalog_textarea: [...named('text', texts), ...emptiness],
  pim_catalog_simpleselect: [...named('codes', membership), ...emptiness],
  pim_catalog_multiselect: [...named('codes', membership), ...emptiness],
  pim_catalog_number: [...named('number', order), ...emptiness],
  pim_catalog_metric: [...named('amount', order), ...emptiness],
  pim_catalog_boolean: named('flag', [['=', 'Is']]),
  pim_catalog_date: [...named('day', days), ...between, ...emptiness],
}

/** All that can be chosen by: what every product has, then the attributes of a type that can be compared, by label. */
export function criterionFields(choices: CatalogChoices): readonly CriterionField[] {
  const { families, categories, sources } = choices
  const attributes = sources.flatMap((source): CriterionField[] => {
    const operators = operatorsByType[source.type]
    if (!operators) return []
    const { code: id, label, scopable: needsChannel, localizable: needsLocale } = source
    const options = source.units.length > 0 ? source.units : source.options
    return [{ id, label, group: 'Attributes', operators, options, needsChannel, needsLocale }]
  })
  return [
    system('enabled', 'Status', named('state', [['=', 'Is']])),
    system('family', 'Family', [...named('codes', membership), ...emptiness], families),
    system(
      'categories',
      'Category',
      named('codes', [
        ['IN', 'In list'],
        ['IN CHILDREN', 'In list, or below'],
        ['NOT IN', 'Not in list'],
        ['NOT IN CHILDREN', 'Not in list, nor below'],
      ]),
      categories,
    ),
    {
      ...system('completeness', 'Completeness', named('percentage', order)),
      needsChannel: true,
      needsLocale: true,
    },
    ...attributes.toSorted((one, other) => one.label.localeCompare(other.label)),
  ]
}

/** The field of a criterion, if this page knows how to change it. */
export function knownField(
  fields: readonly CriterionField[],
  { field, operator, value }: SelectionCriterion,
): CriterionField | null {
  const known = fields.find(({ id }) => id === field)
  const way = known?.operators.find(({ id }) => id === operator)
  return known && way && isValueFor(way.value, value) ? known : null
}

/** A criterion on a field as it begins: nothing is chosen yet. */
export function newCriterion({ id, operators, options }: CriterionField): SelectionCriterion {
  const [first] = operators
  const value = newValue(first?.value ?? 'none', options)
  return { field: id, operator: first?.id ?? '=', value, scope: null, locale: null }
}

/** The same criterion compared in another way; a value of another kind begins anew. */
export function withOperator(
  { operators, options }: CriterionField,
  criterion: SelectionCriterion,
  operator: string,
): SelectionCriterion {
  const kindOf = (wanted: string) => operators.find(({ id }) => id === wanted)?.value ?? 'none'
  const kind = kindOf(operator)
  const isSame = kind === kindOf(criterion.operator)
  return { ...criterion, operator, value: isSame ? criterion.value : newValue(kind, options) }
}

/** What is missing in each criterion, by index; one that this page does not know is left to the PIM. */
export function findGaps(
  fields: readonly CriterionField[],
  criteria: readonly SelectionCriterion[],
): ReadonlyMap<number, readonly string[]> {
  const gaps = criteria.map((criterion, index): [number, string[]] => {
    const field = knownField(fields, criterion)
    if (!field) return [index, []]
    const kind = field.operators.find(({ id }) => id === criterion.operator)?.value ?? 'none'
    const isLocaleOptional = field.id === 'completeness'
    return [
      index,
      [
        isBlank(kind, criterion.value) ? 'This value should not be blank.' : '',
        field.needsChannel && criterion.scope === null ? 'This channel must not be empty.' : '',
        field.needsLocale && criterion.locale === null && !isLocaleOptional
          ? 'This locale must not be empty.'
          : '',
      ].filter((message) => message !== ''),
    ]
  })
  return new Map(gaps.filter(([, messages]) => messages.length > 0))
}

/** A criterion in words, where it can only be read. */
export function describeCriterion({ field, operator, value }: SelectionCriterion): string {
  return `${field} ${operator} ${JSON.stringify(value) ?? ''}`.trim()
}

function named(value: ValueKind, names: Names): readonly CriterionOperator[] {
  return names.map(([id, label]) => ({ id, label, value }))
}

function system(
  id: string,
  label: string,
  operators: readonly CriterionOperator[],
  options: readonly Choice[] = [],
): CriterionField {
  return { id, label, group: 'System', operators, options, needsChannel: false, needsLocale: false }
}
