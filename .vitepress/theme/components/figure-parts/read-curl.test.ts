import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { toClientCode } from '../../../../playground/ui/workbench/explorer/client-code.ts'
import { readCurl } from './read-curl.ts'

const folder = fileURLToPath(new URL('../../../../docs/_fragments/api', import.meta.url))
const commands = readdirSync(folder).flatMap((file) =>
  [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/```sh\n([^]*?)```/g)].map(
    ([, command]) => command ?? '',
  ),
)

test('every call of the API reference is understood whole', () => {
  expect(commands.length).toBeGreaterThan(70)
  for (const command of commands) {
    const request = readCurl(command)
    expect(request?.url, command).toMatch(/^https:\/\/my-pim\.example\.com\/api\/rest\/v1/)
    expect(request?.body !== '', command).toBe(command.includes('--data-binary'))
    expect(Object.keys(request?.headers ?? {}).length).toBe(command.split('--header').length - 1)
  }
})

test('a call becomes a program that sends the same', () => {
  const request = readCurl(
    [
      `curl --request PATCH 'https://my-pim.example.com/api/rest/v1/categories/cups' \\`,
      `  --header 'Authorization: Bearer <token>' \\`,
      `  --header 'Content-Type: application/json' \\`,
      `  --data-binary '{"labels": {"en_US": "A cook'\\''s cup"}}'`,
    ].join('\n'),
  )
  expect(request).toEqual({
    method: 'PATCH',
    url: 'https://my-pim.example.com/api/rest/v1/categories/cups',
    headers: { Authorization: 'Bearer <token>', 'Content-Type': 'application/json' },
    body: `{"labels": {"en_US": "A cook's cup"}}`,
  })
  expect(request && toClientCode(request, 'Python')).toContain("A cook's cup")
})

test('anything else is no call', () => {
  expect(readCurl('php app.php')).toBeUndefined()
})
