import { refuseViolations } from './error.ts'
import { known } from './known.ts'
import type { Operation } from './operation.ts'
import { member } from './search.ts'
import type { Catalog } from './state.ts'

const meta = /^https:\/\/api\.akeneo\.com\/mapping\/product\/\d+\.\d+\.\d+\/schema$/
const types = new Set<unknown>(['string', 'number', 'boolean', 'array', 'object'])

/** The schema that an app gave for a catalog. Throws `not-found` when it gave none. */
export function getMappingSchema(operation: Operation, catalog: Catalog): unknown {
  const { id, productMappingSchema: schema } = catalog
  const message = `Catalog "${id}" does not exist or you can't access it.`
  return known(operation, schema, 'Mapping schema of catalog', id, message)
}

/** Keeps a schema for a catalog in the place of the one before. Throws `violations`. */
export function putMappingSchema(operation: Operation, catalog: Catalog, schema: unknown): void {
  const message = 'You must provide a valid schema.'
  const isValid = isMappingSchema(schema)
  refuseViolations([isValid ? undefined : { property: 'productMappingSchema', message }])
  operation.catalogs.put(catalog.id, { ...catalog, productMappingSchema: schema })
}

/** Removes the schema of a catalog, if there is one. */
export function deleteMappingSchema(operation: Operation, catalog: Catalog): void {
  const { productMappingSchema: schema, ...rest } = catalog
  if (schema !== undefined) operation.catalogs.put(catalog.id, rest)
}

/** Whether a JSON Schema is written in the dialect of product mappings: with the UUID of the product, and not deep. */
export function isMappingSchema(schema: unknown): boolean {
  const properties = member(schema, 'properties')
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    return false
  }
  const dialect = member(schema, '$schema')
  if (typeof dialect !== 'string' || !meta.test(dialect)) return false
  if (member(member(properties, 'uuid'), 'type') !== 'string') return false
  const required = member(schema, 'required') ?? []
  if (!Array.isArray(required) || !required.every(isText)) return false
  return Object.values(properties).every(isProperty)
}

function isProperty(property: unknown): boolean {
  const [format = '', items = {}] = [member(property, 'format'), member(property, 'items')]
  return (
    types.has(member(property, 'type')) && isText(format) && isText(member(items, 'type') ?? '')
  )
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
