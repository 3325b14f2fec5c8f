import { scenarioSchema } from '../../domain/scenario-schema.ts'
import type { JsonSchema } from '../../store/json-schema.ts'
import type { PimRouter } from '../router.ts'
import { controlRoutes } from './control.ts'
import { json, type Body, type Described } from './described.ts'
import { oauthRoutes } from './oauth.ts'
import { describeRest } from './rest.ts'
import { restSchemas } from './rest-schemas.ts'
import { scopeDescriptions } from './rest-scopes.ts'
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
      securitySchemes: securitySchemes(url),
      schemas: { Scenario: scenarioSchema(), ...restSchemas },
    },
  }
}

/** How a caller shows who it is: with a token, however it was got, or with what a token is got for. */
function securitySchemes(url: string): JsonSchema {
  return {
    bearer: { type: 'http', scheme: 'bearer', description: 'The token of a connection or an app' },
    basic: { type: 'http', scheme: 'basic', description: 'client_id and secret' },
    app: {
      type: 'oauth2',
      description: 'The token of an app, which users of the PIM allow what its scopes say',
      flows: {
        authorizationCode: {
          authorizationUrl: `${url}/connect/apps/v1/authorize`,
          tokenUrl: `${url}/connect/apps/v1/oauth2/token`,
          scopes: scopeDescriptions,
        },
      },
    },
  }
}

function toOperation(described: Described): JsonSchema {
  const parameters = parametersOf(described)
  const { body, summary, description, tag } = described
  return {
    operationId: operationId(described),
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: contentOf(body) } }),
    responses: Object.fromEntries(
      described.statuses.map((status) => [String(status), responseOf(described, status)]),
    ),
    security: securityOf(described),
  }
}

function contentOf({ types, schema, example }: Body): JsonSchema {
  const content = { schema, ...(example !== undefined && { example }) }
  return Object.fromEntries(types.map((type) => [type, content]))
}

function responseOf({ answers = {} }: Described, status: number): JsonSchema {
  const { type = json, schema, example, headers } = answers[status] ?? {}
  return {
    description: meanings[status],
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, description]) => [
          name,
          { description, schema: { type: 'string' } },
        ]),
      ),
    }),
    ...(schema && { content: contentOf({ types: [type], schema, example }) }),
  }
}

function securityOf({ security, scopes }: Described): readonly JsonSchema[] {
  if (!security) return []
  return scopes ? [{ [security]: [] }, { app: scopes }] : [{ [security]: [] }]
}

function parametersOf({ path, query = [], inPath = {}, tag }: Described): JsonSchema[] {
  const schema = { type: 'string' }
  const screen = { type: 'string', const: 'XMLHttpRequest' }
  return [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
      return Object.assign({ name, in: 'path', required: true, schema }, inPath[name])
    }),
    ...query.map((each) => {
      const parameter = typeof each === 'string' ? { name: each, schema } : each
      return Object.fromEntries(Object.entries({ in: 'query', ...parameter }))
    }),
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
