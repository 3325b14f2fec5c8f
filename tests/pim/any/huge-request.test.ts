import { beforeAll, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../playground/pim/index.ts'
import { readerToken } from '../api/build-reader.ts'
import { buildPim, pimUrl } from '../build-pim.ts'
import { readOperations, type DescribedOperation } from './described-operations.ts'
import { expectDocumented } from './expect-documented.ts'
import { buildStartingState } from './starting-state.ts'
import { watchPim } from './watched-pim.ts'

// Each of these bodies takes a while, so that `npm test` sends it to some of the routes and a campaign to all.
const every = process.env['PROPERTY_REQUESTS'] ? 1 : 9

const million = 1_000_000
const field = JSON.stringify('a'.repeat(10 * million))
const bodies: Readonly<Record<string, string>> = {
  '10 MB of blanks': ' '.repeat(10 * million),
  '10 MB without an end': `{"code":"${'a'.repeat(10 * million)}`,
  '10 MB in one text': `{"code":${field},"identifier":${field},"name":${field}}`,
  'a number of a million digits': `{"code":1${'0'.repeat(million)}}`,
  '200,000 properties': JSON.stringify(
    Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`p${index}`, index])),
  ),
  'a million items': `[${'0,'.repeat(million)}0]`,
  '100,000 objects': `[${'{"code":"x"},'.repeat(100_000)}{}]`,
  '10,000 lists in each other': `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  'a million lists in each other, without an end': '['.repeat(million),
  '10,000 objects in each other': `${'{"values":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'a million lines': '{}\n'.repeat(million),
  '100,000 fields of a form': 'code=1&'.repeat(100_000),
}

let start: Scenario
let operations: readonly DescribedOperation[]
let changing: readonly DescribedOperation[]

beforeAll(async () => {
  start = await buildStartingState()
  operations = await readOperations(buildPim())
  changing = operations.filter(({ method }) => method !== 'GET')
})

describe('a huge body is answered within a second and changes nothing', () => {
  for (const [index, [name, body]] of Object.entries(bodies).entries()) {
    it(
      name,
      async () => {
        const watched = await watchPim(start)
        // Others for each body, so that all routes have their turn.
        const chosen = changing.filter((_, place) => (place + index) % every === 0)
        for (const operation of chosen.filter(({ path }) => path !== '/_control/reset')) {
          const { method, path, types } = operation
          const address = path.replaceAll(/\{\w+\}/g, 'lamps')
          const request = new Request(`${pimUrl}${address}`, {
            method,
            headers: {
              authorization: `Bearer ${readerToken}`,
              'content-type': types[0] ?? 'application/json',
              'x-requested-with': 'XMLHttpRequest',
            },
            body,
          })
          const answer = await watched.ask(request)
          const said = `${method} ${address}: ${answer.status} ${answer.text.slice(0, 300)}`
          expectDocumented(operations, request, answer, new URL(pimUrl).host)
          expect(answer.took, said).toBeLessThan(5000)
          if (answer.status >= 400) expect(answer.written, said).toEqual([])
        }
      },
      600_000,
    )
  }
})
