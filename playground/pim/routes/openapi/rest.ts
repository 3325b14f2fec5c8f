import { json, type Body, type Described } from './described.ts'

const base = '/api/rest/v1'
const object: Body = { types: [json], schema: { type: 'object' } }
const lines: Body = {
  types: ['application/vnd.akeneo.collection+json'],
  schema: { type: 'string', description: 'One JSON object a line' },
}
const list: Body = { types: [json], schema: { type: 'array', items: { type: 'object' } } }
const listQuery = ['page', 'limit', 'with_count', 'search']
const productQuery = [
  'pagination_type',
  'search_after',
  'scope',
  'locales',
  'attributes',
  'search_locale',
  'search_scope',
  'with_attribute_options',
  'with_quality_scores',
  'with_completenesses',
]
const catalogQuery = ['limit', 'search_after', 'updated_after', 'updated_before']
// A query with brackets or a body that is no JSON, a bad token, no right, too many requests.
const always = [400, 401, 403, 429]

/** What a route of the REST API is: its address and method say it all (contract I.4). Undefined for any other route. */
export function describeRest(method: string, path: string): Described | undefined {
  if (path === base) {
    return { method, path, tag: 'REST API', summary: 'What there is', statuses: [200] }
  }
  if (!path.startsWith(`${base}/`)) return undefined
  const segments = path.slice(base.length + 1).split('/')
  const one = segments.at(-1)?.startsWith(':') ?? false
  const names = segments.filter((segment) => !segment.startsWith(':'))
  const plural = names.join(' ').replaceAll('-', ' ')
  const common = { method, path, tag: 'REST API', security: 'bearer' } as const
  if (names.includes('system-information')) {
    return { ...common, summary: 'Version and edition of the PIM', statuses: [200, ...always, 406] }
  }
  if (names.at(-1) === 'search') {
    const summary = `List ${plural.replace(/ search$/, '')} by a search in the body`
    return { ...common, summary, body: object, statuses: [200, ...always, 415, 422] }
  }
  const inside =
    segments.some((segment) => segment.startsWith(':')) && names.length > 1 ? [404] : []
  switch (method) {
    case 'GET':
      if (one) {
        return { ...common, summary: `Get one of ${plural}`, statuses: [200, ...always, 404, 406] }
      }
      return {
        ...common,
        summary: `List ${plural}`,
        query: queryOf(names),
        statuses: [200, ...always, ...inside, 406, 422],
      }
    case 'POST':
      return {
        ...common,
        summary: `Add to ${plural}`,
        body: object,
        statuses: [201, ...always, ...inside, 415, 422],
      }
    case 'PATCH':
      if (one) {
        const statuses =
          names[0] === 'catalogs'
            ? [200, ...always, 404, 415, 422]
            : [201, 204, ...always, ...inside, 415, 422]
        return { ...common, summary: `Change or add one of ${plural}`, body: object, statuses }
      }
      return {
        ...common,
        summary: `Change or add several of ${plural}`,
        body: names[0] === 'measurement-families' ? list : lines,
        statuses: [200, ...always, ...inside, 413, 415],
      }
    case 'PUT':
      return {
        ...common,
        summary: `Set ${plural}`,
        body: object,
        statuses: [204, ...always, 404, 415, 422],
      }
    default:
      return { ...common, summary: `Delete one of ${plural}`, statuses: [204, ...always, 404] }
  }
}

/** The query parameters of a list (contract I.2, I.4, I.7). */
function queryOf(names: readonly string[]): readonly string[] {
  const [resource = '', part] = names
  if (resource === 'test-apps' || resource === 'measurement-families') return []
  if (part === 'mapping-schemas') return []
  if (resource === 'catalogs') return part === undefined ? ['page', 'limit'] : catalogQuery
  if (resource === 'categories') return [...listQuery, 'with_position']
  return resource.startsWith('product') ? [...listQuery, ...productQuery] : listQuery
}
