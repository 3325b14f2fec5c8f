import type { Attribute, AttributeGroup } from './catalogue-state.ts'
import { codeViolations, type ChangeRules } from './change.ts'
import type { Violation } from './error.ts'
import { labelViolations, mergeTexts, readScalar, readText, readTexts } from './fields.ts'
import type { Operation } from './operation.ts'
import { wrongCode } from './property-error.ts'
import { toAtom } from './text.ts'
import { isNumeric } from './value-number.ts'

/** The group of what is in no other one; what it holds cannot be said, only what the others hold. */
const defaultGroup = 'other'

/** How attribute groups are changed (contract I.4). */
export const attributeGroupRules: ChangeRules<AttributeGroup> = {
  collection: (operation) => operation.attributeGroups,
  keyOf: ({ code }) => code,
  blank: (operation) => ({
    code: '',
    sort_order: 0,
    attributes: [],
    labels: {},
    updated: toAtom(operation.now()),
  }),
  setters: {
    code: (_, value) => ({ code: readText('code', value) ?? '' }),
    sort_order: (_, value) => ({ sort_order: readScalar('sort_order', value) as number }),
    attributes: setAttributes,
    labels: (_, value, { labels }) => ({ labels: mergeTexts('labels', value, labels) }),
  },
  violations(operation, group, before) {
    const isTaken = operation.attributeGroups.has(group.code)
    return [
      ...codeViolations(isTaken, group, before, { noun: 'Attribute group' }),
      ...orderViolations(group.sort_order),
      ...labelViolations(operation, group.labels),
    ]
  },
  settle: (group) => ({ ...group, sort_order: Number(group.sort_order) }),
  follow: moveAttributes,
}

function setAttributes(
  operation: Operation,
  value: unknown,
  group: AttributeGroup,
): Partial<AttributeGroup> {
  const attributes = readTexts('attributes', value, '"attributes" values')
  if (group.code === defaultGroup) return {}
  const unknown = attributes.find((code) => !operation.attributes.has(code))
  if (unknown === undefined) return { attributes }
  const because = 'The attribute does not exist'
  throw wrongCode({ property: 'attributes', key: 'attribute code', because, given: unknown })
}

function orderViolations(order: unknown): Violation[] {
  const property = 'sort_order'
  if (order === null) return [{ property, message: 'This value should not be null.' }]
  if (!isNumeric(order)) return [{ property, message: 'This value should be of type numeric.' }]
  if (!Number.isInteger(Number(order))) {
    return [{ property, message: 'This value should not be a decimal.' }]
  }
  if (Number(order) >= 0) return []
  return [{ property, message: 'This value should be greater than or equal to 0.' }]
}

/** An attribute is in one group only; what leaves a group goes into the default one. */
function moveAttributes(
  operation: Operation,
  group: AttributeGroup,
  before: AttributeGroup | undefined,
): void {
  const left = (before?.attributes ?? []).filter((code) => !group.attributes.includes(code))
  const joined = group.attributes.filter((code) => !before?.attributes.includes(code))
  for (const code of joined) setGroup(operation, code, group.code)
  for (const code of left) setGroup(operation, code, defaultGroup)
  for (const other of operation.attributeGroups.values()) {
    if (other.code === group.code) continue
    const attributes = other.attributes.filter((code) => !joined.includes(code))
    if (other.code === defaultGroup) attributes.push(...left)
    if (attributes.length !== other.attributes.length) {
      operation.attributeGroups.put(other.code, { ...other, attributes })
    }
  }
}

function setGroup(operation: Operation, code: string, group: string): void {
  const attribute = operation.attributes.get(code) as Attribute
  operation.attributes.put(code, { ...attribute, group })
}
