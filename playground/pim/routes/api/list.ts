import { PimError } from '../../domain/error.ts'
import { parseDocument } from '../../http/json-document.ts'
import { jsonText } from '../../http/json-text.ts'
import { itemOf, pageEnvelope, readPage } from '../../http/pagination.ts'
import { encodeSegment, type Query } from '../../http/query.ts'
import type { PimContext } from '../router.ts'
import { attempt } from './attempt.ts'

/** Where every address of the REST API begins. */
export const base = '/api/rest/v1'

interface List<Entity> {
  /** Path of the list. */
  readonly path: string
  /** Finds the entities; called after the page was checked. */
  readonly find: () => readonly Entity[]
  /** An entity as it leaves the PIM. */
  readonly toWire: (entity: Entity) => object
}

/** Answers one page of a list whose items are known by their code (contract I.2). */
export function answerList<Entity extends { readonly code: string }>(
  context: PimContext,
  query: Query,
  { path, find, toWire }: List<Entity>,
): Response {
  const { operation } = context.env
  const rules = 'Paging and search follow the rules of the list'
  const [page, found] = attempt(operation, 'query.valid', rules, () => [readPage(query), find()])
  const address = `${operation.url}${path}`
  const start = (page.number - 1) * page.limit
  const items = found
    .slice(start, start + page.limit)
    .map((entity) => itemOf(`${address}/${encodeSegment(entity.code)}`, toWire(entity)))
  const parameters = new Map([
    ['limit', String(page.limit)],
    ['with_count', String(page.withCount)],
    ...[...query].filter(([name]) => name !== 'page'),
  ])
  return jsonText(context, pageEnvelope(page, { address, parameters, items }, found.length))
}

/** The `search` parameter of a list of structure. Throws `bad-request` when it is no JSON object. */
export function structureSearch(query: Query): object {
  const search = parsedSearch(query, 'The search query parameter must be a valid JSON.')
  if (typeof search === 'object' && search !== null) return search
  throw new PimError('bad-request', 'The search query parameter must be a valid JSON.')
}

/** The `search` parameter as JSON, an empty list when there is none. Throws `bad-request` for what is no JSON. */
export function parsedSearch(
  query: Query,
  message = 'Search query parameter should be valid JSON.',
): unknown {
  const text = query.get('search')
  if (text === undefined) return []
  const search = parseDocument(text)
  if (search === undefined || search === null) throw new PimError('bad-request', message)
  return search
}
