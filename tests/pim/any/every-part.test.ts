import { beforeAll, expect, test } from 'vitest'
import type { Scenario } from '../../../playground/pim/index.ts'
import { buildPim, pimUrl } from '../build-pim.ts'
import { readExamples, type Examples } from './catalogue.ts'
import { readOperations, type DescribedOperation } from './described-operations.ts'
import type { Body, Draft } from './draft.ts'
import { expectDocumented } from './expect-documented.ts'
import { odd, type JsonEdit } from './json-edit.ts'
import { likelyCriteria, listOperators } from './likely-search.ts'
import { buildStartingState } from './starting-state.ts'
import { watchPim, type WatchedPim } from './watched-pim.ts'
import { writeRequest } from './write-request.ts'

// Bodies that are right but for one part: every part in turn becomes each of these.
const isCampaign = process.env['PROPERTY_REQUESTS'] !== undefined
const others = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  '\0',
  '\uD800',
  '__proto__',
  [],
  {},
  [[]],
  [null],
]
const values: readonly unknown[] = [odd, [odd], ...(isCampaign ? others : [])]
const replacements = values.map((value): Change => ({ how: 'replace', name: '', value }))
const renames = ['constructor', '__proto__'].map((name): Change => ({
  how: 'rename',
  name,
  value: null,
}))
// A campaign changes every part in every way, `npm test` one after the other in turn.
const rounds = isCampaign
  ? [...replacements, ...renames].map((change) => [change])
  : [replacements, renames]
// `npm test` sends each body to one of the addresses that take it, and a part in seven of the largest.
const isChosen = ({ types }: DescribedOperation): boolean =>
  isCampaign || !types.includes('application/vnd.akeneo.collection+json')
const mostParts = 2000
const strideOf = ({ kind }: Body): number => (kind === 'state' && !isCampaign ? 7 : 1)

type Change = Omit<JsonEdit, 'place'>

let start: Scenario
let examples: Examples
let operations: readonly DescribedOperation[]

beforeAll(async () => {
  start = await buildStartingState()
  const pim = buildPim({ scenario: start })
  examples = await readExamples(pim)
  operations = await readOperations(pim)
})

test('whichever part of a body is of another kind, the answer is documented', async () => {
  const changing = operations.filter(
    ({ types }) => types.length > 0 && types[0] !== 'multipart/form-data',
  )
  expect(changing.length).toBeGreaterThan(50)
  for (const operation of changing.filter(isChosen)) {
    const watched = await watchPim(start)
    for (const body of bodiesOf(operation)) await expectEveryPart(watched, operation, body)
  }
}, 1_200_000)

test('whichever part of a search is of another kind, the answer is documented', async () => {
  const search = operations.find(({ path }) => path.endsWith('/products-uuid/search'))
  if (!search) throw new TypeError('There is no search')
  const watched = await watchPim(start)
  for (const [property, taken, { '': single, list }] of likelyCriteria) {
    for (const operator of taken) {
      const [value] = listOperators.test(operator) ? list : single
      const criterion = { operator, value, locale: 'en_US', scope: 'ecommerce' }
      await expectEveryPart(watched, search, {
        kind: 'json',
        value: { search: { [property]: [criterion] } },
      })
    }
  }
}, 1_200_000)

function bodiesOf({ path, schema, tag, inPath }: DescribedOperation): Body[] {
  if (path === '/_control/scenario') return [{ kind: 'state' }]
  if (tag !== 'REST API' || path.endsWith('/catalogs')) {
    const fields = Object.entries(schema.properties ?? {}).map(([name]) => {
      return [name, { word: { known: 0 } }] as const
    })
    return [{ kind: 'fields', fields }]
  }
  const isOne = path.endsWith(`{${inPath.at(-1)}}`)
  const list = isOne ? path.replace(/\/\{\w+\}$/, '') : path
  const count = examples.entities.get(list)?.length ?? 0
  return Array.from({ length: isCampaign ? count : Math.min(count, 1) }, (_, at) => ({
    kind: 'entities',
    entities: [{ at, keep: -1, fresh: null }],
  }))
}

/** Sends the body once for each of its parts and each kind that the part can be of. */
async function expectEveryPart(
  watched: WatchedPim,
  operation: DescribedOperation,
  body: Body,
): Promise<void> {
  for (const changes of rounds) {
    const requestWith = (change: JsonEdit) =>
      writeRequest(draftOf(operation, body, change), {
        operation,
        state: watched.state,
        examples,
      })
    let first: string | undefined
    for (let place = 0; place < mostParts; place += strideOf(body)) {
      // The places are counted round: the first one comes again when all had their turn.
      const again = await requestWith({ place, ...changeAt(changes, 0) }).text()
      if (again === first) break
      first ??= again
      const request = requestWith({ place, ...changeAt(changes, place) })
      const sent = await request.clone().text()
      const answer = await watched.ask(request).catch((cause: unknown) => {
        throw new Error(`${request.method} ${request.url} ${sent}: ${String(cause)}`, { cause })
      })
      expectDocumented(operations, request, answer, new URL(pimUrl).host)
      expect(answer.took, `milliseconds for ${sent}`).toBeLessThan(1000)
    }
  }
}

function changeAt(changes: readonly Change[], place: number): Change {
  return changes[place % changes.length] as Change
}

function draftOf(
  { method, path, inPath }: DescribedOperation,
  body: Body,
  change: JsonEdit,
): Draft {
  return {
    operation: `${method} ${path}`,
    method: null,
    parameters: inPath.map(() => ({ known: 0 })),
    query: [],
    bend: null,
    turn: 0,
    credentials: [{ known: 0 }, { known: 0 }],
    headers: [],
    body,
    edits: [change],
    serialisation: 'described',
  }
}
