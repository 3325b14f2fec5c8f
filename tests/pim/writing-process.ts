import { writeSync } from 'node:fs'
import { createFileDriver } from '../../playground/hosts/node/index.ts'
import { createPim, defaultScenario } from '../../playground/pim/index.ts'

// A process that creates and deletes connections until it is killed. It says each acknowledged change on its own line,
// without a buffer, as soon as the PIM answered.
const [file = '', first = '0'] = process.argv.slice(2)
const url = 'https://pim.example.com'
const limits = { ...defaultScenario.limits, connections: 1_000_000 }
const pim = createPim({
  url,
  driver: createFileDriver(file),
  scenario: { ...defaultScenario, limits },
})
await pim.ready()

async function send(method: string, path: string, expected: number, body?: unknown): Promise<void> {
  const response = await pim.fetch(
    new Request(url + path, {
      method,
      headers: { 'x-requested-with': 'XMLHttpRequest', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  if (response.status !== expected) throw new Error(`${response.status} ${await response.text()}`)
}

for (let number = Number(first); ; number += 1) {
  const code = `run_${number}`
  await send('POST', '/rest/connections', 201, { code, label: code, flow_type: 'other' })
  writeSync(1, `+${code}\n`)
  if (number % 3 !== 0) continue
  await send('DELETE', `/rest/connections/${code}`, 204)
  writeSync(1, `-${code}\n`)
}
