import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createMemoryDriver, createPim, scenarioSchema } from '../../playground/pim/index.ts'

const folder = fileURLToPath(new URL('../../docs/public', import.meta.url))

/** What the site publishes about the PIM, by path: made from the PIM itself. */
export async function publishedFiles(): Promise<Map<string, unknown>> {
  const url = 'http://localhost:8080'
  const pim = createPim({ url, driver: createMemoryDriver() })
  const description = await pim.fetch(new Request(`${url}/_control/openapi.json`))
  return new Map([
    [join(folder, 'openapi.json'), await description.json()],
    [join(folder, 'schemas/scenario.json'), scenarioSchema()],
  ])
}

// Written again after a change by:
//
//   npx tsx tests/pim/published-files.ts && npx oxfmt docs/public
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, content] of await publishedFiles()) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, JSON.stringify(content, null, 2))
    console.log(`Wrote ${path}`)
  }
}
