import type { SelectionCriterion, ValueFilters } from '../../domain/catalog-choices.ts'
import { PimError } from '../../domain/error.ts'
import type { CatalogUpdate } from '../../domain/managed-catalog.ts'
import type { ProductMapping } from '../../domain/product-mapping.ts'
import { productMappingShape } from '../../domain/app-shapes.ts'
import { isRecord } from '../../http/body.ts'
import { findMismatch } from '../../store/shape.ts'

/** Reads what a person changes of a catalog. Throws `violations` where something is of another kind. */
export function readCatalogUpdate(content: Record<string, unknown>): CatalogUpdate {
  const {
    enabled,
    product_selection_criteria: criteria,
    product_value_filters: filters,
    product_mapping: mapping,
  } = content
  if (typeof enabled !== 'boolean') throw wrong('[enabled]', 'This value should be of type bool.')
  if (criteria !== undefined && !isCriteria(criteria)) {
    const message = 'This value should be a list of {"field", "operator", "value"}.'
    throw wrong('[product_selection_criteria]', message)
  }
  if (filters !== undefined && !isFilters(filters)) {
    const message = 'This value should be lists of codes: channels, locales, currencies.'
    throw wrong('[product_value_filters]', message)
  }
  if (mapping !== undefined && !isMapping(mapping)) {
    const message = 'This value should be sources by target: {"source", "scope", "locale"}.'
    throw wrong('[product_mapping]', message)
  }
  return {
    enabled,
    ...(criteria && { productSelectionCriteria: criteria }),
    ...(filters && { productValueFilters: filters }),
    ...(mapping && { productMapping: mapping }),
  }
}

function wrong(property: string, message: string): PimError {
  const violations = [{ property, message }]
  return new PimError('violations', 'Validation failed.', { violations })
}

function isCriteria(value: unknown): value is readonly SelectionCriterion[] {
  return Array.isArray(value) && value.every(isCriterion)
}

function isCriterion(value: unknown): value is SelectionCriterion {
  if (!isRecord(value) || !Object.hasOwn(value, 'value')) return false
  const { field, operator, value: _, scope = null, locale = null, ...others } = value
  const isCode = (code: unknown) => code === null || typeof code === 'string'
  return (
    typeof field === 'string' &&
    typeof operator === 'string' &&
    isCode(scope) &&
    isCode(locale) &&
    Object.keys(others).length === 0
  )
}

function isFilters(value: unknown): value is ValueFilters {
  if (!isRecord(value)) return false
  const { channels = [], locales = [], currencies = [], ...others } = value
  const isCodes = (codes: unknown) =>
    Array.isArray(codes) && codes.every((code) => typeof code === 'string')
  return [channels, locales, currencies].every(isCodes) && Object.keys(others).length === 0
}

function isMapping(value: unknown): value is ProductMapping {
  return findMismatch(productMappingShape, value) === undefined
}
