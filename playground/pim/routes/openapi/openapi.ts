import { scenarioSchema } from '../../domain/scenario-schema.ts'
import type { JsonSchema } from '../../store/json-schema.ts'
import type { PimRouter } from '../router.ts'
import { controlRoutes } from './control.ts'
import type { Described } from './described.ts'
import { oauthRoutes } from './oauth.ts'
import { describeRest } from './rest.ts'
import { screenRoutes } from './screens.ts'

/** Every route that is described by hand; those of the REST API are described by their addresses. */
export const describedRoutes: readonly Described[] = [
  ...oauthRoutes,
  ...screenRoutes,
  ...controlRoutes,
]

const known = new Map(describedRoutes.map((each) => [`${each.method} ${each.path}`, each]))

const meanings: Readonly<Record<number, string>> = {
  200: 'The answer',
  201: 'It was made',
  204: 'It was done; there is no body',
  302: 'Where the browser goes next',
  400: 'The request cannot be read, or asks for what is not there',
  401: 'The token is missing, wrong or expired',
  403: 'The role does not have the right',
  404: 'There is no such thing',
  406: 'The answer can only be JSON',
  413: 'The body is too long',
  415: 'The body has a type that is not taken',
  422: 'A rule is broken; the answer says which',
  429: 'Too many requests; the answer says when to ask again',
  500: 'There is no OpenID key',
}

/** What this PIM serves, made from its routes, as an OpenAPI 3.1 document. Throws `TypeError` for an undescribed route. */
export function describeApi(router: PimRouter, url: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const { method, path } of router.routes) {
    if (method === 'ALL') continue
    const described = known.get(`${method} ${path}`) ?? describeRest(method, path)
    if (!described) throw new TypeError(`The route "${method} ${path}" is not described`)
    const address = path.replaceAll(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [method.toLowerCase()]: toOperation(described) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'The mocked PIM',
      version: '1',
      description: 'What the PIM of this site answers: the addresses of the real one, and its own.',
    },
    servers: [{ url }],
    tags: [
      { name: 'OAuth', description: 'Tokens, and what the activation of an app passes through' },
      { name: 'REST API', description: 'The catalogue, for connections and apps' },
      { name: 'Screens', description: "What the PIM's own screens call" },
      { name: 'Control', description: 'Of this mock only: its state, clock and faults' },
    ],
    paths: Object.fromEntries(
      Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic', description: 'client_id and secret' },
      },
      schemas: { Scenario: scenarioSchema() },
    },
  }
}

function toOperation(described: Described): JsonSchema {
  const parameters = parametersOf(described)
  const { body, security, summary, tag } = described
  return {
    operationId: operationId(described),
    tags: [tag],
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: Object.fromEntries(body.types.map((type) => [type, { schema: body.schema }])),
      },
    }),
    responses: Object.fromEntries(
      described.statuses.map((status) => [String(status), { description: meanings[status] }]),
    ),
    security: security ? [{ [security]: [] }] : [],
  }
}

function parametersOf({ path, query = [], tag }: Described): JsonSchema[] {
  const schema = { type: 'string' }
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema,
  }))
  const screen = { type: 'string', const: 'XMLHttpRequest' }
  return [
    ...inPath,
    ...query.map((name) => ({ name, in: 'query', schema })),
    ...(tag === 'Screens' && !path.startsWith('/media/show/')
      ? [{ name: 'X-Requested-With', in: 'header', required: true, schema: screen }]
      : []),
  ]
}

/** `GET /rest/connections/:code` becomes `getRestConnectionsCode`. */
function operationId({ method, path }: Described): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return method.toLowerCase() + capitals.join('')
}
