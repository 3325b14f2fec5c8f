import { identifierCode, isIdentifier } from './attribute.ts'
import type { Family } from './catalogue-state.ts'
import { codeViolations, type ChangeRules } from './change.ts'
import type { Violation } from './error.ts'
import { labelViolations, mergeTexts, readEntries, readText, readTexts } from './fields.ts'
import type { Operation } from './operation.ts'
import { wrongCode, wrongStructure } from './property-error.ts'
import { toAtom } from './text.ts'

const labelTypes = ['pim_catalog_text', 'pim_catalog_identifier']
const imageTypes = ['pim_catalog_image', 'pim_assets_collection']

/** How families are changed (contract I.4). */
export const familyRules: ChangeRules<Family> = {
  collection: (operation) => operation.families,
  keyOf: ({ code }) => code,
  blank(operation) {
    const identifier = identifierCode(operation)
    const attributes = identifier === undefined ? [] : [identifier]
    return {
      code: '',
      attributes,
      attribute_as_label: identifier ?? '',
      attribute_as_image: null,
      attribute_requirements: Object.fromEntries(
        operation.channels.sortedKeys().map((channel) => [channel, attributes]),
      ),
      labels: {},
      updated: toAtom(operation.now()),
    }
  },
  setters: {
    code: (_, value) => ({ code: readText('code', value) ?? '' }),
    labels: (_, value, { labels }) => ({ labels: mergeTexts('labels', value, labels, 'labels') }),
    attributes: setAttributes,
    attribute_as_label: (operation, value) => ({
      attribute_as_label: readAttribute(operation, 'attribute_as_label', value),
    }),
    attribute_as_image: (operation, value) => ({
      attribute_as_image:
        value === null || value === ''
          ? null
          : readAttribute(operation, 'attribute_as_image', value),
    }),
    attribute_requirements: setRequirements,
  },
  violations(operation, family, before) {
    return [
      ...codeViolations(operation.families.has(family.code), family, before, { noun: 'Family' }),
      ...requirementViolations(family),
      ...typeViolations(operation, family, 'attribute_as_label', labelTypes),
      ...typeViolations(operation, family, 'attribute_as_image', imageTypes),
      ...(before ? axisViolations(operation, family) : []),
      ...labelViolations(operation, family.labels),
    ]
  },
  follow: takeFromVariants,
}

function setAttributes(operation: Operation, value: unknown, family: Family): Partial<Family> {
  const codes = readTexts('attributes', value)
  for (const code of codes) readAttribute(operation, 'attributes', code)
  const identifiers = family.attributes.filter((code) => isIdentifierCode(operation, code))
  const attributes = [...new Set([...identifiers, ...codes])].sort()
  const requirements = Object.entries(family.attribute_requirements).map(([channel, required]) => [
    channel,
    required.filter((code) => attributes.includes(code) || !family.attributes.includes(code)),
  ])
  return { attributes, attribute_requirements: Object.fromEntries(requirements) }
}

function setRequirements(operation: Operation, value: unknown, family: Family): Partial<Family> {
  const merged = new Map(Object.entries(family.attribute_requirements))
  for (const [channel, codes] of readEntries('attribute_requirements', value)) {
    if (typeof codes !== 'object' || codes === null) {
      throw wrongStructure('attribute_requirements', `the channel "${channel}" is not an array`)
    }
    const noun = `attributes in the channel "${channel}"`
    const required = readTexts('attribute_requirements', codes, noun)
    if (!operation.channels.has(channel)) {
      const because = 'The channel does not exist'
      throw wrongCode({ property: 'attribute_requirements', key: 'code', because, given: channel })
    }
    for (const code of required) readAttribute(operation, 'attribute_requirements', code)
    const before = merged.get(channel) ?? []
    const kept = before.filter((code) => isIdentifierCode(operation, code))
    merged.set(channel, [...new Set([...kept, ...required])].sort())
  }
  return { attribute_requirements: Object.fromEntries(merged) }
}

function readAttribute(operation: Operation, property: string, value: unknown): string {
  const code = readText(property, value) ?? ''
  if (operation.attributes.has(code)) return code
  throw wrongCode({ property, key: 'code', because: 'The attribute does not exist', given: code })
}

function isIdentifierCode(operation: Operation, code: string): boolean {
  const attribute = operation.attributes.get(code)
  return attribute !== undefined && isIdentifier(attribute)
}

function requirementViolations({ attributes, attribute_requirements: all }: Family): Violation[] {
  return Object.entries(all).flatMap(([channel, required]) =>
    required
      .filter((code) => !attributes.includes(code))
      .map((code) => ({
        property: 'attribute_requirements',
        message: `The attribute "${code}" cannot be an attribute required for the channel "${channel}" as it does not belong to this family`,
      })),
  )
}

function typeViolations(
  operation: Operation,
  family: Family,
  property: 'attribute_as_label' | 'attribute_as_image',
  types: readonly string[],
): Violation[] {
  const code = family[property]
  if (code === null) return []
  const violations: Violation[] = []
  if (!family.attributes.includes(code)) {
    violations.push({ property, message: `Property "${property}" must belong to the family` })
  }
  if (!types.includes(operation.attributes.get(code)?.type ?? '')) {
    const allowed =
      property === 'attribute_as_label'
        ? '"pim_catalog_text" and "pim_catalog_identifier" attribute types'
        : '"pim_catalog_image", "pim_assets_collection" attribute type'
    violations.push({
      property,
      message: `Property "${property}" only supports ${allowed} for the family`,
    })
  }
  return violations
}

function axisViolations(operation: Operation, { code, attributes }: Family): Violation[] {
  return operation.familyVariants.where('family', code).flatMap((variant) =>
    variant.variant_attribute_sets
      .flatMap(({ axes }) => axes)
      .filter((axis) => !attributes.includes(axis))
      .map((axis) => ({
        property: 'attributes',
        message: `Attribute "${axis}" is an axis in "${variant.code}" family variant. It must belong to the family.`,
      })),
  )
}

/** An attribute that leaves the family leaves its variants too. */
function takeFromVariants(operation: Operation, { code, attributes }: Family): void {
  for (const variant of operation.familyVariants.where('family', code)) {
    const sets = variant.variant_attribute_sets.map((set) =>
      Object.assign({}, set, {
        attributes: set.attributes.filter((attribute) => attributes.includes(attribute)),
      }),
    )
    operation.familyVariants.put(variant.code, { ...variant, variant_attribute_sets: sets })
  }
}
