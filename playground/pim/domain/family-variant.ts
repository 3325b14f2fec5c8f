import type { Family, FamilyVariant, VariantAttributeSet } from './catalogue-state.ts'
import { getFamily } from './family.ts'
import { known } from './known.ts'
import type { Operation } from './operation.ts'

/** The variants of a family by code. Throws `not-found` when there is no such family. */
export function findFamilyVariants(operation: Operation, family: string): readonly FamilyVariant[] {
  getFamily(operation, family)
  return operation.familyVariants
    .where('family', family)
    .sort((one, other) => (one.code < other.code ? -1 : 1))
}

/** One variant of a family. Throws `not-found`. */
export function getFamilyVariant(
  operation: Operation,
  family: string,
  code: string,
): FamilyVariant {
  getFamily(operation, family)
  const variant = operation.familyVariants.get(code)
  const message = `Family variant "${code}" does not exist or is not a variant of the family "${family}".`
  const own = variant?.family === family ? variant : undefined
  return known(operation, own, 'Family variant', code, message)
}

/** What differs on a level of variants. */
export function setOf(variant: FamilyVariant, level: number): VariantAttributeSet | undefined {
  return variant.variant_attribute_sets.find((set) => set.level === level)
}

/** How many levels of variants there are: one or two. */
export function levelsOf(variant: FamilyVariant): number {
  return Math.max(0, ...variant.variant_attribute_sets.map(({ level }) => level))
}

/** The attributes of a family that its variants have in common. */
export function commonAttributes(operation: Operation, variant: FamilyVariant): readonly string[] {
  const differing = new Set(variant.variant_attribute_sets.flatMap(({ attributes }) => attributes))
  const family = operation.families.get(variant.family) as Family
  return family.attributes.filter((code) => !differing.has(code))
}
