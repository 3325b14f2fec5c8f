import type { Attribute, Family, FamilyVariant, VariantAttributeSet } from './catalogue-state.ts'
import type { Violation } from './error.ts'
import { setOf } from './family-variant.ts'
import type { Operation } from './operation.ts'

const mostLevels = 2
const mostAxes = 5
const axisTypes = new Set(['pim_catalog_boolean', 'pim_catalog_simpleselect', 'pim_catalog_metric'])

/** What a family variant breaks apart from its code and labels (contract I.4). */
export function familyVariantViolations(
  operation: Operation,
  variant: FamilyVariant,
  before: FamilyVariant | undefined,
): Violation[] {
  const { variant_attribute_sets: sets } = variant
  const messages = [
    ...levelMessages(sets),
    ...repeated(sets.flatMap(({ axes }) => axes)).map(
      (codes) =>
        `Variant axes must be unique, "${codes}" are used several times in variant attributes sets`,
    ),
    ...repeated(sets.flatMap(({ attributes }) => attributes)).map(
      (codes) =>
        `Attributes must be unique, "${codes}" are used several times in variant attributes sets`,
    ),
    ...sets.flatMap((set) => axesMessages(operation, set)),
    ...familyMessages(operation, variant),
    ...sets.slice(0, -1).flatMap((set) => uniqueMessages(operation, set)),
    ...sets.flatMap(({ level, axes }) => {
      const own = before && setOf(before, level)?.axes
      if (!own || own.toSorted().join() === axes.toSorted().join()) return []
      return [`Variant axes cannot be modified for the level "${level}"`]
    }),
  ]
  return messages.map((message) => ({ property: 'variant_attribute_sets', message }))
}

function levelMessages(sets: readonly VariantAttributeSet[]): string[] {
  if (sets.length === 0) {
    return ['There should be at least one level defined in the family variant']
  }
  // As arguments of `Math.max` a very long list would not fit on the stack.
  const highest = sets.reduce((most, { level }) => Math.max(most, level), Number.NEGATIVE_INFINITY)
  if (highest > mostLevels) return [`Family variant cannot have more than "${mostLevels}" level`]
  return [1, 2]
    .filter((level) => level <= highest && !sets.some((set) => set.level === level))
    .map((level) => `There is no variant attribute set for level "${level}"`)
}

/** The codes that stand more than once, as one text, or nothing. */
function repeated(codes: readonly string[]): string[] {
  const seen = new Set<string>()
  const several = new Set(codes.filter((code) => seen.size === seen.add(code).size))
  return several.size === 0 ? [] : [[...several].join(',')]
}

function axesMessages(operation: Operation, { level, axes }: VariantAttributeSet): string[] {
  if (axes.length === 0) {
    return [
      `There should be at least one attribute defined as axis for the attribute set for level "${level}"`,
    ]
  }
  const tooMany = `A variant attribute set cannot have more than ${mostAxes} axes`
  const messages = axes.length > mostAxes ? [tooMany] : []
  return axes.reduce((all, code) => {
    all.push(...axisMessages(operation.attributes.get(code) as Attribute))
    return all
  }, messages)
}

function axisMessages(attribute: Attribute): string[] {
  const { code, type, localizable, scopable, available_locales: locales } = attribute
  const messages: string[] = []
  if (!axisTypes.has(type)) {
    messages.push(
      `Variant axes "${code}" must be a boolean, a simple select, a simple reference data or a measurement`,
    )
  }
  if (localizable || scopable || locales.length > 0) {
    messages.push(
      `Variant axes "${code}" cannot be localizable, not scopable and not locale specific`,
    )
  }
  return messages
}

function familyMessages(operation: Operation, variant: FamilyVariant): string[] {
  const { attributes: own } = operation.families.get(variant.family) as Family
  return variant.variant_attribute_sets
    .flatMap(({ attributes }) => attributes)
    .filter((code) => !own.includes(code))
    .map(
      (code) =>
        `"${code}" attribute cannot be added to "${variant.code}" family variant, as it is not an attribute of the "${variant.family}" family`,
    )
}

function uniqueMessages(operation: Operation, { attributes }: VariantAttributeSet): string[] {
  return attributes
    .filter((code) => operation.attributes.get(code)?.unique === true)
    .map((code) => `Unique attribute "${code}" must be set at the product level`)
}
