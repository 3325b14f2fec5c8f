import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import {
  createMemoryDriver,
  createPim,
  sessionCookie,
  TextResponse,
  type Driver,
  type Pim,
  type PimOptions,
  type Scenario,
} from '../../pim/index.ts'
import { createTextSender } from './send-text.ts'
import { createStaticFiles } from './static-files.ts'

export interface ServerOptions {
  /** 0, the default, picks a free one. */
  readonly port?: number
  /** The name that clients use, and the interface that is listened on. Default `localhost`: both loopback addresses. */
  readonly host?: string
  readonly driver?: Driver
  readonly scenario?: Scenario
  /** Folder with the built screens of the PIM, served at `/`. Without it `/` only says so. */
  readonly screens?: string
  /** Whether `/_control/` answers. Default: yes. */
  readonly control?: boolean
  /** The PIM's clock, ids and chance. Default: the system's. */
  readonly environment?: Pick<PimOptions, 'now' | 'newId' | 'random'>
}

export interface RunningServer {
  /** Where the PIM is reached, without a trailing slash. */
  readonly url: string
  readonly pim: Pim
  /** Stops listening and ends open connections. */
  close(): Promise<void>
}

/**
 * Starts the PIM as an HTTP server. Rejects with the system's error when the port is taken (`EADDRINUSE`) or the
 * interface is not there, and with `StoreCorruptError` when the driver's data cannot be read.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const name = options.host ?? 'localhost'
  let answer: (request: Request) => Response | Promise<Response> = () =>
    Response.json({ code: 503, message: 'The PIM is starting.' }, { status: 503 })
  const sendText = createTextSender()
  const listener = getRequestListener(
    async (request, { outgoing }) => {
      const response = await answer(request)
      return response instanceof TextResponse
        ? sendText(response, outgoing as ServerResponse)
        : response
    },
    {
      overrideGlobalObjects: false,
      errorHandler: () => Response.json({ code: 400, message: 'Bad request.' }, { status: 400 }),
    },
  )
  const servers = await listen(name, options.port ?? 0, () => createServer(listener))
  const close = () => closeAll(servers)
  try {
    const { port } = addressOf(servers)
    const url = `http://${bracketed(reachable(name))}:${port}`
    const hosts = namesOf(name).map((each) => `${each}:${port}`)
    const pim = createPim({
      url,
      hosts,
      driver: options.driver ?? createMemoryDriver(),
      ...(options.scenario && { scenario: options.scenario }),
      control: options.control ?? true,
      ...options.environment,
    })
    await pim.ready()
    const files = options.screens
      ? await createStaticFiles(options.screens, sessionCookie)
      : undefined
    // Under a foreign name not even a file is served: the PIM says so.
    answer = (request) =>
      (files && hosts.includes(new URL(request.url).host) && files(request)) || pim.fetch(request)
    return { url, pim, close }
  } catch (error) {
    await close()
    throw error
  }
}

function addressOf(servers: readonly Server[]): AddressInfo {
  return servers.map((server) => server.address() as AddressInfo)[0] as AddressInfo
}

/** `localhost` is two addresses, and which of them a client tries first depends on the client. */
async function listen(name: string, port: number, create: () => Server): Promise<Server[]> {
  if (name !== 'localhost') return [await listenOn(create(), name, port)]
  const first = await listenOn(create(), '127.0.0.1', port)
  const second = await listenOn(create(), '::1', (first.address() as AddressInfo).port).catch(
    () => undefined,
  )
  return second ? [first, second] : [first]
}

function listenOn(server: Server, address: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve())
          server.closeAllConnections()
        }),
    ),
  )
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

function namesOf(name: string): string[] {
  const isEverywhere = name === '0.0.0.0' || name === '::'
  return isEverywhere || loopback.includes(bracketed(name)) ? loopback : [bracketed(name)]
}

function reachable(name: string): string {
  return name === '0.0.0.0' || name === '::' ? 'localhost' : name
}

function bracketed(name: string): string {
  return name.includes(':') && !name.startsWith('[') ? `[${name}]` : name
}
