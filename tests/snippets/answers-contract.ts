import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findFreePort, startProgram, type Program, type RunningProgram } from './program.ts'
import { startTokenEndpoint, type TokenEndpoint } from './token-endpoint.ts'
import { createVisitor, type Answer, type Visitor } from './visitor.ts'
import { activate } from './walk.ts'

const clientId = 'a client & its id'
const clientSecret = 'a secret'
const pimUrl = 'https://my-pim.example.com'
const script = '<script>alert(1)</script>'

/** What the program of every language answers, whatever it is asked and whatever a PIM says. */
export function describeAnswers(program: Program): void {
  describe('the answers', () => {
    const endpoints: TokenEndpoint[] = []
    let app: RunningProgram
    let visitor: Visitor

    beforeAll(async () => {
      const environment = { CLIENT_ID: clientId, CLIENT_SECRET: clientSecret }
      app = await startProgram(program, { port: await findFreePort(), environment })
    })
    afterAll(() => app?.stop())
    beforeEach(() => {
      visitor = createVisitor()
    })
    afterEach(async () => {
      await Promise.all(endpoints.splice(0).map((endpoint) => endpoint.close()))
    })

    async function startEndpoint(status: number, body: string): Promise<TokenEndpoint> {
      const endpoint = await startTokenEndpoint(status, body)
      endpoints.push(endpoint)
      return endpoint
    }

    /** Opens the callback as a PIM at this address would have it opened. */
    async function callBack(url: string, code = 'abc'): Promise<Answer> {
      const { location } = await activate(visitor, app.url, url)
      const state = new URL(location).searchParams.get('state') ?? ''
      return visitor.get(`${app.url}/callback?${new URLSearchParams({ code, state })}`)
    }

    test('GET /activate redirects to the authorization of the PIM with an encoded query', async () => {
      for (const given of [pimUrl, `${pimUrl}/`]) {
        const { status, location, headers } = await activate(visitor, app.url, given)
        expect(status).toBe(302)
        const state = new URL(location).searchParams.get('state') ?? ''
        expect(state).toMatch(/^[0-9a-f]{32}$/)
        expect(location).toBe(
          `${pimUrl}/connect/apps/v1/authorize?response_type=code` +
            '&client_id=a%20client%20%26%20its%20id' +
            `&scope=read_products%20write_products&state=${state}`,
        )
        const cookie = headers.getSetCookie().at(-1) ?? ''
        expect(cookie).toMatch(/^app_session=/)
        expect(cookie).toMatch(/; ?HttpOnly(;|$)/i)
        expect(cookie).toMatch(/; ?SameSite=Lax(;|$)/i)
      }
    })

    test('each activation makes a new state and a new session', async () => {
      const first = await activate(visitor, app.url, pimUrl)
      const second = await activate(visitor, app.url, pimUrl)
      expect(second.location).not.toBe(first.location)
      expect(second.headers.getSetCookie().at(-1)).not.toBe(first.headers.getSetCookie().at(-1))
    })

    test('GET /activate without an http or https pim_url answers 400 with a sentence', async () => {
      const wrong = ['', 'nonsense', 'ftp://pim.example.com', 'javascript:alert(1)', 'http://']
      for (const query of ['', ...wrong.map((url) => `?pim_url=${encodeURIComponent(url)}`)]) {
        const answer = await visitor.get(`${app.url}/activate${query}`)
        expect(answer.status, query).toBe(400)
        expect(answer.body, query).toContain('The pim_url must be an http or https URL.')
        expect(answer.headers.getSetCookie(), query).toEqual([])
      }
    })

    test('GET /activate lets no header in through a pim_url with a line break', async () => {
      const answer = await activate(visitor, app.url, 'http://example.com/\r\nX-Injected: yes')
      expect(answer.headers.has('x-injected')).toBe(false)
      expect((await visitor.get(`${app.url}/`)).status).toBe(200)
    })

    test('the token request is a form with a new challenge each time', async () => {
      const endpoint = await startEndpoint(400, '{"error":"invalid_client"}')
      await callBack(endpoint.url, 'one & two')
      await callBack(endpoint.url, 'three')
      const forms = endpoint.requests.map(({ method, url, contentType, body }) => {
        expect(method).toBe('POST')
        expect(url).toBe('/connect/apps/v1/oauth2/token')
        expect(contentType).toMatch(/^application\/x-www-form-urlencoded(;|$)/)
        return Object.fromEntries(new URLSearchParams(body))
      })
      expect(forms.map((form) => form['code'])).toEqual(['one & two', 'three'])
      for (const { code_identifier: identifier = '', ...form } of forms) {
        expect(identifier).toMatch(/^[0-9a-f]{60}$/)
        expect(form).toEqual({
          client_id: clientId,
          code: form['code'],
          grant_type: 'authorization_code',
          code_challenge: createHash('sha256')
            .update(identifier + clientSecret)
            .digest('hex'),
        })
      }
      expect(forms[0]?.['code_identifier']).not.toBe(forms[1]?.['code_identifier'])
    })

    test('a token and a scope are escaped on the page', async () => {
      const token = { access_token: script, token_type: 'bearer', scope: script }
      const page = await callBack((await startEndpoint(200, JSON.stringify(token))).url)
      expect(page.status).toBe(200)
      expect(page.body).toContain('alert(1)')
      expect(page.body).not.toContain('<script')
    })

    test('an error and its description are escaped on the page', async () => {
      const error = { error: script, error_description: script }
      const page = await callBack((await startEndpoint(400, JSON.stringify(error))).url)
      expect(page.status).toBe(502)
      expect(page.body.match(/alert\(1\)/g)).toHaveLength(2)
      expect(page.body).not.toContain('<script')
    })

    test('a PIM that gives no JSON, no token or no answer at all is a 502', async () => {
      const gone = await startTokenEndpoint(200, '')
      await gone.close()
      const token = '{"access_token":"abc","token_type":"bearer","scope":""}'
      for (const { url } of [
        gone,
        await startEndpoint(200, '<html></html>'),
        await startEndpoint(200, 'null'),
        await startEndpoint(200, '{}'),
        await startEndpoint(500, token),
      ]) {
        const page = await callBack(url)
        expect(page.status).toBe(502)
        expect(page.body).toContain('The PIM gave no token')
      }
    })

    test('GET / says what the app is, and another path is a 404', async () => {
      const home = await visitor.get(`${app.url}/`)
      expect(home.status).toBe(200)
      expect(home.body).toContain('open it from the App Store of your PIM')
      expect((await visitor.get(`${app.url}/elsewhere`)).status).toBe(404)
    })

    test('any other method than GET is a 405', async () => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']) {
        const answer = await visitor.call(method, `${app.url}/activate`)
        expect(answer.status, method).toBe(405)
        expect(answer.headers.get('allow'), method).toBe('GET')
      }
    })
  })
}
