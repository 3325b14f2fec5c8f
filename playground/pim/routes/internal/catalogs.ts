import type { SelectionCriterion, ValueFilters } from '../../domain/catalog-choices.ts'
import type { Labels } from '../../domain/catalogue-state.ts'
import { enabledOnly } from '../../domain/catalog-selection.ts'
import { PimError } from '../../domain/error.ts'
import {
  listCatalogsOf,
  manageCatalog,
  updateManagedCatalog,
  type CatalogUpdate,
} from '../../domain/managed-catalog.ts'
import type { Operation } from '../../domain/operation.ts'
import type { Catalog } from '../../domain/state.ts'
import { isRecord } from '../../http/body.ts'
import { empty, json } from '../../http/respond.ts'
import { createRouter, parameter, type PimRouter } from '../router.ts'
import { fromScreen } from './from-screen.ts'
import { catalogsProblem } from './problem.ts'
import { readRecord } from './read-record.ts'

/** The catalogs of a connected app, as people see, fill and switch them (contract H.3). */
export function managedCatalogRoutes(): PimRouter {
  const router = createRouter()
  router.onError(catalogsProblem)
  const path = '/rest/catalogs/:id'

  router.get(
    '/rest/catalogs',
    fromScreen((context, caller) => {
      const owner = context.req.query('owner') ?? ''
      if (owner === '') throw new PimError('bad-request', 'owner must not be empty.')
      const catalogs = listCatalogsOf(context.env.operation, caller, owner)
      return json(context, 200, catalogs.map(listed))
    }),
  )

  router.get(
    '/rest/catalogs/choices',
    fromScreen((context) => json(context, 200, choicesOf(context.env.operation))),
  )

  router.get(
    path,
    fromScreen((context, caller) => {
      const { operation } = context.env
      const catalog = manageCatalog(operation, caller, parameter(context, 'id'))
      return json(context, 200, {
        ...listed(catalog),
        product_selection_criteria: catalog.productSelectionCriteria ?? enabledOnly,
        product_value_filters: catalog.productValueFilters ?? {},
        has_product_mapping_schema: operation.productMappingSchemas.has(catalog.id),
      })
    }),
  )

  router.patch(
    path,
    fromScreen((context, caller) => {
      const { operation } = context.env
      const catalog = manageCatalog(operation, caller, parameter(context, 'id'))
      updateManagedCatalog(operation, catalog, readUpdate(readRecord(context)))
      return empty(context, 204)
    }),
  )

  return router
}

function listed({ id, name, enabled, owner }: Catalog) {
  return { id, name, enabled, owner_username: owner }
}

/** What a catalog's criteria and filters can name. */
function choicesOf(operation: Operation) {
  const active = ({ enabled }: { enabled: boolean }) => enabled
  const byCode = ({ code }: { code: string }) => ({ code, label: code })
  return {
    families: [...operation.families.values()].map(named),
    categories: [...operation.categories.values()].map(named),
    channels: [...operation.channels.values()].map(named),
    locales: [...operation.locales.values()].filter(active).map(byCode),
    currencies: [...operation.currencies.values()].filter(active).map(byCode),
  }
}

function named({ code, labels }: { code: string; labels: Labels }) {
  return { code, label: labels['en_US'] ?? `[${code}]` }
}

function readUpdate(content: Record<string, unknown>): CatalogUpdate {
  const { enabled, product_selection_criteria: criteria, product_value_filters: filters } = content
  if (typeof enabled !== 'boolean') throw wrong('[enabled]', 'This value should be of type bool.')
  if (criteria !== undefined && !isCriteria(criteria)) {
    const message = 'This value should be a list of {"field", "operator", "value"}.'
    throw wrong('[product_selection_criteria]', message)
  }
  if (filters !== undefined && !isFilters(filters)) {
    const message = 'This value should be lists of codes: channels, locales, currencies.'
    throw wrong('[product_value_filters]', message)
  }
  return {
    enabled,
    ...(criteria && { productSelectionCriteria: criteria }),
    ...(filters && { productValueFilters: filters }),
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
