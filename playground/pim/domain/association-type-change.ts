import type { AssociationType } from './catalogue-state.ts'
import { codeViolations, unchangeable, type ChangeRules } from './change.ts'
import { labelViolations, mergeTexts, readText } from './fields.ts'
import { wrongType } from './property-error.ts'

/** How association types are changed (contract I.4). */
export const associationTypeRules: ChangeRules<AssociationType> = {
  collection: (operation) => operation.associationTypes,
  keyOf: ({ code }) => code,
  blank: () => ({ code: '', labels: {}, is_quantified: false, is_two_way: false }),
  setters: {
    code: (_, value) => ({ code: readText('code', value) ?? '' }),
    labels: (_, value, { labels }) => ({ labels: mergeTexts('labels', value, labels) }),
    is_two_way: (_, value) => ({ is_two_way: readSwitch('is_two_way', value) }),
    is_quantified: (_, value) => ({ is_quantified: readSwitch('is_quantified', value) }),
  },
  violations(operation, type, before) {
    const isTaken = operation.associationTypes.has(type.code)
    const message = 'Association type can be either quantified or two-way'
    return [
      ...codeViolations(isTaken, type, before, { noun: 'Association type' }),
      before && before.is_two_way !== type.is_two_way ? unchangeable('is_two_way') : undefined,
      before && before.is_quantified !== type.is_quantified
        ? unchangeable('is_quantified')
        : undefined,
      type.is_two_way && type.is_quantified ? { property: '', message } : undefined,
      ...labelViolations(operation, type.labels),
    ]
  },
}

function readSwitch(property: string, value: unknown): boolean {
  if (value === null) return false
  if (typeof value !== 'boolean') throw wrongType(property, 'a boolean', value)
  return value
}
