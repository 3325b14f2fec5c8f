import sections from './api-reference.json' with { type: 'json' }

/** What the reference reads of an OpenAPI description. */
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>
}

interface Operation {
  summary: string
  description?: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { example?: unknown }> }
  responses: Record<
    string,
    { description: string; content?: Record<string, { example?: unknown }> }
  >
  security?: Record<string, string[]>[]
}

interface Parameter {
  in: string
  name: string
  description?: string
  required?: boolean
  schema?: { type?: string; enum?: string[]; default?: unknown; minimum?: number; maximum?: number }
  example?: unknown
}

const root = '/api/rest/v1'
const host = 'https://my-pim.example.com'

// The explorer of the playground, with an operation chosen.
const explorer = '/playground.html?view=api&pane=flow&operation='

/** Refusals that any call may meet; the page explains them once. */
const everywhere = new Set(['401', '403', '406', '413', '415', '429'])

/** What the statuses of success mean, in fewer words than the description has. */
const successes: Readonly<Record<string, string>> = {
  201: 'Created',
  204: 'Done; the answer has no body',
}

/** Anchors that older documentation gave to operations whose own would be another. */
const olderAnchors: Readonly<Record<string, string>> = {
  'get /': 'get_endpoints',
  'get /currencies': 'currencies_get_list',
  'get /catalogs': 'get_app_catalogs',
  'post /catalogs': 'post_app_catalog',
  'get /catalogs/{id}': 'get_app_catalog',
  'patch /catalogs/{id}': 'patch_app_catalog',
  'delete /catalogs/{id}': 'delete_app_catalog',
  'get /catalogs/{id}/product-uuids': 'get_app_catalog_product_uuids',
  'get /catalogs/{id}/products': 'get_app_catalog_products',
  'get /catalogs/{id}/products/{uuid}': 'get_app_catalog_products_uuid',
  'get /catalogs/{id}/mapped-products': 'get_app_catalog_mapped_products',
  'put /catalogs/{id}/mapping-schemas/product': 'put_app_catalogs_mapping_schema_product',
  'get /catalogs/{id}/mapping-schemas/product': 'get_app_catalogs_mapping_schema_product',
  'delete /catalogs/{id}/mapping-schemas/product': 'delete_app_catalogs_mapping_schema_product',
}

/**
 * The operations of the REST API as Markdown, one fragment per resource, by file name.
 *
 * @throws {RangeError} when an operation belongs to no resource of `api-reference.json`
 */
export function apiReference(description: OpenApi): Map<string, string> {
  const fragments = new Map<string, string>(sections.map(({ file }) => [file, '']))
  for (const [address, operations] of Object.entries(description.paths)) {
    if (!address.startsWith(root)) continue
    const path = address.slice(root.length)
    const section = sectionOf(path)
    for (const [method, operation] of Object.entries(operations)) {
      const written = writeOperation(method, path, operation)
      fragments.set(section, `${fragments.get(section) ?? ''}${written}`)
    }
  }
  return fragments
}

/** The resource whose path is the longest beginning of this one. */
function sectionOf(path: string): string {
  const [best] = sections
    .flatMap(({ file, paths }) => paths.map((prefix) => ({ file, prefix })))
    .filter(({ prefix }) => path === prefix || (prefix !== '' && path.startsWith(`${prefix}/`)))
    .toSorted((one, other) => other.prefix.length - one.prefix.length)
  if (!best) throw new RangeError(`Add "${path}" to a resource in api-reference.json`)
  return best.file
}

function anchorOf(method: string, path: string): string {
  const shown = path === '' ? '/' : path
  const own = `${method}${path.toLowerCase().replaceAll(/[^a-z\d]/g, '_')}`
  return olderAnchors[`${method} ${shown}`] ?? own
}

function writeOperation(method: string, path: string, operation: Operation): string {
  const scopes = (operation.security ?? []).flatMap(({ app = [] }) => app)
  const marks = scopes.map((scope) => `\`${scope}\``).join(' and ')
  return [
    `<details class="operation">`,
    `<summary id="${anchorOf(method, path)}"><span class="method ${method}">${method.toUpperCase()}</span> ` +
      `<code>${path || '/'}</code> <span class="does">${operation.summary}</span></summary>`,
    '',
    scopes.length > 0 ? `An app needs ${marks}.` : '',
    operation.description ?? '',
    parameterTable(operation.parameters ?? []),
    call(method, path, operation),
    `[Call it in the playground](${explorer}${encodeURIComponent(`${method.toUpperCase()} ${root}${path}`)}), with a token and values of your own.`,
    answers(operation),
    '</details>',
    '',
    '',
  ]
    .filter((part, index, all) => part !== '' || all[index - 1] !== '')
    .join('\n\n')
    .replaceAll(/\n{3,}/g, '\n\n')
}

function parameterTable(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(({ in: place, name, description = '', schema = {}, required }) => {
    const limits = [
      place === 'path' ? 'in the address' : required === true ? 'required' : '',
      schema.enum ? schema.enum.map((value) => `\`${value}\``).join(' or ') : (schema.type ?? ''),
      schema.default === undefined ? '' : `\`${String(schema.default)}\` if not given`,
      schema.maximum === undefined ? '' : `${schema.maximum} at most`,
    ]
    return `| \`${name}\` | ${limits.filter(Boolean).join(', ')} | ${cell(description)} |`
  })
  return ['| Parameter | Value | Meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

/** A call that works against the demo catalogue, as curl. */
function call(
  method: string,
  path: string,
  { parameters = [], requestBody, security = [] }: Operation,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const example = parameters.find((parameter) => parameter.name === name)?.example
    return example === undefined ? placeholder : encodeURIComponent(String(example))
  })
  const [type, body] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const lines = [
    `curl${method === 'get' ? '' : ` --request ${method.toUpperCase()}`} '${host}${root}${filled}'`,
    ...(security.length === 0 ? [] : [`--header 'Authorization: Bearer <token>'`]),
    ...(type === undefined ? [] : [`--header 'Content-Type: ${type}'`]),
    ...(body?.example === undefined ? [] : [`--data-binary '${quoted(bodyText(body.example))}'`]),
  ]
  return `\`\`\`sh\n${lines.join(' \\\n  ')}\n\`\`\``
}

/** A single quote ends the shell's text, so it is said in another one. */
function quoted(text: string): string {
  return text.replaceAll("'", String.raw`'\''`)
}

function bodyText(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example, null, 2)
}

function answers({ responses }: Operation): string {
  const rows = Object.entries(responses)
    .filter(([status]) => !everywhere.has(status))
    .map(([status, { description, content = {} }]) => {
      const example = Object.values(content)[0]?.example as { message?: string } | undefined
      const message = example?.message === undefined ? '' : ` \`${cell(example.message)}\``
      const meaning = successes[status] ?? cell(description)
      return `| ${status} | ${meaning}${message && `:${message}`} |`
    })
  const others = Object.keys(responses).filter((status) => everywhere.has(status))
  const rest = others.length === 0 ? '' : `Also ${others.join(', ')}, as for [every call](#errors).`
  return ['| Status | When |', '| --- | --- |', ...rows, '', rest].join('\n')
}

/** Text for a cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ')
}
