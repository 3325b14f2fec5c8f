import { identifierCode } from './attribute.ts'
import type { Product, QuantifiedAssociations } from './catalogue-state.ts'
import type { Violation } from './error.ts'
import type { Operation } from './operation.ts'
import { textMessages } from './value-text.ts'

const greatestQuantity = 2_147_483_647

/** An identifier is well formed and no other product's. */
export function identifierViolations(
  operation: Operation,
  { uuid, identifier }: Product,
  isIdentified: boolean,
): Violation[] {
  if (identifier === null) {
    return isIdentified ? [broken('The identifier attribute cannot be empty.')] : []
  }
  const taken = operation.products
    .where('identifier', identifier)
    .some((other) => other.uuid !== uuid)
  const attribute = operation.attributes.get(identifierCode(operation) ?? '')
  const violations = attribute ? textMessages(attribute, identifier).map(broken) : []
  if (taken) {
    violations.unshift(broken(`The ${identifier} identifier is already used for another product.`))
  }
  if (/^\s|[,;]|\s$/.test(identifier)) {
    violations.push(
      broken('This field should not contain any comma or semicolon or leading/trailing space'),
    )
  }
  if (/[\r\n]/.test(identifier)) {
    violations.push(broken('This field should not contain any line break'))
  }
  return violations
}

function broken(message: string): Violation {
  return { property: 'identifier', message }
}

/** Quantities are possible, and everything that is named exists. */
export function quantifiedViolations(
  operation: Operation,
  associations: QuantifiedAssociations,
): Violation[] {
  return Object.entries(associations).flatMap(([type, { products, product_models: models }]) => {
    const property = `quantified_associations.${type}`
    const known = operation.associationTypes.get(type)
    if (!known) {
      const message =
        "This association type doesn't exist. Please make sure it hasn't been deleted in the meantime."
      return [{ property, message }]
    }
    if (!known.is_quantified) {
      const message = `"${type}" can’t be used for associations with quantities. Please, choose a different association type with quantities or use the "associations" property.`
      return [{ property, message }]
    }
    const unknown = products.map(({ uuid }) => uuid).filter((uuid) => !operation.products.has(uuid))
    const missing = models
      .map(({ identifier }) => identifier)
      .filter((code) => !operation.productModels.has(code))
    return quantityViolations(`${property}.products`, products).concat(
      quantityViolations(`${property}.product_models`, models),
      missingViolations(`${property}.products`, 'products', unknown),
      missingViolations(`${property}.product_models`, 'product models', missing),
    )
  })
}

function quantityViolations(
  property: string,
  links: readonly { readonly quantity: number }[],
): Violation[] {
  return links.flatMap(({ quantity }, index) => {
    if (quantity >= 1 && quantity <= greatestQuantity) return []
    const message = `"${quantity}" is an invalid quantity. Please, write a value between 1 and ${greatestQuantity}.`
    return [{ property: `${property}[${index}].quantity`, message }]
  })
}

function missingViolations(property: string, noun: string, names: readonly string[]): Violation[] {
  if (names.length === 0) return []
  const message = `The following ${noun} don't exist: ${names.join(', ')}. Please make sure the ${noun} haven't been deleted in the meantime.`
  return [{ property, message }]
}
