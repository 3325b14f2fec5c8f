import type { JsonSchema } from '../../store/json-schema.ts'
import { body, flag, json, text, type Described } from './described.ts'
import { found, refusalsOf } from './rest-answers.ts'
import { catalogParameters, catalogProductParameters } from './rest-parameters.ts'
import { list, objectOf } from './rest-schemas.ts'

const base = '/api/rest/v1/catalogs'
const always = [400, 401, 403, 429]
const id = '0d4f8a52-6c1b-4f0e-8a77-2b9c5e3d1f60'
const missing = `Catalog "${id}" does not exist or you can't access it.`
const uuid = { type: 'string', format: 'uuid' }
const catalog = objectOf({ id: uuid, name: text, enabled: flag })
const named = (name: string) => ({ ...body({ 'name!': text }), example: { name } })
const rights = {
  read: 'access app catalogs',
  write: 'edit app catalogs',
  delete: 'delete app catalogs',
} as const

const schema = {
  $id: 'https://example.com/product',
  $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
  type: 'object',
  properties: { uuid: { type: 'string' }, title: { type: 'string' } },
}

function told(
  route: string,
  verb: keyof typeof rights,
  said: Pick<Described, 'summary' | 'statuses'> & Partial<Described>,
): Described {
  const [method = '', path = ''] = route.split(' ')
  const refusals = refusalsOf({ method, to: rights[verb], missing })
  return {
    method,
    path: base + path,
    tag: 'REST API',
    security: 'bearer',
    scopes: [`${verb}_catalogs`],
    ...said,
    inPath: {
      id: { description: 'Id of one of your catalogs', schema: uuid, example: id },
      uuid: { description: 'UUID of a product of the catalog', schema: uuid },
    },
    answers: { ...refusals, ...said.answers },
  }
}

const both = ['read_catalogs', 'read_products']

function products(name: string, noun: string, item: JsonSchema): Described[] {
  return [
    told(`GET /:id/${name}`, 'read', {
      summary: `List ${noun} of a catalog`,
      description: 'A catalog that is not enabled answers 200 and says so.',
      scopes: both,
      query: catalogProductParameters,
      statuses: [200, ...always, 404, 406, 422],
      answers: { 200: found(list) },
    }),
    ...(name.endsWith('products')
      ? [
          told(`GET /:id/${name}/:uuid`, 'read', {
            summary: `Read one of the ${noun} of a catalog`,
            scopes: both,
            statuses: [200, ...always, 404, 406],
            answers: { 200: found(item) },
          }),
        ]
      : []),
  ]
}

/** Catalogs of apps, their products and mapping schemas (contract I.7). */
const catalogs: readonly Described[] = [
  told('GET ', 'read', {
    summary: 'List catalogs',
    query: catalogParameters,
    statuses: [200, ...always, 406, 422],
    answers: { 200: found(list) },
  }),
  told('POST ', 'write', {
    summary: 'Create a catalog',
    body: named('Autumn in the shop'),
    statuses: [201, ...always, 415, 422],
    answers: { 201: found(catalog) },
  }),
  told('GET /:id', 'read', {
    summary: 'Read a catalog',
    statuses: [200, ...always, 404, 406],
    answers: { 200: found(catalog) },
  }),
  told('PATCH /:id', 'write', {
    summary: 'Rename a catalog',
    body: named('Winter in the shop'),
    statuses: [200, ...always, 404, 415, 422],
    answers: { 200: found(catalog) },
  }),
  told('DELETE /:id', 'delete', {
    summary: 'Delete a catalog',
    statuses: [204, ...always, 404],
  }),
  ...products('products', 'products', { type: 'object' }),
  ...products('product-uuids', 'UUIDs of the products', text),
  ...products('product-identifiers', 'identifiers of the products', text),
  ...products('mapped-products', 'mapped products', { type: 'object' }),
  told('GET /:id/mapping-schemas/product', 'read', {
    summary: 'Read the mapping schema of a catalog',
    statuses: [200, ...always, 404, 406],
    answers: { 200: found({ type: 'object' }) },
  }),
  told('PUT /:id/mapping-schemas/product', 'write', {
    summary: 'Set the mapping schema of a catalog',
    body: { types: [json], schema: { type: 'object' }, example: schema },
    statuses: [204, ...always, 404, 415, 422],
  }),
  told('DELETE /:id/mapping-schemas/product', 'write', {
    summary: 'Remove the mapping schema of a catalog',
    statuses: [204, ...always, 404],
  }),
]

const byRoute = new Map(catalogs.map((each) => [`${each.method} ${each.path}`, each]))

/** A route of catalogs. Undefined for any other route. */
export function describeCatalogs(method: string, path: string): Described | undefined {
  return byRoute.get(`${method} ${path}`)
}
