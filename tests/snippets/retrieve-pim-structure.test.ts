import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../../playground/hosts/node/index.ts'
import { structurePrograms } from './program.ts'
import { prepare, type ReadyProgram } from './run-once.ts'
import { createVisitor } from './visitor.ts'
import { authorizeWith, registerApp } from './walk.ts'

let pim: RunningServer
let tokens: Record<'able' | 'unable', string>

beforeAll(async () => {
  pim = await startServer({ port: 0 })
  tokens = {
    able: await tokenWith('read_channel_settings'),
    unable: await tokenWith('read_products'),
  }
})
afterAll(() => pim?.close())

async function tokenWith(scope: string): Promise<string> {
  const app = await registerApp(pim.url, 'http://localhost:9')
  return authorizeWith(createVisitor(), pim.url, app, scope)
}

/** What stands where a PIM should, with one answer for everything. */
async function startOther(
  status: number,
  body: string,
  headers = {},
): Promise<{ url: string; asked: string[]; server: Server }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(status, headers).end(body)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, asked, server }
}

describe.each(structurePrograms.map((program) => [program.language, program] as const))(
  'reading the structure with %s',
  (_, program) => {
    let ready: ReadyProgram

    beforeAll(() => {
      ready = prepare(program)
    })
    afterAll(() => ready?.remove())

    test('stores the locales, currencies and root category of the channel', async () => {
      const environment = { PIM_URL: `${pim.url}/`, ACCESS_TOKEN: tokens.able }
      const [usual, other] = await Promise.all([
        ready.run(environment),
        ready.run({ ...environment, CHANNEL: 'print' }),
      ])
      expect(usual).toMatchObject({ code: 0, errors: '' })
      expect(usual.output).toBe('The structure of ecommerce is in structure.json.\n')
      for (const [ended, code] of [
        [usual, 'ecommerce'],
        [other, 'print'],
      ] as const) {
        const channel = await readChannel(code)
        expect(JSON.parse(ended.written('structure.json') ?? 'null')).toEqual({
          locales: channel['locales'],
          currencies: channel['currencies'],
          rootCategory: channel['category_tree'],
        })
      }
    })

    test.each([
      [
        'a token without the scope',
        { token: 'unable' },
        'The PIM answered 403: Access forbidden. You are not allowed to list channels.',
      ],
      [
        'a token that is none',
        { ACCESS_TOKEN: 'nonsense' },
        'The PIM answered 401: The access token provided is invalid.',
      ],
      [
        'a channel that is none',
        { token: 'able', CHANNEL: 'a/b & "c"' },
        'The PIM answered 404: Channel "a/b & "c"" does not exist.',
      ],
      ['no PIM', { token: 'able', PIM_URL: 'http://localhost:9' }, 'The PIM did not answer.'],
      ['no PIM_URL', { PIM_URL: '' }, 'The environment variable PIM_URL is missing.'],
      ['no token', { ACCESS_TOKEN: '' }, 'The environment variable ACCESS_TOKEN is missing.'],
    ])('with %s it says so, exits with 1 and stores nothing', async (__, changes, message) => {
      const { token, ...others }: Record<string, string> = changes
      const environment = {
        PIM_URL: pim.url,
        ACCESS_TOKEN: tokens[token === 'unable' ? 'unable' : 'able'],
        ...others,
      }
      const ended = await ready.run(environment)
      expect(ended.errors.trim()).toBe(message)
      expect(ended).toMatchObject({ code: 1, output: '' })
      expect(ended.written('structure.json')).toBeUndefined()
    })

    test.each([
      ['a page', 200, '<html></html>', 'The PIM gave no channel.'],
      ['another object', 200, '{"code":"ecommerce"}', 'The PIM gave no channel.'],
      ['null', 200, 'null', 'The PIM gave no channel.'],
      ['an error without JSON', 503, 'Down', 'The PIM answered 503:'],
    ])('an answer that is %s is no channel', async (__, status, body, message) => {
      const other = await startOther(status, body)
      try {
        const ended = await ready.run({ PIM_URL: other.url, ACCESS_TOKEN: 'token' })
        expect(ended.errors.trim()).toBe(message)
        expect(ended.code).toBe(1)
        expect(ended.written('structure.json')).toBeUndefined()
        expect(other.asked).toEqual(['/api/rest/v1/channels/ecommerce'])
      } finally {
        other.server.close()
      }
    })

    test('does not take the token along when the PIM redirects elsewhere', async () => {
      const elsewhere = await startOther(200, '{}')
      const other = await startOther(302, '', { Location: `${elsewhere.url}/stolen` })
      try {
        const ended = await ready.run({ PIM_URL: other.url, ACCESS_TOKEN: 'token' })
        expect(ended.errors.trim()).toBe('The PIM answered 302:')
        expect(elsewhere.asked).toEqual([])
      } finally {
        other.server.close()
        elsewhere.server.close()
      }
    })
  },
)

async function readChannel(code: string): Promise<Record<string, unknown>> {
  const headers = { Authorization: `Bearer ${tokens.able}` }
  const response = await fetch(`${pim.url}/api/rest/v1/channels/${code}`, { headers })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}
