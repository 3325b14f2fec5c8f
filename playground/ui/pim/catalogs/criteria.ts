import type { CatalogChoices, SelectionCriterion } from '../api/catalogs.ts'

interface CriterionField {
  id: string
  label: string
  operators: readonly { id: string; label: string }[]
  /** Where the values come from; `yes-no` is for a state. */
  values: 'yes-no' | keyof Pick<CatalogChoices, 'families' | 'categories'>
}

/** The fields that can be chosen here. A catalog may have criteria on others; those stay, and can be removed. */
export const criterionFields: readonly CriterionField[] = [
  { id: 'enabled', label: 'Status', operators: [{ id: '=', label: 'Is' }], values: 'yes-no' },
  {
    id: 'family',
    label: 'Family',
    operators: [
      { id: 'IN', label: 'In list' },
      { id: 'NOT IN', label: 'Not in list' },
    ],
    values: 'families',
  },
  {
    id: 'categories',
    label: 'Category',
    operators: [
      { id: 'IN', label: 'In list' },
      { id: 'IN CHILDREN', label: 'In list, or below' },
      { id: 'NOT IN', label: 'Not in list' },
    ],
    values: 'categories',
  },
]

/** The field of a criterion, if this page knows how to change it. */
export function knownField({ field, operator, value }: SelectionCriterion): CriterionField | null {
  const known = criterionFields.find(({ id }) => id === field)
  if (!known?.operators.some(({ id }) => id === operator)) return null
  const isKnownValue =
    known.values === 'yes-no'
      ? typeof value === 'boolean'
      : listOf(value).length === lengthOf(value)
  return isKnownValue ? known : null
}

/** A criterion on a field as it begins: nothing is chosen yet. */
export function newCriterion({ id, operators, values }: CriterionField): SelectionCriterion {
  return {
    field: id,
    operator: operators[0]?.id ?? '=',
    value: values === 'yes-no' ? true : [],
    scope: null,
    locale: null,
  }
}

/** The codes that a criterion's value holds. */
export function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : []
}

/** A criterion in words, where it can only be read. */
export function describeCriterion({ field, operator, value }: SelectionCriterion): string {
  return `${field} ${operator} ${JSON.stringify(value) ?? ''}`.trim()
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : Number.NaN
}
