import type { Attribute, Family, FamilyVariant, VariantAttributeSet } from './catalogue-state.ts'
import {
  codeViolations,
  requireSameCode,
  saveEntity,
  unchangeable,
  type ChangeRules,
  type Saved,
} from './change.ts'
import { labelViolations, mergeTexts, readTexts, type Fields } from './fields.ts'
import { familyVariantViolations } from './family-variant-rules.ts'
import { levelsOf } from './family-variant.ts'
import type { Operation } from './operation.ts'
import { PropertyError, wrongCode, wrongType } from './property-error.ts'
import { member } from './search.ts'

const property = 'variant_attribute_sets'

/** How the variants of one family are changed. */
function rulesOf(family: string): ChangeRules<FamilyVariant> {
  return {
    collection: (operation) => operation.familyVariants,
    keyOf: ({ code }) => code,
    blank: () => ({ code: '', family, labels: {}, variant_attribute_sets: [] }),
    setters: {
      code(_, value) {
        if (typeof value !== 'string') throw wrongType('code', 'a string', value)
        return { code: value }
      },
      labels: (_, value, { labels }) => ({ labels: mergeTexts('labels', value, labels, 'labels') }),
      variant_attribute_sets: (operation, value, draft) => ({
        variant_attribute_sets: readSets(operation, value, draft),
      }),
    },
    violations(operation, variant, before) {
      const isTaken = operation.familyVariants.has(variant.code)
      return [
        before && before.family !== family ? unchangeable('family') : undefined,
        ...codeViolations(isTaken, variant, before, { noun: 'Family variant' }),
        ...familyVariantViolations(operation, variant, before),
        ...labelViolations(operation, variant.labels),
      ]
    },
  }
}

/** Creates a variant of a family and gives back its code. Throws `PropertyError` or `violations`. */
export function createFamilyVariant(operation: Operation, family: string, fields: Fields): string {
  requireFamily(operation, family)
  return saveEntity(operation, rulesOf(family), undefined, fields).code
}

/** Changes a variant of a family, or creates it. Throws `PropertyError`, `unprocessable` or `violations`. */
export function updateFamilyVariant(
  operation: Operation,
  family: string,
  code: string,
  fields: Fields,
): Saved {
  const before = operation.familyVariants.get(code)
  if (!before) requireSameCode(fields, code)
  requireFamily(operation, family)
  const sets = fields.get(property)
  if (before && Array.isArray(sets) && greatestLevel(sets) > levelsOf(before)) {
    throw new PropertyError('The number of variant attribute sets cannot be changed.')
  }
  const named: Fields = before ? fields : new Map([['code', code], ...fields])
  const saved = saveEntity(operation, rulesOf(family), before, named)
  return { code: saved.code, isNew: before === undefined }
}

function requireFamily(operation: Operation, family: string): void {
  if (operation.families.has(family)) return
  const because = 'The family does not exist'
  throw wrongCode({ property: 'family', key: 'family code', because, given: family })
}

function greatestLevel(sets: readonly unknown[]): number {
  return sets.reduce((greatest: number, set) => {
    const level = member(set, 'level')
    return typeof level === 'number' && level > greatest ? level : greatest
  }, 0)
}

function readSets(
  operation: Operation,
  value: unknown,
  draft: FamilyVariant,
): readonly VariantAttributeSet[] {
  const wrong = new PropertyError(`Property "${property}" expects an array of objects as data.`)
  if (typeof value !== 'object' || value === null) throw wrong
  const sets = new Map(draft.variant_attribute_sets.map((set) => [set.level, set]))
  for (const set of Object.values(value) as unknown[]) {
    if (typeof set !== 'object' || set === null) throw wrong
    const level = member(set, 'level') ?? null
    if (level === null) continue
    const [axes, attributes] = [readList(set, 'axes'), readList(set, 'attributes')]
    if (typeof level !== 'number' || !Number.isSafeInteger(level)) {
      throw wrongType(`level" in the property "${property}`, 'an integer', level)
    }
    for (const code of [...(axes ?? []), ...(attributes ?? [])]) {
      requireAttribute(operation, level, code)
    }
    const before = sets.get(level)
    const own = axes ?? before?.axes ?? []
    sets.set(level, {
      level,
      axes: own,
      attributes: [...new Set([...own, ...(attributes ?? before?.attributes ?? [])])].sort(),
    })
  }
  const sorted = [...sets.values()].sort((one, other) => one.level - other.level)
  return withUniques(operation, draft.family, sorted)
}

function readList(set: object, key: 'axes' | 'attributes'): readonly string[] | undefined {
  const value = member(set, key) ?? null
  if (value === null) return undefined
  return readTexts(`${key}" in the property "${property}`, value)
}

function requireAttribute(operation: Operation, level: number, code: string): void {
  if (operation.attributes.has(code)) return
  const because = 'The attribute does not exist'
  const where = `attribute_set_${level}`
  throw wrongCode({ property: where, key: 'attribute code', because, given: code })
}

/** What is unique differs from product to product, so it belongs to the last level without being asked for. */
function withUniques(
  operation: Operation,
  family: string,
  sets: readonly VariantAttributeSet[],
): readonly VariantAttributeSet[] {
  const last = sets.at(-1)
  if (!last) return sets
  const given = new Set(sets.flatMap(({ attributes }) => attributes))
  const uniques = (operation.families.get(family) as Family).attributes
    .map((code) => operation.attributes.get(code))
    .filter((attribute): attribute is Attribute => attribute?.unique === true)
    .map(({ code }) => code)
    .filter((code) => !given.has(code))
  const attributes = [...last.attributes, ...uniques].sort()
  return [...sets.slice(0, -1), { ...last, attributes }]
}
