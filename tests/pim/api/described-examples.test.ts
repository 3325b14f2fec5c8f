import { beforeAll, describe, expect, it } from 'vitest'
import { createMemoryDriver, createPim } from '../../../playground/pim/index.ts'
import { pimUrl, type BuiltPim } from '../build-pim.ts'
import { buildCatalog } from './build-catalog.ts'
import { exchange } from './exchange.ts'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly description?: string
  readonly schema: { readonly type?: string; readonly default?: unknown }
  readonly example?: unknown
}

interface Operation {
  readonly tags: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly content: Record<string, { readonly schema: object; readonly example?: unknown }>
  }
  readonly responses: Record<string, { readonly content?: Record<string, unknown> }>
  readonly security: readonly Record<string, readonly string[]>[]
}

interface Described {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

interface Document {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: {
    readonly securitySchemes: {
      readonly app: { flows: { authorizationCode: { scopes: Record<string, string> } } }
    }
  }
}

const address = `${pimUrl}/_control/openapi.json`
const response = await createPim({ url: pimUrl, driver: createMemoryDriver() }).fetch(
  new Request(address),
)
const document = (await response.json()) as Document
const operations: readonly Described[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, { tags }]) => tags.includes('REST API'))
    .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
)
// Not for tokens of the catalogue's readers and writers.
const withExamples = operations.filter(({ path }) => !path.includes('/test-apps'))

/** A PIM with a catalog and its mapping schema, and how to put what is there into a path. */
async function prepare(): Promise<{ pim: BuiltPim; fill: (described: Described) => string }> {
  const { pim, id, path: catalog, list } = await buildCatalog()
  const put = operations.find(({ method }) => method === 'PUT')?.operation.requestBody
  const body = Object.values(put?.content ?? {})[0]?.example
  await exchange({ method: 'PUT', path: `${catalog}/mapping-schemas/product`, body }, pim)
  const [uuid] = await list<string>('product-uuids?limit=1')
  function fill({ path, operation }: Described): string {
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      if (path.includes('/catalogs/')) return name === 'id' ? id : String(uuid)
      const parameter = operation.parameters?.find((each) => each.name === name)
      return encodeURIComponent(String(parameter?.example))
    })
  }
  return { pim, fill }
}

describe('the examples of the OpenAPI document work against the default catalogue', () => {
  let built: Awaited<ReturnType<typeof prepare>>
  beforeAll(async () => {
    built = await prepare()
  })

  for (const described of withExamples.filter(({ method }) => method === 'GET')) {
    const { path, operation } = described
    const query = (operation.parameters ?? []).filter((each) => each.in === 'query')
    for (const { name, example } of [{ name: '', example: undefined }, ...query]) {
      if (name !== '' && example === undefined) continue
      it(`GET ${path}${name && `?${name}=${String(example)}`}`, async () => {
        const asked = name === '' ? '' : `?${name}=${encodeURIComponent(String(example))}`
        const answer = await exchange({ path: built.fill(described) + asked }, built.pim)
        expect(answer.status, JSON.stringify(answer.body)).toBe(200)
        expect(answer.body).not.toHaveProperty('error')
      })
    }
  }

  for (const described of withExamples.filter(({ method }) => method !== 'GET')) {
    const { method, path, operation } = described
    it(`${method} ${path}`, async () => {
      const { pim, fill } = await prepare()
      const [content] = Object.entries(operation.requestBody?.content ?? {})
      const body = content && {
        body: content[1].example,
        headers: { 'content-type': content[0] },
      }
      const answer = await exchange({ method, path: fill(described), ...body }, pim)
      expect([200, 201, 204], JSON.stringify(answer.body)).toContain(answer.status)
      expect(Object.keys(operation.responses)).toContain(String(answer.status))
      if (content?.[0].includes('collection'))
        expect(answer.body).toMatchObject({ status_code: 204 })
    })
  }
})

describe('what the OpenAPI document says of the REST API', () => {
  const { scopes } = document.components.securitySchemes.app.flows.authorizationCode

  it('which scopes there are, and what they allow', () => {
    expect(scopes).toMatchObject({
      delete_products: 'View, edit and delete products and product models',
      write_categories: 'View and edit categories',
      read_channel_localization: 'View locales and currencies',
      email: 'View your email address',
    })
    expect(scopes).not.toHaveProperty('read_assets')
  })

  for (const [route, needed] of [
    ['GET /products', ['read_products']],
    ['POST /products', ['write_products']],
    ['DELETE /product-models/{code}', ['delete_products']],
    ['PATCH /families/{family_code}/variants', ['write_catalog_structure']],
    ['GET /attributes/{attribute_code}/options', ['read_attribute_options']],
    ['GET /currencies/{code}', ['read_channel_localization']],
    ['POST /channels', ['write_channel_settings']],
    ['GET /catalogs/{id}/products', ['read_catalogs', 'read_products']],
    ['DELETE /catalogs/{id}', ['delete_catalogs']],
    ['PUT /catalogs/{id}/mapping-schemas/product', ['write_catalogs']],
    ['GET /system-information', []],
  ] as const) {
    it(`${route} needs ${needed.join(' and ') || 'no scope'}`, () => {
      const [method, path] = route.split(' ')
      const found = operations.find((each) => {
        return each.method === method && each.path === `/api/rest/v1${path}`
      })
      expect(found?.operation.security).toEqual([{ bearer: [] }, { app: needed }])
      for (const scope of needed) expect(scopes).toHaveProperty(scope)
    })
  }

  for (const { method, path, operation } of withExamples) {
    it(`${method} ${path}: parameters with a type, bodies with an example, refusals with theirs`, () => {
      for (const { name, description, schema } of operation.parameters ?? []) {
        expect(description, name).toBeTypeOf('string')
        expect(schema.type, name).toBeTypeOf('string')
      }
      for (const { example, schema } of Object.values(operation.requestBody?.content ?? {})) {
        expect(example).toBeDefined()
        expect(schema).toHaveProperty('type')
      }
      for (const [status, { content }] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue
        expect(content?.['application/json'], status).toHaveProperty('example')
        expect(content?.['application/json'], status).toHaveProperty('schema')
      }
    })
  }
})
