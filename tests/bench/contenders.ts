import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listPath } from './servers.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** A server in a process of its own that answers the list. */
export interface Contender {
  readonly name: string
  /** The package it comes from; none for what is ours. */
  readonly package?: string
  /** Starts it; gives where it answers the list. */
  start(files: BenchFiles): Promise<{ process: ChildProcess; url: string }>
}

/** Where the answer lies that all are to give, and where a contender may write what it needs. */
export interface BenchFiles {
  readonly folder: string
  readonly bytes: string
  readonly list: unknown
}

export const contenders: readonly Contender[] = [
  { name: 'bare node:http', start: (files) => startOwn('bare', files) },
  { name: 'this PIM', start: (files) => startOwn('pim', files) },
  {
    name: 'json-server',
    package: 'json-server',
    async start({ folder, list }) {
      const database = join(folder, 'json-server.json')
      await writeFile(database, JSON.stringify({ products: list }))
      const port = await freePort()
      const options = [database, '--port', String(port), '--host', '127.0.0.1', '--quiet']
      return startBinary('json-server', options, `http://127.0.0.1:${port}/products`)
    },
  },
  {
    name: 'Mockoon',
    package: '@mockoon/cli',
    async start({ folder, list }) {
      const port = await freePort()
      const environment = join(folder, 'mockoon.json')
      await writeFile(environment, JSON.stringify(mockoonEnvironment(port, list)))
      const options = ['start', '--data', environment, '--disable-log-to-file']
      return startBinary('mockoon-cli', options, `http://127.0.0.1:${port}${listPath}`)
    },
  },
  {
    name: 'Prism',
    package: '@stoplight/prism-cli',
    async start({ folder, list }) {
      const description = join(folder, 'prism.json')
      await writeFile(description, JSON.stringify(prismDescription(list)))
      const port = await freePort()
      const options = ['mock', description, '-p', String(port), '-h', '127.0.0.1', '-v', 'silent']
      return startBinary('prism', options, `http://127.0.0.1:${port}${listPath}`)
    },
  },
  {
    name: "MSW's http-middleware",
    package: '@mswjs/http-middleware',
    start: (files) => startOwn('msw-middleware', files),
  },
]

/** Whether a contender can be started here. */
export function isInstalled(contender: Contender): boolean {
  return !contender.package || existsSync(join(here, 'node_modules', contender.package))
}

/** Runs one of our own servers in a process of its own. */
function startOwn(name: string, { bytes }: BenchFiles) {
  const child = spawn(
    process.execPath,
    [...process.execArgv, join(here, 'run.ts'), 'serve', name, bytes],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return new Promise<{ process: ChildProcess; url: string }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server "${name}" ended with ${code}`)))
    child.stdout.once('data', (data: Buffer) => {
      const url = `http://127.0.0.1:${Number(data.toString())}${listPath}`
      resolve({ process: child, url })
    })
  })
}

function startBinary(name: string, options: readonly string[], url: string) {
  const binary = join(here, 'node_modules/.bin', name)
  const child = spawn(process.execPath, [binary, ...options], { stdio: 'ignore' })
  return Promise.resolve({ process: child, url })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

function mockoonEnvironment(port: number, list: unknown) {
  const response = {
    uuid: '2',
    body: JSON.stringify(list),
    latency: 0,
    statusCode: 200,
    label: '',
    headers: [{ key: 'content-type', value: 'application/json' }],
    bodyType: 'INLINE',
    filePath: '',
    databucketID: '',
    sendFileAsBody: false,
    rules: [],
    rulesOperator: 'OR',
    disableTemplating: true,
    fallbackTo404: false,
    default: true,
    crudKey: 'id',
    callbacks: [],
  }
  const route = {
    uuid: '1',
    type: 'http',
    documentation: '',
    method: 'get',
    endpoint: listPath.slice(1),
    responses: [response],
    responseMode: null,
    streamingMode: null,
    streamingInterval: 0,
  }
  return {
    uuid: '0',
    lastMigration: 33,
    name: 'bench',
    endpointPrefix: '',
    latency: 0,
    port,
    hostname: '127.0.0.1',
    folders: [],
    routes: [route],
    rootChildren: [{ type: 'route', uuid: '1' }],
    proxyMode: false,
    proxyHost: '',
    proxyRemovePrefix: false,
    tlsOptions: {
      enabled: false,
      type: 'CERT',
      pfxPath: '',
      certPath: '',
      keyPath: '',
      caPath: '',
      passphrase: '',
    },
    cors: false,
    headers: [],
    proxyReqHeaders: [],
    proxyResHeaders: [],
    data: [],
    callbacks: [],
  }
}

function prismDescription(list: unknown) {
  const content = { 'application/json': { schema: { type: 'object' }, example: list } }
  const get = { responses: { '200': { description: 'The list', content } } }
  return {
    openapi: '3.0.3',
    info: { title: 'bench', version: '1' },
    paths: { [listPath]: { get } },
  }
}
