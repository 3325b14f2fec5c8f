import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../../playground/hosts/node/index.ts'
import { exchangePrograms } from './program.ts'
import { prepare, type ReadyProgram } from './run-once.ts'
import { createVisitor } from './visitor.ts'
import { codeWith, registerApp } from './walk.ts'

let pim: RunningServer

beforeAll(async () => {
  pim = await startServer({ port: 0 })
})
afterAll(() => pim?.close())

describe.each(exchangePrograms.map((program) => [program.language, program] as const))(
  'exchanging a code with %s',
  (_, program) => {
    let ready: ReadyProgram

    beforeAll(() => {
      ready = prepare(program)
    })
    afterAll(() => ready?.remove())

    async function environmentOf(scope = 'read_products') {
      const app = await registerApp(pim.url, 'http://localhost:9')
      const code = await codeWith(createVisitor(), pim.url, app.clientId, scope)
      return {
        PIM_URL: `${pim.url}/`,
        CLIENT_ID: app.clientId,
        CLIENT_SECRET: app.clientSecret,
        CODE: code,
      }
    }

    test('prints the token, which works, and a code works once', async () => {
      const environment = await environmentOf()
      const ended = await ready.run(environment)
      expect(ended).toMatchObject({ code: 0, errors: '' })
      const token = JSON.parse(ended.output) as Record<string, string>
      expect(token).toEqual({
        access_token: expect.stringMatching(/^[\w-]{86}$/),
        token_type: 'bearer',
        scope: 'read_products',
      })
      const headers = { Authorization: `Bearer ${token['access_token']}` }
      expect((await fetch(`${pim.url}/api/rest/v1/products`, { headers })).status).toBe(200)

      const again = await ready.run(environment)
      expect(again).toMatchObject({ code: 1, output: '' })
      expect(again.errors.trim()).toBe(
        'The PIM answered 400: {"error":"invalid_grant","error_description":"Code is not valid"}',
      )
    })

    test('another identifier each time: 60 hexadecimal digits that nobody guesses', async () => {
      pim.pim.journal.clear()
      const environment = { ...(await environmentOf()), CODE: 'wrong' }
      await Promise.all([ready.run(environment), ready.run(environment)])
      const sent = pim.pim.journal
        .entries()
        .filter(({ request }) => request.url.endsWith('/oauth2/token'))
        .map(({ request }) => new URLSearchParams(request.body).get('code_identifier'))
      expect(sent).toHaveLength(2)
      expect(new Set(sent).size).toBe(2)
      for (const identifier of sent) expect(identifier).toMatch(/^[0-9a-f]{60}$/)
    })

    test('a wrong secret is invalid_client, and leaves the code as it was', async () => {
      const environment = await environmentOf()
      const refused = await ready.run({ ...environment, CLIENT_SECRET: 'wrong' })
      expect(refused).toMatchObject({ code: 1, output: '' })
      expect(refused.errors.trim()).toBe('The PIM answered 400: {"error":"invalid_client"}')
      expect((await ready.run(environment)).code).toBe(0)
    })

    test('without a PIM, or without a setting, it says so and exits with 1', async () => {
      const environment = {
        PIM_URL: 'http://localhost:9',
        CLIENT_ID: 'id',
        CLIENT_SECRET: 'secret',
        CODE: 'code',
      }
      const missing = Object.keys(environment).map(
        (name) =>
          [{ ...environment, [name]: '' }, `The environment variable ${name} is missing.`] as const,
      )
      for (const [given, message] of [
        [environment, 'The PIM did not answer.'] as const,
        ...missing,
      ]) {
        const ended = await ready.run(given)
        expect(ended.errors.trim()).toBe(message)
        expect(ended).toMatchObject({ code: 1, output: '' })
      }
    })
  },
)
