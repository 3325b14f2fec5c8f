/** One parameter of an endpoint, as far as a form needs it. */
export interface Parameter {
  readonly name: string
  readonly place: 'path' | 'query'
  readonly isRequired: boolean
  readonly description: string
  readonly kind: 'text' | 'number' | 'yes or no' | 'one of' | 'JSON'
  readonly options: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  /** What the PIM takes when it is left out. */
  readonly standard: string
  readonly example: string
}

/** One endpoint: a method on a path. */
export interface Operation {
  /** Method and path, as `GET /api/rest/v1/products`. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly description: string
  /** The resource that it belongs to, as `Product models`. */
  readonly resource: string
  readonly parameters: readonly Parameter[]
  readonly body?: { readonly contentType: string; readonly example: string }
  /** What an app must have been granted; undefined where apps are not let in, or no token is needed. */
  readonly scopes?: readonly string[]
  readonly needsToken: boolean
}

const prefix = '/api/rest/v1'
const methods = ['get', 'post', 'patch', 'put', 'delete'] as const

/** The endpoints of the REST API in an OpenAPI description, in its order. Throws where it describes none. */
export function readOperations(description: unknown): Operation[] {
  const operations = Object.entries(record(record(description)['paths'])).flatMap(([path, item]) =>
    path.startsWith(prefix)
      ? methods.flatMap((method) => {
          const told = record(item)[method]
          return told === undefined ? [] : [readOperation(method.toUpperCase(), path, record(told))]
        })
      : [],
  )
  if (operations.length === 0) throw new TypeError('The description has no endpoint of the API')
  return operations
}

/** The endpoints whose method, path, summary or resource has every word that is wanted. */
export function findOperations(operations: readonly Operation[], wanted: string): Operation[] {
  const words = wanted.toLowerCase().split(/\s+/)
  return operations.filter(({ id, summary, resource }) => {
    const told = `${id} ${summary} ${resource}`.toLowerCase()
    return words.every((word) => told.includes(word))
  })
}

/** The endpoints by resource, both in the order in which they come. */
export function groupByResource(operations: readonly Operation[]): [string, Operation[]][] {
  const groups = new Map<string, Operation[]>()
  for (const operation of operations) {
    const group = groups.get(operation.resource)
    if (group) group.push(operation)
    else groups.set(operation.resource, [operation])
  }
  return [...groups]
}

function readOperation(method: string, path: string, told: Record<string, unknown>): Operation {
  const security = list(told['security']).map(record)
  const scopes = security.find((each) => 'app' in each)?.['app']
  const body = readBody(told['requestBody'])
  return {
    id: `${method} ${path}`,
    method,
    path,
    summary: text(told['summary']),
    description: text(told['description']),
    resource: nameResource(path),
    parameters: list(told['parameters']).map((each) => readParameter(record(each))),
    ...(body && { body }),
    ...(scopes !== undefined && { scopes: list(scopes).map(text) }),
    needsToken: security.length > 0,
  }
}

function readParameter(told: Record<string, unknown>): Parameter {
  const schema = record(told['schema'])
  const { minimum, maximum } = schema
  const options = list(schema['enum']).map(text)
  return {
    name: text(told['name']),
    place: told['in'] === 'path' ? 'path' : 'query',
    isRequired: told['required'] === true,
    description: text(told['description']),
    kind: kindOf(schema, options),
    options,
    ...(typeof minimum === 'number' && { minimum }),
    ...(typeof maximum === 'number' && { maximum }),
    standard: text(schema['default']),
    example: text(told['example']),
  }
}

function kindOf(schema: Record<string, unknown>, options: readonly string[]): Parameter['kind'] {
  if (options.length > 0) return 'one of'
  if (schema['type'] === 'integer') return 'number'
  if (schema['type'] === 'boolean') return 'yes or no'
  return schema['contentMediaType'] === 'application/json' ? 'JSON' : 'text'
}

function readBody(told: unknown): Operation['body'] {
  const [first] = Object.entries(record(record(told)['content']))
  if (!first) return undefined
  const [contentType, media] = first
  const { example = '' } = record(media)
  const shown = typeof example === 'string' ? example : JSON.stringify(example, null, 2)
  return { contentType, example: shown }
}

function nameResource(path: string): string {
  const [first = ''] = path.slice(prefix.length + 1).split('/')
  if (first === '') return 'The API itself'
  const name = first === 'products-uuid' ? 'products by UUID' : first.replaceAll('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}
