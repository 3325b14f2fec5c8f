import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apiReference, type OpenApi } from '../../.vitepress/site/api-reference.ts'
import { createMemoryDriver, createPim } from '../../playground/pim/index.ts'

const folder = fileURLToPath(new URL('../../docs/_fragments/api', import.meta.url))

/** The fragments of the API reference, by path: made from what the PIM says of itself. */
export async function apiReferenceFiles(): Promise<Map<string, string>> {
  const url = 'http://localhost:8080'
  const pim = createPim({ url, driver: createMemoryDriver() })
  const answer = await pim.fetch(new Request(`${url}/_control/openapi.json`))
  const fragments = apiReference((await answer.json()) as OpenApi)
  return new Map([...fragments].map(([name, text]) => [join(folder, `${name}.md`), text]))
}

// Written again after a change by:
//
//   npx tsx tests/site/api-reference-files.ts
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, content] of await apiReferenceFiles()) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    console.log(`Wrote ${path}`)
  }
}
