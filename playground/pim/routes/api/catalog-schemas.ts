import {
  deleteMappingSchema,
  getMappingSchema,
  putMappingSchema,
} from '../../domain/product-mapping-schema.ts'
import { empty, json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { attempt } from './attempt.ts'
import { allowCatalogs, catalogEdit, catalogPath, ownCatalog } from './catalogs.ts'
import { allowChange, readDocument } from './change.ts'

const path = `${catalogPath}/:id/mapping-schemas/product`

/** `/catalogs/{id}/mapping-schemas/product`: how an app wants to be told of products (contract I.7). */
export function catalogSchemaRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const { caller } = allowCatalogs(context)
    const catalog = ownCatalog(context, caller)
    return json(context, 200, getMappingSchema(context.env.operation, catalog))
  })
  router.put(path, (context) => {
    const catalog = ownCatalog(context, allowChange(context, catalogEdit))
    const schema = readDocument(context)
    attempt(context.env.operation, 'change.allowed', 'The schema is valid', () =>
      putMappingSchema(context.env.operation, catalog, schema),
    )
    return empty(context, 204)
  })
  router.delete(path, (context) => {
    const catalog = ownCatalog(context, allowChange(context, catalogEdit, null))
    deleteMappingSchema(context.env.operation, catalog)
    return empty(context, 204)
  })
}
