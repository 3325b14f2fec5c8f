import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createMemoryDriver, type Scenario } from '../../../playground/pim/index.ts'
import { buildPim, pimUrl, type BuiltPim } from '../build-pim.ts'
import { readExamples, showCatalogue, type Examples } from './catalogue.ts'
import { readOperations, type DescribedOperation } from './described-operations.ts'
import { anyDraft } from './any-draft.ts'
import type { Draft } from './draft.ts'
import { expectDocumented } from './expect-documented.ts'
import { buildStartingState } from './starting-state.ts'
import { timeTaken, watchPim, type Answer, type WatchedPim } from './watched-pim.ts'
import { writeRequest } from './write-request.ts'

// A campaign: PROPERTY_REQUESTS=100000 npx vitest run --config tests/vitest.config.ts tests/pim/any
// The same one again: PROPERTY_SEED=… with it.
const campaign = process.env['PROPERTY_REQUESTS']
const requests = Number(campaign ?? 1500)
const firstSeed = Number(
  process.env['PROPERTY_SEED'] ?? (campaign ? Date.now() % 2 ** 31 : 20240506),
)
const sequencesAtOnce = 50

// What the PIM notes of a refused request: that it was wrong (contract C, J.1).
const bookkeeping = new Set(['wrongCredentials', 'errorCounts', 'businessErrors'])

let start: Scenario
let examples: Examples
let operations: readonly DescribedOperation[]
let catalogue: Record<'whole' | 'beginning', string>

beforeAll(async () => {
  start = await buildStartingState()
  const pim = buildPim({ scenario: start })
  examples = await readExamples(pim)
  operations = await readOperations(pim)
  catalogue = {
    whole: await showCatalogue(pim, 'whole'),
    beginning: await showCatalogue(pim, 'beginning'),
  }
})

/** How often each status was answered, by vocabulary. */
const seen = new Map<string, number>()

function sent(): number {
  return [...seen.values()].reduce((sum, count) => sum + count, 0)
}

test('whatever is sent, the answer is documented, and what is refused changes nothing', async () => {
  const started = performance.now()
  let seed = firstSeed
  while (sent() < requests) {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDraft(operations), { minLength: 1, maxLength: 24, size: 'max' }),
        fc.nat(25).map((number) => (number === 25 ? 'whole' : 'beginning')),
        async (drafts, part) => {
          const watched = await watchPim(start)
          for (const draft of drafts) await expectAnswer(watched, draft)
          await expectCatalogueAsKept(watched, part)
        },
      ),
      { seed, numRuns: sequencesAtOnce },
    )
    seed += 1
  }
  if (campaign) report(performance.now() - started)
}, 3_600_000)

async function expectAnswer(watched: WatchedPim, draft: Draft): Promise<void> {
  const operation = operations.find(({ method, path }) => `${method} ${path}` === draft.operation)
  if (!operation) throw new TypeError(`There is no ${draft.operation}`)
  const { state, stateText } = watched
  const again = () => writeRequest(draft, { operation, state, examples })
  const request = again()
  const answer = await watched.ask(request)
  const said = `${request.method} ${request.url.slice(0, 300)}: ${answer.status} ${answer.text.slice(0, 500)}`
  try {
    expectDocumented(operations, request, answer, new URL(pimUrl).host)
    expect(await timeTaken({ state, answer, again }), 'milliseconds').toBeLessThan(1000)
    await watched.look()
    if (isRefused(answer)) {
      expect(answer.written.filter((key) => !bookkeeping.has(key.split('/')[0] ?? ''))).toEqual([])
      if (watched.stateText !== stateText) {
        expect(withoutBookkeeping(watched.state)).toEqual(withoutBookkeeping(state))
      }
    }
  } catch (error) {
    throw new Error(`${said}\n${String(error)}`, { cause: error })
  }
  const key = `${operation.tag} ${answer.status}`
  seen.set(key, (seen.get(key) ?? 0) + 1)
}

/** Whether a whole request was refused: by its status, or by that of every line of it. */
function isRefused({ status, text }: Answer): boolean {
  if (status !== 200) return status >= 400
  const lines = text.startsWith('{"line":1') ? text.split('\n') : []
  if (text.startsWith('[{"code":'))
    lines.push(...(JSON.parse(text) as object[]).map((each) => JSON.stringify(each)))
  const statuses = lines.map((line) => (JSON.parse(line) as { status_code?: number }).status_code)
  return statuses.length > 0 && statuses.every((each) => each !== undefined && each >= 400)
}

function withoutBookkeeping(state: Scenario): object {
  const entries = Object.entries(state).filter(([name]) => !bookkeeping.has(name))
  return Object.fromEntries(entries)
}

/** The catalogue in memory is what the driver keeps; where nothing was kept, it is the one of the beginning. */
async function expectCatalogueAsKept(
  { pim, kept }: WatchedPim,
  part: 'whole' | 'beginning',
): Promise<void> {
  const changes = await kept()
  const isChanged = changes.some(
    ({ collection }) => !(collection in start) && collection !== 'settings',
  )
  const shown = await showAsWriter(pim, part)
  if (!isChanged) return expect(shown).toBe(catalogue[part])
  const driver = createMemoryDriver()
  await driver.commit(changes, 1)
  const again = buildPim({ scenario: start, options: { driver } })
  expect(shown).toBe(await showAsWriter(again, part))
}

/** Shows the catalogue to whom may read it, who may be gone by now. */
async function showAsWriter(pim: BuiltPim, part: 'whole' | 'beginning'): Promise<string> {
  const body = JSON.stringify(start)
  const response = await pim.send('/_control/scenario', { method: 'PUT', body })
  expect(response.status).toBe(200)
  return showCatalogue(pim, part)
}

function report(took: number): void {
  const lines = [...seen].sort().map(([key, count]) => `${key.padEnd(16)} ${count}`)
  console.log(`${sent()} requests in ${Math.round(took / 1000)} s, seeds from ${firstSeed}`)
  console.log(lines.join('\n'))
}
