import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SmallApp {
  readonly url: string
  /** What the app asks for. */
  scope: string
  /** Given by the PIM when the app is declared. */
  credentials: { clientId: string; clientSecret: string }
  /** The PIM's answer to the last token request. */
  readonly token: unknown
  close(): Promise<void>
}

/** An app with an activation and a callback URL, as the tutorial makes one; its callback page says `Connected`. */
export async function startSmallApp(): Promise<SmallApp> {
  const state = 'one-state'
  let pimUrl = ''
  let token: unknown

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/activate') {
      pimUrl = url.searchParams.get('pim_url') ?? ''
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: app.credentials.clientId,
        scope: app.scope,
        state,
      })
      response.writeHead(302, { location: `${pimUrl}/connect/apps/v1/authorize?${query}` }).end()
    } else if (url.pathname === '/callback' && url.searchParams.get('state') === state) {
      token = await requestToken(url.searchParams.get('code') ?? '')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Connected</h1>')
    } else {
      response.writeHead(404).end()
    }
  })

  async function requestToken(code: string): Promise<unknown> {
    const { clientId, clientSecret } = app.credentials
    const identifier = 'some entropy'
    const answer = await fetch(`${pimUrl}/connect/apps/v1/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: clientId,
        code,
        grant_type: 'authorization_code',
        code_identifier: identifier,
        code_challenge: createHash('sha256')
          .update(identifier + clientSecret)
          .digest('hex'),
      }),
    })
    return answer.json()
  }

  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const app: SmallApp = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    scope: '',
    credentials: { clientId: '', clientSecret: '' },
    get token() {
      return token
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return app
}
