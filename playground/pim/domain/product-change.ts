import { countCreated, countUpdated } from './audit.ts'
import { identifierCode } from './attribute.ts'
import {
  changeAssociations,
  changeQuantified,
  noAssociations,
  type ProductNaming,
} from './association-change.ts'
import { monitored } from './business-error.ts'
import type { Product } from './catalogue-state.ts'
import { isSame } from './change.ts'
import { refuseViolations, type Violation } from './error.ts'
import { readScalar, readTexts, type Fields } from './fields.ts'
import { raiseEvent } from './event-log.ts'
import { monitoredProduct } from './monitored-product.ts'
import type { Operation } from './operation.ts'
import { identifierViolations, quantifiedViolations } from './product-rules.ts'
import {
  PropertyError,
  unknownProperty,
  wrongCode,
  wrongStructure,
  wrongType,
} from './property-error.ts'
import { toAtom } from './text.ts'
import { mirrorAssociations } from './two-way-association.ts'
import { changeValues, uniquenessViolations } from './value-change.ts'
import { keepAttributes, productSet, withAncestors } from './variant.ts'
import { productVariantViolations } from './variant-rules.ts'

/** A change of a product, or a new one. */
export interface ProductChange {
  readonly uuid: string
  readonly before: Product | undefined
  readonly fields: Fields
  readonly naming: ProductNaming
  /** Whether a product without an identifier is refused. */
  readonly isIdentified: boolean
}

const ignored = new Set(['uuid', 'identifier', 'created', 'updated', 'parent_associations'])

/** Saves a product, merged with what it was (contract I.5). Throws `PropertyError` or `violations`. */
export function saveProduct(operation: Operation, change: ProductChange): Product {
  const draft = { ...(change.before ?? blankProduct(operation, change.uuid)) }
  return monitored(
    operation,
    () => save(operation, change, draft),
    () => monitoredProduct(operation, draft, change.fields),
  )
}

function save(operation: Operation, change: ProductChange, draft: Product): Product {
  const { before } = change
  let violations: readonly Violation[] = []
  for (const [property, value] of parentFirst(change.fields)) {
    if (property === 'values') {
      const given = ownValues(operation, draft, value)
      const changed = changeValues(operation, draft.values, given)
      const identifier = changed.identifier === undefined ? draft.identifier : changed.identifier
      Object.assign(draft, { identifier, values: changed.values })
      violations = changed.violations
    } else {
      Object.assign(draft, readProperty(operation, draft, property, value, change.naming))
    }
  }
  refuseViolations([
    ...identifierViolations(operation, draft, change.isIdentified),
    ...violations,
    ...uniquenessViolations(operation, draft.uuid, draft.values),
    ...quantifiedViolations(operation, draft.quantified_associations),
  ])
  refuseViolations(productVariantViolations(operation, draft))
  if (before && isSame(before, draft)) return before
  const now = toAtom(operation.now())
  const saved = { ...draft, created: before?.created ?? now, updated: now }
  operation.products.put(saved.uuid, saved)
  const owner = { kind: 'products', key: saved.uuid } as const
  mirrorAssociations(operation, owner, before?.associations ?? {}, saved.associations)
  if (before) countUpdated(operation, 1)
  else countCreated(operation, 1)
  raiseEvent(operation, before ? 'product.updated' : 'product.created', {
    product_uuid: saved.uuid,
    product_identifier: saved.identifier,
  })
  return saved
}

function blankProduct(operation: Operation, uuid: string): Product {
  return {
    uuid,
    identifier: null,
    enabled: true,
    family: null,
    categories: [],
    groups: [],
    parent: null,
    values: {},
    created: '',
    updated: '',
    associations: noAssociations(operation),
    quantified_associations: {},
  }
}

/** The parent decides on the family unless the request does, so it is read first. */
function parentFirst(fields: Fields): Fields {
  if ((fields.get('parent') ?? null) === null) return fields
  return new Map([['parent', fields.get('parent')], ...fields])
}

function ownValues(operation: Operation, { parent }: Product, given: unknown): unknown {
  if (parent === null) return given
  return keepAttributes(operation, given, productSet(operation, parent)?.attributes ?? [])
}

function readProperty(
  operation: Operation,
  draft: Product,
  property: string,
  value: unknown,
  naming: ProductNaming,
): Partial<Product> {
  switch (property) {
    case 'enabled':
      return { enabled: readEnabled(value) }
    case 'family':
      return { family: readFamily(operation, value) }
    case 'parent':
      return readParent(operation, draft, value)
    case 'categories':
      return { categories: readCategories(operation, value) }
    case 'groups':
      return { groups: readGroups(value) }
    case 'associations':
      return { associations: changeAssociations(operation, draft.associations, value, naming) }
    case 'quantified_associations':
      return {
        quantified_associations: changeQuantified(
          operation,
          draft.quantified_associations,
          value,
          naming,
        ),
      }
    default:
      if (!ignored.has(property)) throw unknownProperty(property)
      return {}
  }
}

function readEnabled(value: unknown): boolean {
  const given = readScalar('enabled', value)
  if (given === true || given === 1 || given === '1') return true
  if (given === false || given === 0 || given === '0') return false
  throw wrongType('enabled', 'a boolean', value)
}

function readFamily(operation: Operation, value: unknown): string | null {
  const code = readScalar('family', value)
  if (code === null || code === '') return null
  if (typeof code !== 'string') throw wrongType('family', 'a string', value)
  if (!operation.families.has(code)) {
    throw new PropertyError(`The ${code} family does not exist in your PIM.`)
  }
  return code
}

function readParent(operation: Operation, draft: Product, value: unknown): Partial<Product> {
  const code = readScalar('parent', value)
  if (code === null || code === '') return withoutParent(operation, draft)
  const model = operation.productModels.get(String(code))
  if (!model) {
    const because = 'The parent product model does not exist'
    throw wrongCode({ property: 'parent', key: 'parent code', because, given: code })
  }
  return { parent: model.code, family: draft.family ?? model.family }
}

/** A variant that becomes a product of its own keeps what it had from the models above it. */
function withoutParent(operation: Operation, draft: Product): Partial<Product> {
  const { values, categories, associations } = withAncestors(operation, draft)
  return { parent: null, values, categories, associations }
}

/** Categories that exist, each once. Throws `PropertyError`. */
export function readCategories(operation: Operation, value: unknown): readonly string[] {
  return readTexts('categories', value).map((code) => {
    if (operation.categories.has(code)) return code
    throw new PropertyError(`The ${code} category does not exist in your PIM.`)
  })
}

function readGroups(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) throw wrongType('groups', 'an array', value)
  const [group] = Object.values(value) as unknown[]
  if (group === undefined) return []
  if (typeof group !== 'string') {
    throw wrongStructure('groups', 'one of the groups is not a scalar')
  }
  const because = 'The group does not exist'
  throw wrongCode({ property: 'groups', key: 'group code', because, given: group })
}

/** What a request by identifier says, its identifier among the values as the PIM takes it. */
export function identifiedFields(
  operation: Operation,
  fields: Fields,
  identifier: unknown,
): Fields {
  const code = identifierCode(operation)
  const given = fields.get('values') ?? {}
  if (code === undefined || typeof given !== 'object') return fields
  const others = Object.entries(given).filter(([attribute]) => attribute !== code)
  const value = { locale: null, scope: null, data: identifier }
  return new Map([...fields, ['values', Object.fromEntries([...others, [code, [value]]])]])
}
