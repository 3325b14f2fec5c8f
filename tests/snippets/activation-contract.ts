import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../../playground/hosts/node/index.ts'
import { findFreePort, startProgram, type Program, type RunningProgram } from './program.ts'
import { createVisitor, type Visitor } from './visitor.ts'
import { activate, authorize, registerApp } from './walk.ts'

/** How the program of every language gets its token from the PIM: each language's test file calls this. */
export function describeActivation(program: Program): void {
  describe('the activation at the PIM', () => {
    let pim: RunningServer
    let app: RunningProgram
    let clientId: string
    let visitor: Visitor

    beforeAll(async () => {
      pim = await startServer({ port: 0 })
      ;({ app, clientId } = await startRegistered())
    })
    afterAll(async () => {
      await app?.stop()
      await pim?.close()
    })
    beforeEach(() => {
      visitor = createVisitor()
      pim.pim.journal.clear()
    })

    /** An app is registered with its addresses before it can be started with its credentials. */
    async function startRegistered(secret?: string) {
      const port = await findFreePort()
      const registered = await registerApp(pim.url, `http://localhost:${port}`)
      const environment = {
        CLIENT_ID: registered.clientId,
        CLIENT_SECRET: secret ?? registered.clientSecret,
      }
      return {
        app: await startProgram(program, { port, environment }),
        clientId: registered.clientId,
      }
    }

    function tokenRequests() {
      return pim.pim.journal
        .entries()
        .filter(({ request }) => new URL(request.url).pathname === '/connect/apps/v1/oauth2/token')
    }

    test('ends with a token that is printed, shown and lists products', async () => {
      const callback = await authorize(visitor, pim.url, clientId)
      expect(callback.href.startsWith(`${app.url}/callback?code=`)).toBe(true)
      const page = await visitor.get(callback.href)
      expect(page.status, page.body).toBe(200)
      expect(page.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/i)
      const [, token = ''] = await app.printed(/Access token: (\S+)/)
      expect(token).toMatch(/^[\w-]{86}$/)
      expect(page.body).toContain(`Access token: ${token}`)
      expect(page.body).toContain('Scope: read_products write_products')

      const products = await fetch(`${pim.url}/api/rest/v1/products`, {
        headers: { Authorization: `Bearer ${token}` },
      })
      expect(products.status).toBe(200)
    })

    test('a callback with another state answers 403 and asks for no token', async () => {
      const callback = await authorize(visitor, pim.url, clientId)
      callback.searchParams.set('state', '0'.repeat(32))
      const refused = await visitor.get(callback.href)
      expect(refused.status).toBe(403)
      expect(refused.body).toContain('The state is not the one this app gave you.')
      expect(tokenRequests()).toEqual([])
    })

    test('a callback without a state, or with an empty one, answers 403', async () => {
      for (const query of ['code=abc', 'code=abc&state=', 'code=abc&state[]=']) {
        await activate(visitor, app.url, pim.url)
        const refused = await visitor.get(encodeURI(`${app.url}/callback?${query}`))
        expect(refused.status, query).toBe(403)
      }
      expect(tokenRequests()).toEqual([])
    })

    test('a callback in a browser that did not activate answers 403', async () => {
      const callback = await authorize(visitor, pim.url, clientId)
      const other = createVisitor()
      expect((await other.get(callback.href)).status).toBe(403)
      expect((await other.get(`${app.url}/callback?code=abc&state=`)).status).toBe(403)
      expect(tokenRequests()).toEqual([])
    })

    test('a callback opened a second time answers 403 and asks for no second token', async () => {
      const callback = await authorize(visitor, pim.url, clientId)
      expect((await visitor.get(callback.href)).status).toBe(200)
      expect((await visitor.get(callback.href)).status).toBe(403)
      expect(tokenRequests()).toHaveLength(1)
    })

    test('a callback without a code answers 400 with a sentence', async () => {
      const callback = await authorize(visitor, pim.url, clientId)
      callback.searchParams.delete('code')
      const refused = await visitor.get(callback.href)
      expect(refused.status).toBe(400)
      expect(refused.body).toContain('The code is missing.')
      expect(tokenRequests()).toEqual([])
    })

    test('a callback with a wrong code answers 502 and says what the PIM said', async () => {
      const callback = await authorize(visitor, pim.url, clientId)
      callback.searchParams.set('code', 'wrong')
      const refused = await visitor.get(callback.href)
      expect(refused.status).toBe(502)
      expect(refused.body).toContain('invalid_grant')
      expect(refused.body).toContain('Code is not valid')
    })

    test('with a wrong client secret the callback answers 502 and names invalid_client', async () => {
      const misconfigured = await startRegistered('wrong')
      try {
        const callback = await authorize(visitor, pim.url, misconfigured.clientId)
        const refused = await visitor.get(callback.href)
        expect(refused.status).toBe(502)
        expect(refused.body).toContain('invalid_client')
        expect(refused.body).not.toContain('Access token')
      } finally {
        await misconfigured.app.stop()
      }
    })
  })
}
