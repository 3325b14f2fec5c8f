import { beforeAll, expect, test } from 'vitest'
import type { Scenario } from '../../../playground/pim/index.ts'
import { buildPim, pimUrl } from '../build-pim.ts'
import { readExamples, type Examples } from './catalogue.ts'
import { readOperations, type DescribedOperation } from './described-operations.ts'
import type { Body, Draft } from './draft.ts'
import { expectDocumented } from './expect-documented.ts'
import { countParts, odd, type JsonEdit } from './json-edit.ts'
import { likelyCriteria, listOperators } from './likely-search.ts'
import { buildStartingState } from './starting-state.ts'
import { timeTaken, watchPim, type WatchedPim } from './watched-pim.ts'
import { writeRequest } from './write-request.ts'

// Bodies that are right but for one part: every part in turn becomes each of these.
// A campaign takes so many of all changes, others for each seed.
const campaign = Number(process.env['PROPERTY_REQUESTS'] ?? 0) / 5
const isCampaign = campaign > 0
const seed = Number(process.env['PROPERTY_SEED'] ?? 0)
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
// `npm test` sends each body to one of the addresses that take it, and a part in seven of the largest.
const isChosen = ({ types }: DescribedOperation): boolean =>
  isCampaign || !types.includes('application/vnd.akeneo.collection+json')

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
  await expectEveryPart(
    changing
      .filter(isChosen)
      .map((operation): [DescribedOperation, Body[]] => [operation, bodiesOf(operation)]),
  )
}, 3_600_000)

test('whichever part of a search is of another kind, the answer is documented', async () => {
  const search = operations.find(({ path }) => path.endsWith('/products-uuid/search'))
  if (!search) throw new TypeError('There is no search')
  const bodies = likelyCriteria.flatMap(([property, taken, { '': single, list }]) =>
    taken.map((operator): Body => {
      const [value] = listOperators.test(operator) ? list : single
      const criterion = { operator, value, locale: 'en_US', scope: 'ecommerce' }
      return { kind: 'json', value: { search: { [property]: [criterion] } } }
    }),
  )
  await expectEveryPart([[search, bodies]])
}, 3_600_000)

function bodiesOf({ path, schema, tag, inPath }: DescribedOperation): Body[] {
  if (path === '/_control/scenario') return [{ kind: 'state' }]
  if (tag !== 'REST API' || path.endsWith('/catalogs')) {
    const fields = Object.entries(schema.properties ?? {}).map(([name]) => {
      return [name, { word: { known: 0 } }] as const
    })
    return [{ kind: 'fields', fields }]
  }
  const count = examplesOf({ path, inPath }).length
  return Array.from({ length: isCampaign ? count : Math.min(count, 1) }, (_, at) => ({
    kind: 'entities',
    entities: [{ at, keep: -1, fresh: null }],
  }))
}

/** What stands at the address, or at the one above it. */
function examplesOf({ path, inPath }: Pick<DescribedOperation, 'path' | 'inPath'>) {
  const isOne = path.endsWith(`{${inPath.at(-1)}}`)
  const list = isOne ? path.replace(/\/\{\w+\}$/, '') : path
  return examples.entities.get(list) ?? []
}

/** Sends each body once for each of its parts and each kind that the part can be of, or some of all these. */
async function expectEveryPart(
  all: readonly (readonly [DescribedOperation, readonly Body[]])[],
): Promise<void> {
  const changes = all.flatMap(([operation, bodies]) =>
    bodies.flatMap((body) => changesOf(operation, body)),
  )
  const stride = isCampaign ? Math.max(1, Math.floor(changes.length / campaign)) : 1
  const chance = createChance(seed)
  let sent = 0
  let watched: WatchedPim | undefined
  let last: DescribedOperation | undefined
  // One of each so many, chosen by chance: what is chosen must not depend on how the changes repeat.
  for (let from = 0; from < changes.length; from += stride) {
    const [operation, body, change] = changes[Math.min(from + chance(stride), changes.length - 1)]!
    // What one operation has changed must not keep all others from being reached.
    if (operation !== last || !watched) watched = await watchPim(start)
    last = operation
    await expectDocumentedAnswer(watched, operation, draftOf(operation, body, change))
    sent += 1
  }
  if (isCampaign) console.log(`${sent} of ${changes.length} changes, seed ${seed}`)
}

/** Numbers below what is asked for, the same ones for a seed. */
function createChance(from: number): (limit: number) => number {
  let turn = from
  return (limit) => {
    turn = (turn * 48_271 + 11) % 0x7fffffff
    return turn % limit
  }
}

async function expectDocumentedAnswer(
  watched: WatchedPim,
  operation: DescribedOperation,
  draft: Draft,
): Promise<void> {
  const { state } = watched
  const again = () => writeRequest(draft, { operation, state, examples })
  const request = again()
  const text = await request.clone().text()
  const answer = await watched.ask(request).catch((cause: unknown) => {
    throw new Error(`${request.method} ${request.url} ${text}: ${String(cause)}`, { cause })
  })
  expectDocumented(operations, request, answer, new URL(pimUrl).host)
  const took = await timeTaken({ state, answer, again })
  expect(took, `milliseconds for ${text}`).toBeLessThan(1000)
}

/** Every part in every way; in `npm test` every part in one way after the other. */
function changesOf(
  operation: DescribedOperation,
  body: Body,
): (readonly [DescribedOperation, Body, JsonEdit])[] {
  const rounds = isCampaign
    ? [...replacements, ...renames].map((change) => [change])
    : [replacements, renames]
  const parts = Math.max(1, partsOf(operation, body))
  const stride = body.kind === 'state' && !isCampaign ? 7 : 1
  return rounds.flatMap((changes) =>
    Array.from({ length: Math.ceil(parts / stride) }, (_, index) => {
      const place = index * stride
      const change = { ...(changes[place % changes.length] as Change), place }
      return [operation, body, change] as const
    }),
  )
}

function partsOf(operation: DescribedOperation, body: Body): number {
  switch (body.kind) {
    case 'state':
      return countParts(start)
    case 'fields':
      return body.fields.length
    case 'entities':
      return countParts(examplesOf(operation)[body.entities[0]?.at ?? 0])
    case 'json':
      return countParts(body.value)
    default:
      throw new TypeError(`A body of the kind ${body.kind} has no parts`)
  }
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
