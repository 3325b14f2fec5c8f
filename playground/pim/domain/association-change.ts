import type {
  Association,
  Associations,
  QuantifiedAssociation,
  QuantifiedAssociations,
} from './catalogue-state.ts'
import { readEntries } from './fields.ts'
import type { Operation } from './operation.ts'
import { wrongCode, wrongStructure, PropertyError } from './property-error.ts'
import { member, typeName } from './search.ts'

/** How a request names other products, and which product is meant. */
export interface ProductNaming {
  /** As a refusal names it: `product identifier`. */
  readonly noun: string
  readonly key: 'identifier' | 'uuid'
  readonly uuidOf: (operation: Operation, name: string) => string | undefined
}

export const byIdentifier: ProductNaming = {
  noun: 'product identifier',
  key: 'identifier',
  uuidOf: (operation, name) => operation.products.where('identifier', name)[0]?.uuid,
}

export const byUuid: ProductNaming = {
  noun: 'product uuid',
  key: 'uuid',
  uuidOf: (operation, name) => operation.products.get(name.toLowerCase())?.uuid,
}

const nothing: Association = { products: [], product_models: [], groups: [] }

/** Every association type that is not quantified, with nothing in it: what a new product has. */
export function noAssociations(operation: Operation): Associations {
  const types = [...operation.associationTypes.values()].filter((type) => !type.is_quantified)
  return Object.fromEntries(types.map(({ code }) => [code, nothing]))
}

/** Lays given associations over those that are there; each list replaces one. Throws `PropertyError`. */
export function changeAssociations(
  operation: Operation,
  before: Associations,
  given: unknown,
  naming: ProductNaming,
): Associations {
  const merged = new Map(Object.entries(before))
  for (const [type, links] of readEntries('associations', given)) {
    requireType(operation, type)
    const lists = readLists(type, links)
    const own = merged.get(type) ?? nothing
    merged.set(type, {
      products:
        lists.get('products')?.map((name) => findProduct(operation, name, naming)) ?? own.products,
      product_models:
        lists.get('product_models')?.map((code) => findModel(operation, code)) ??
        own.product_models,
      groups: lists.get('groups')?.map(refuseGroup) ?? own.groups,
    })
  }
  return Object.fromEntries(merged)
}

function requireType(operation: Operation, code: string): void {
  if (operation.associationTypes.get(code)?.is_quantified === false) return
  throw wrongCode({
    property: 'associations',
    key: 'association type code',
    because: 'The association type does not exist or is quantified',
    given: code,
  })
}

function readLists(type: string, links: unknown): Map<string, string[]> {
  const wrong = wrongStructure(
    'associations',
    `association format is not valid for the association type "${type}".`,
  )
  const entries = readEntries('associations', links)
  if (
    !['products', 'product_models', 'groups'].some((key) => (member(links, key) ?? null) !== null)
  ) {
    throw wrong
  }
  return new Map(
    entries.map(([key, items]) => {
      if (typeof items !== 'object' || items === null) {
        throw new PropertyError(
          `Property "${key}" in association "${type}" expects an array as data, "${typeName(items)}" given.`,
        )
      }
      const names = Object.values(items).map((name: unknown) => {
        if (typeof name !== 'string') throw wrong
        return name
      })
      return [key, [...new Set(names)]]
    }),
  )
}

function findProduct(operation: Operation, name: string, naming: ProductNaming): string {
  const uuid = naming.uuidOf(operation, name)
  if (uuid !== undefined) return uuid
  const because = 'The product does not exist'
  throw wrongCode({ property: 'associations', key: naming.noun, because, given: name })
}

function findModel(operation: Operation, code: string): string {
  if (operation.productModels.has(code)) return code
  const because = 'The product model does not exist'
  throw wrongCode({
    property: 'associations',
    key: 'product model identifier',
    because,
    given: code,
  })
}

function refuseGroup(code: string): string {
  const because = 'The group does not exist'
  throw wrongCode({ property: 'associations', key: 'group code', because, given: code })
}

/** Lays given associations with quantities over those that are there. Throws `PropertyError`. */
export function changeQuantified(
  operation: Operation,
  before: QuantifiedAssociations,
  given: unknown,
  naming: ProductNaming,
): QuantifiedAssociations {
  const merged = new Map(Object.entries(before))
  for (const [type, links] of readEntries('quantified_associations', given)) {
    merged.set(type, readQuantified(operation, type, links, merged.get(type), naming))
  }
  return Object.fromEntries(merged)
}

function readQuantified(
  operation: Operation,
  type: string,
  links: unknown,
  before: QuantifiedAssociation = { products: [], product_models: [] },
  naming: ProductNaming,
): QuantifiedAssociation {
  if (typeof links !== 'object' || links === null) {
    throw wrongStructure('quantified_associations', `"${type}" should contain an array`)
  }
  const read = (kind: string, key: string): { name: string; quantity: number }[] | undefined => {
    const list = member(links, kind)
    return list === undefined ? undefined : readLinks(type, kind, list, key)
  }
  const products = read('products', naming.key)?.map(({ name, quantity }) => ({
    // A product that does not exist stands under its name, which no UUID is: the violation below finds it.
    uuid: naming.uuidOf(operation, name) ?? name,
    quantity,
  }))
  const models = read('product_models', 'identifier')?.map(({ name, quantity }) => ({
    identifier: name,
    quantity,
  }))
  return { products: products ?? before.products, product_models: models ?? before.product_models }
}

function readLinks(
  type: string,
  kind: string,
  list: unknown,
  key: string,
): { name: string; quantity: number }[] {
  const wrong = (because: string): PropertyError =>
    wrongStructure('quantified_associations', because)
  if (!Array.isArray(list)) throw wrong(`"${type}[${kind}]" should contain an array`)
  return list.map((link: unknown) => {
    const [name, quantity] = [member(link, key) ?? null, member(link, 'quantity') ?? null]
    const missing = name === null ? key : quantity === null ? 'quantity' : undefined
    if (missing) throw wrong(`a quantified association should contain the key "${missing}"`)
    if (typeof name !== 'string') {
      throw wrong(`a quantified association should contain a valid ${key}`)
    }
    if (typeof quantity !== 'number' || !Number.isInteger(quantity)) {
      throw wrong('a quantified association should contain a valid quantity')
    }
    return { name, quantity }
  })
}
