import {
  byIdentifier,
  changeAssociations,
  changeQuantified,
  noAssociations,
} from './association-change.ts'
import type { ProductModel } from './catalogue-state.ts'
import { isSame, requireSameCode, unchangeable, type Saved } from './change.ts'
import { refuseViolations, type Violation } from './error.ts'
import { raiseEvent } from './event-log.ts'
import { readText, type Fields } from './fields.ts'
import { tooLongViolation } from './too-long.ts'
import type { Operation } from './operation.ts'
import { readCategories } from './product-change.ts'
import { getProductModel, modelsBelow, variantsOf } from './product-model.ts'
import { forgetModel, forgetProduct } from './product-references.ts'
import { quantifiedViolations } from './product-rules.ts'
import {
  emptyValue,
  immutable,
  PropertyError,
  unknownProperty,
  wrongCode,
  wrongType,
} from './property-error.ts'
import { toAtom } from './text.ts'
import { mirrorAssociations } from './two-way-association.ts'
import { changeValues } from './value-change.ts'
import { keepAttributes, modelAttributes } from './variant.ts'
import { modelVariantViolations } from './variant-rules.ts'

const ignored = new Set(['created', 'updated', 'parent_associations'])

/** Creates a product model and gives back its code. Throws `PropertyError` or `violations`. */
export function createProductModel(operation: Operation, fields: Fields): string {
  return saveModel(operation, undefined, fields)
}

/** Changes the product model with this code, or creates it. Throws `PropertyError`, `unprocessable` or `violations`. */
export function updateProductModel(operation: Operation, code: string, fields: Fields): Saved {
  const before = operation.productModels.get(code)
  requireTextCode(fields)
  if (!before) requireSameCode(fields, code)
  const named: Fields = new Map([['code', code], ...fields])
  return { code: saveModel(operation, before, named), isNew: before === undefined }
}

/** Deletes a product model with everything below it. Throws `not-found`. */
export function deleteProductModel(operation: Operation, code: string): void {
  const model = getProductModel(operation, code)
  const variants = variantsOf(operation, code)
  const models = [model, ...modelsBelow(operation, code)]
  for (const { uuid } of variants) operation.products.delete(uuid)
  for (const each of models) operation.productModels.delete(each.code)
  for (const { uuid } of variants) forgetProduct(operation, uuid)
  for (const each of models) forgetModel(operation, each.code)
  for (const { uuid, identifier } of variants) {
    raiseEvent(operation, 'product.removed', { product_uuid: uuid, product_identifier: identifier })
  }
  for (const each of models) {
    raiseEvent(operation, 'product_model.removed', { product_model_code: each.code })
  }
}

function requireTextCode(fields: Fields): void {
  const code = fields.get('code') ?? null
  if (code === null || typeof code === 'string') return
  throw new PropertyError('The code field requires a string.')
}

function saveModel(operation: Operation, before: ProductModel | undefined, fields: Fields): string {
  requireTextCode(fields)
  if (fields.get('family_variant') === null) throw emptyValue('family_variant')
  const draft = { ...(before ?? blankModel(operation)) }
  let violations: readonly Violation[] = []
  Object.assign(draft, readParent(operation, draft, before, fields))
  for (const [property, value] of variantFirst(fields)) {
    if (property === 'values') {
      const variant = operation.familyVariants.get(draft.family_variant)
      const kept = variant ? modelAttributes(operation, variant, draft.parent) : []
      const changed = changeValues(operation, draft.values, keepAttributes(operation, value, kept))
      draft.values = changed.values
      violations = changed.violations
    } else {
      Object.assign(draft, readProperty(operation, draft, property, value))
    }
  }
  if (fields.has('family')) requireFamily(fields.get('family'), draft, before)
  refuseViolations([
    ...codeViolations(operation, draft, before),
    ...violations,
    ...quantifiedViolations(operation, draft.quantified_associations),
    ...modelVariantViolations(operation, draft, before),
  ])
  if (before && isSame(before, draft)) return before.code
  const now = toAtom(operation.now())
  const saved = { ...draft, created: before?.created ?? now, updated: now }
  operation.productModels.put(saved.code, saved)
  raiseEvent(operation, before ? 'product_model.updated' : 'product_model.created', {
    product_model_code: saved.code,
  })
  const owner = { kind: 'product_models', key: saved.code } as const
  mirrorAssociations(operation, owner, before?.associations ?? {}, saved.associations)
  return saved.code
}

function blankModel(operation: Operation): {
  -readonly [Name in keyof ProductModel]: ProductModel[Name]
} {
  return {
    code: '',
    family: '',
    family_variant: '',
    parent: null,
    categories: [],
    values: {},
    created: '',
    updated: '',
    associations: noAssociations(operation),
    quantified_associations: {},
  }
}

/** The family variant decides which values are kept, so it is read first. */
function variantFirst(fields: Fields): Fields {
  if (!fields.has('family_variant')) return fields
  return new Map([['family_variant', fields.get('family_variant')], ...fields])
}

function readParent(
  operation: Operation,
  draft: ProductModel,
  before: ProductModel | undefined,
  fields: Fields,
): Partial<ProductModel> {
  if (!fields.has('parent')) return {}
  const given = fields.get('parent')
  if (before && before.parent !== null && given === null) throw immutable('parent', null)
  if (given !== null && typeof given === 'object') throw wrongType('parent', 'a string', given)
  const code = readText('parent', given) ?? ''
  if (code === '') return {}
  if (before && before.parent === null) throw immutable('parent', code)
  const parent = operation.productModels.get(code)
  const wrong = (because: string): PropertyError =>
    wrongCode({ property: 'parent', key: 'parent code', because, given: code })
  if (!parent) throw wrong('The product model does not exist')
  if (parent.parent !== null) {
    throw wrong('The new parent of the product model must be a root product model')
  }
  if (before && before.family_variant !== parent.family_variant) {
    throw wrong('The new parent of the product model must be of the same family variant')
  }
  const isGiven = (fields.get('family_variant') ?? '') !== ''
  if (draft.family_variant !== '' || isGiven) return { parent: code }
  return { parent: code, family_variant: parent.family_variant, family: parent.family }
}

function readProperty(
  operation: Operation,
  draft: ProductModel,
  property: string,
  value: unknown,
): Partial<ProductModel> {
  switch (property) {
    case 'code':
      return { code: readText('code', value) ?? '' }
    case 'family_variant':
      return readFamilyVariant(operation, draft, value)
    case 'categories':
      return { categories: readCategories(operation, value) }
    case 'associations':
      return {
        associations: changeAssociations(operation, draft.associations, value, byIdentifier),
      }
    case 'quantified_associations':
      return {
        quantified_associations: changeQuantified(
          operation,
          draft.quantified_associations,
          value,
          byIdentifier,
        ),
      }
    default:
      if (property === 'family' || property === 'parent' || ignored.has(property)) return {}
      throw unknownProperty(property)
  }
}

function readFamilyVariant(
  operation: Operation,
  draft: ProductModel,
  value: unknown,
): Partial<ProductModel> {
  const code = readText('family_variant', value) as string
  if (draft.family_variant !== '') {
    if (code === '' || code === draft.family_variant) return {}
    throw immutable('family_variant', code)
  }
  const parent = draft.parent === null ? undefined : operation.productModels.get(draft.parent)
  if (parent && parent.family_variant !== code) {
    throw new PropertyError(
      `The parent is not a product model of the family variant "${code}" but belongs to the family "${parent.family_variant}".`,
    )
  }
  const variant = operation.familyVariants.get(code)
  if (variant) return { family_variant: code, family: variant.family }
  const because = 'The family variant does not exist'
  throw wrongCode({ property: 'family_variant', key: 'family variant code', because, given: code })
}

function requireFamily(given: unknown, draft: ProductModel, before: ProductModel | undefined) {
  if (before && given !== before.family) throw immutable('family', given)
  if (given === null || given === '') throw emptyValue('family')
  if (typeof given !== 'string') throw wrongType('family', 'a string', given)
  if (draft.family_variant === '' || given === draft.family) return
  throw new PropertyError(
    `The family "${given}" does not match the family of the variant "${draft.family_variant}".`,
  )
}

function codeViolations(
  operation: Operation,
  { code, family_variant: variant }: ProductModel,
  before: ProductModel | undefined,
): (Violation | undefined)[] {
  const broken = (message: string): Violation => ({ property: 'code', message })
  const isForm = code === '' || !/^\s|[,;]|\s$/.test(code)
  const noVariant = {
    property: 'family_variant',
    message: 'The product model family variant must not be empty.',
  }
  return [
    before && before.code !== code ? unchangeable('code') : undefined,
    !before && operation.productModels.has(code)
      ? broken('The same code is already set on another product model.')
      : undefined,
    code === '' ? broken('The product model code must not be empty.') : undefined,
    isForm
      ? undefined
      : broken('This field should not contain any comma or semicolon or leading/trailing space'),
    tooLongViolation('code', code, 255),
    variant === '' ? noVariant : undefined,
  ]
}
