import { json, type Described, type Parameter } from './described.ts'
import { batched, collection, found, located, refusalsOf } from './rest-answers.ts'
import { describeCatalogs } from './rest-catalogs.ts'
import { describeOthers } from './rest-others.ts'
import {
  pageParameters,
  productListParameters,
  productParameters,
  searchParameter,
  withPosition,
} from './rest-parameters.ts'
import { productResources } from './rest-products.ts'
import type { RestResource, RestResources } from './rest-resource.ts'
import { list } from './rest-schemas.ts'
import { structureResources } from './rest-structure.ts'

const base = '/api/rest/v1'
const resources: RestResources = { ...productResources, ...structureResources }
// A query with brackets or a body that is no JSON, a bad token, no right, too many requests.
const always = [400, 401, 403, 429]

/** What a route of the REST API is (contract I.4, I.7). Undefined for any other route. */
export function describeRest(method: string, path: string): Described | undefined {
  if (path !== base && !path.startsWith(`${base}/`)) return undefined
  return (
    describeOthers(method, path) ?? describeCatalogs(method, path) ?? describeResource(method, path)
  )
}

function describeResource(method: string, path: string): Described | undefined {
  const below = path.slice(base.length + 1)
  const isSearch = below.endsWith('/search')
  const name = below.replace(isSearch ? /\/search$/ : /\/:(?:code|uuid)$/, '')
  const resource = Object.hasOwn(resources, name) ? resources[name] : undefined
  if (!resource) return undefined
  const route = { method, path, name, resource, isOne: name !== below && !isSearch }
  if (isSearch) return describeSearch(route)
  switch (method) {
    case 'GET':
      return route.isOne ? describeGet(route) : describeList(route)
    case 'POST':
      return describeCreate(route)
    case 'PATCH':
      return route.isOne ? describePatch(route) : describeBatch(route)
    default:
      return describeDelete(route)
  }
}

interface Route {
  readonly method: string
  readonly path: string
  readonly name: string
  readonly resource: RestResource
  readonly isOne: boolean
}

/** What is said of every route of a resource; `verb` is the right, and how its scope begins. */
function common(
  { method, path, name, resource, isOne }: Route,
  verb: 'read' | 'write' | 'delete',
  type: string = json,
) {
  const { plural, singular, known, scope } = resource
  const words = { read: 'list', write: 'create or update', delete: 'delete' } as const
  const codes: Record<string, Omit<Parameter, 'name'>> = {
    family_code: { description: 'Code of a family', schema: { type: 'string' }, example: 'bags' },
    attribute_code: {
      description: 'Code of an attribute with options',
      schema: { type: 'string' },
      example: 'color',
    },
  }
  const own = { description: `Which ${singular}`, schema: { type: 'string' }, example: known }
  const noun = singular.charAt(0).toUpperCase() + singular.slice(1)
  return {
    method,
    path,
    tag: 'REST API',
    security: 'bearer',
    scopes: [`${verb}_${scope}`],
    inPath: isOne ? { ...codes, code: own, uuid: own } : codes,
    refusals: refusalsOf({
      method,
      to: `${words[verb]} ${plural}`,
      missing: `${noun} "x" does not exist.`,
      type,
    }),
    inside: name.includes('/:') ? [404] : [],
  } as const
}

/** A route, told with its answers: the refusals, and what is given where nothing is refused. */
function tell(
  { refusals, inside: _inside, ...rest }: ReturnType<typeof common>,
  said: Pick<Described, 'summary' | 'statuses'> & Partial<Described>,
): Described {
  return { ...rest, ...said, answers: { ...refusals, ...said.answers } }
}

function queryOf({ name, resource: { search } }: Route): readonly Parameter[] {
  const isOfProducts = name.startsWith('product')
  return [
    ...(search ? [searchParameter(search)] : []),
    ...(isOfProducts ? productListParameters : pageParameters),
    ...(name === 'categories' ? [withPosition] : []),
  ]
}

function describeList(route: Route): Described {
  const told = common(route, 'read')
  return tell(told, {
    summary: `List ${route.resource.plural}`,
    query: queryOf(route),
    statuses: [200, ...always, ...told.inside, 406, 422],
    answers: { 200: found(list) },
  })
}

function describeSearch(route: Route): Described {
  const query = queryOf(route)
  const inAddress = query.filter(({ name }) =>
    /^(?:page|limit|with_count|pagination|search_after)/.test(name),
  )
  const inBody = query.filter((each) => !inAddress.includes(each))
  return tell(common({ ...route, isOne: false }, 'read'), {
    summary: `List ${route.resource.plural} by a search in the body`,
    description:
      'For searches that are too long for an address; the address still says which page.',
    query: inAddress,
    body: {
      types: [json],
      schema: {
        type: 'object',
        properties: Object.fromEntries(inBody.map(({ name, schema }) => [name, schema])),
      },
      example: { search: JSON.stringify(route.resource.search), locales: 'en_US' },
    },
    statuses: [200, ...always, 415, 422],
    answers: { 200: found(list) },
  })
}

function describeGet(route: Route): Described {
  const isOfProducts = route.name.startsWith('product')
  const query = isOfProducts ? productParameters : route.name === 'categories' ? [withPosition] : []
  return tell(common(route, 'read'), {
    summary: `Read ${one(route.resource)}`,
    query,
    statuses: [200, ...always, 404, 406],
    answers: { 200: found(route.resource.schema) },
  })
}

function describeCreate(route: Route): Described {
  const { schema, fresh } = route.resource
  const told = common(route, 'write')
  return tell(told, {
    summary: `Create ${one(route.resource)}`,
    body: { types: [json], schema, example: fresh },
    statuses: [201, ...always, ...told.inside, 415, 422],
    answers: { 201: located },
  })
}

function describePatch(route: Route): Described {
  const { schema, change } = route.resource
  const told = common(route, 'write')
  return tell(told, {
    summary: `Change or create ${one(route.resource)}`,
    description:
      'Objects are merged by key, lists and texts replaced; what is not named stays as it is.',
    body: { types: [json], schema: { ...schema, required: [] }, example: change },
    statuses: [201, 204, ...always, ...told.inside, 415, 422],
    answers: { 201: located, 204: located },
  })
}

function describeBatch(route: Route): Described {
  const { plural, key, known, change } = route.resource
  const told = common(route, 'write', collection)
  return tell(told, {
    summary: `Change or create up to 100 ${plural}`,
    description: 'Up to 100 lines, each one JSON object; each line is answered on its own.',
    body: {
      types: [collection],
      schema: { type: 'string', description: 'One JSON object a line' },
      example: JSON.stringify({ [key]: known, ...change }),
    },
    statuses: [200, ...always, ...told.inside, 413, 415],
    answers: { 200: batched(key, known) },
  })
}

function describeDelete(route: Route): Described {
  return tell(common(route, 'delete'), {
    summary: `Delete ${one(route.resource)}`,
    statuses: [204, ...always, 404],
  })
}

function one({ singular }: RestResource): string {
  return `${/^[aeiou]/.test(singular) ? 'an' : 'a'} ${singular}`
}
