import type { Attribute, Product } from './catalogue-state.ts'
import { valueFor } from './completeness.ts'
import {
  booleanCondition,
  dateCondition,
  metricCondition,
  numberCondition,
  priceCondition,
  selectCondition,
  textCondition,
  type MeetsData,
} from './data-conditions.ts'
import type { Operation } from './operation.ts'
import { unprocessable, unsupported, type Criterion } from './search.ts'

/** Whether a product meets a condition. */
export type Meets = (product: Product) => boolean

/** What decides whether a product meets a condition on one of its values. Throws `unprocessable`. */
export function valueCondition(
  operation: Operation,
  attribute: Attribute,
  criterion: Criterion,
): Meets {
  const [locale, scope] = [localeOf(attribute, criterion), scopeOf(operation, attribute, criterion)]
  const read = (product: Product): unknown => valueFor(product, attribute.code, locale, scope)?.data
  if (criterion.operator === 'EMPTY' && canBeEmpty(attribute)) {
    return (product) => isInFamily(operation, product, attribute) && read(product) === undefined
  }
  if (criterion.operator === 'NOT EMPTY' && canBeEmpty(attribute)) {
    return (product) => read(product) !== undefined
  }
  const meets = dataCondition(operation, attribute, criterion)
  return (product) => {
    const data = read(product)
    return data !== undefined && meets(data)
  }
}

function canBeEmpty({ type }: Attribute): boolean {
  return type !== 'pim_catalog_boolean'
}

function isInFamily(operation: Operation, product: Product, { code }: Attribute): boolean {
  const family = product.family === null ? undefined : operation.families.get(product.family)
  return family?.attributes.includes(code) ?? false
}

function dataCondition(
  operation: Operation,
  attribute: Attribute,
  criterion: Criterion,
): MeetsData {
  switch (attribute.type) {
    case 'pim_catalog_text':
    case 'pim_catalog_textarea':
      return textCondition(criterion)
    case 'pim_catalog_number':
      return numberCondition(criterion)
    case 'pim_catalog_metric':
      return metricCondition(operation, attribute, criterion)
    case 'pim_catalog_price_collection':
      return priceCondition(operation, criterion)
    case 'pim_catalog_boolean':
      return booleanCondition(criterion)
    case 'pim_catalog_date':
      return dateCondition(criterion)
    case 'pim_catalog_simpleselect':
    case 'pim_catalog_multiselect':
      return selectCondition(operation, attribute, criterion)
    default:
      throw unsupported(criterion)
  }
}

function localeOf(attribute: Attribute, { locale }: Criterion): string | null {
  if (!attribute.localizable) return null
  if (typeof locale === 'string') return locale
  throw unprocessable(`Attribute "${attribute.code}" expects a locale, none given.`)
}

function scopeOf(operation: Operation, attribute: Attribute, { scope }: Criterion): string | null {
  if (!attribute.scopable) return null
  if (typeof scope !== 'string') {
    throw unprocessable(`Attribute "${attribute.code}" expects a scope, none given.`)
  }
  if (operation.channels.has(scope)) return scope
  throw unprocessable(`Attribute "${attribute.code}" expects an existing scope, "${scope}" given.`)
}
