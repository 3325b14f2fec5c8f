import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { startServer } from '../../playground/hosts/node/index.ts'
import { benchScenario } from './large-catalogue.ts'

/** Where every server answers the list. */
export const listPath = '/api/rest/v1/products'

/** A server that this process turns into, by name. Each prints its port when it is ready. */
export const servers: Readonly<Record<string, (bytesFile: string) => Promise<number>>> = {
  pim: servePim,
  bare: serveBare,
  'msw-middleware': serveMiddleware,
}

async function servePim(): Promise<number> {
  const { url } = await startServer({ scenario: benchScenario, host: '127.0.0.1' })
  return Number(new URL(url).port)
}

/** What no server of Node.js can be faster than: the same bytes, always. */
async function serveBare(bytesFile: string): Promise<number> {
  const bytes = await readFile(bytesFile)
  const headers = { 'content-type': 'application/json', 'content-length': bytes.length }
  return listen(createServer((_, response) => response.writeHead(200, headers).end(bytes)))
}

interface Middleware {
  createServer(...handlers: unknown[]): {
    listen(port: number, host: string, ready: () => void): Server
  }
}
type Server = ReturnType<typeof createServer>
interface Msw {
  readonly http: { get(path: string, handle: () => Response): unknown }
}

/** MSW behind its HTTP middleware, as its documentation sets it up. */
async function serveMiddleware(bytesFile: string): Promise<number> {
  const list: unknown = JSON.parse(await readFile(bytesFile, 'utf8'))
  const { createServer: create } = (await peer('@mswjs/http-middleware')) as Middleware
  const { http } = (await peer('msw')) as Msw
  return new Promise((resolve) => {
    const server = create(http.get(listPath, () => Response.json(list))).listen(
      0,
      '127.0.0.1',
      () => resolve(portOf(server)),
    )
  })
}

function peer(name: string): Promise<unknown> {
  const require = createRequire(new URL('package.json', import.meta.url))
  return import(pathToFileURL(require.resolve(name)).href)
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server)))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
