import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that gives every request one answer, for answers that the PIM never gives. */
export interface TokenEndpoint {
  readonly url: string
  /** What was asked, newest last. */
  readonly requests: { method: string; url: string; contentType: string; body: string }[]
  close(): Promise<void>
}

/** Starts such a server on a free port. */
export async function startTokenEndpoint(status: number, body: string): Promise<TokenEndpoint> {
  const requests: TokenEndpoint['requests'] = []
  const server = createServer(async (request, response) => {
    let asked = ''
    for await (const chunk of request.setEncoding('utf8')) asked += chunk
    requests.push({
      method: request.method ?? '',
      url: request.url ?? '',
      contentType: request.headers['content-type'] ?? '',
      body: asked,
    })
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
