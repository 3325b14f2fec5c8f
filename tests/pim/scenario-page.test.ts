import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { scenarioSchema, type Scenario } from '../../playground/pim/index.ts'
import { buildPim } from './build-pim.ts'
import { weekly } from './tracked.ts'

// What docs/contributing/writing-a-scenario.md shows.

const path = new URL('../../docs/contributing/writing-a-scenario.md', import.meta.url)

let page: string
let examples: unknown[]

beforeAll(async () => {
  page = await readFile(fileURLToPath(path), 'utf8')
  const fences = [...page.matchAll(/^```json\n(.*?)^```$/gms)]
  examples = fences.map(([, text = '']) => JSON.parse(text) as unknown)
})

test('the example of a scenario can be loaded, and the dashboard shows what it says', async () => {
  const [, example] = examples as [unknown, Partial<Scenario>]
  const pim = buildPim()
  const body = { ...(await pim.dump()), ...example }
  expect((await pim.api('PUT', '/_control/scenario', { body })).status).toBe(200)
  expect(await pim.dump()).toEqual(body)
  const counts = await weekly(pim, 'product_updated')
  expect(Object.entries(counts['fernwood_erp']?.daily ?? {}).at(-1)).toEqual(['2026-03-13', 12])
})

test('a scenario without its roles is refused as the page shows it', async () => {
  const pim = buildPim()
  const scenario = await pim.dump()
  const roles = scenario.roles.filter(({ code }) => code !== 'ROLE_VISITOR')
  const response = await pim.api('PUT', '/_control/scenario', { body: { ...scenario, roles } })
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual(examples[0])
})

test('the page names every fault, and says of it what the PIM does', () => {
  const { properties } = scenarioSchema() as {
    properties: { faults: { description: string; items: { enum: string[] } } }
  }
  const { description, items } = properties.faults
  const lines = [...page.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)]
  expect(lines.map(([, name]) => name)).toEqual(items.enum)
  for (const [, name, what] of lines) expect(description).toContain(`\`${name}\`: ${what}`)
})
