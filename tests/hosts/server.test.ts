import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import {
  createFileDriver,
  startServer,
  type RunningServer,
} from '../../playground/hosts/node/index.ts'

const running: RunningServer[] = []
const folders: string[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

async function start(options: Parameters<typeof startServer>[0] = {}): Promise<RunningServer> {
  const server = await startServer(options)
  running.push(server)
  return server
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pim-server-'))
  folders.push(folder)
  return folder
}

function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test('a server on port 0 says on which port it listens and answers there', async () => {
  const { url } = await start()
  expect(url).toMatch(/^http:\/\/localhost:\d+$/)
  expect((await fetch(`${url}/api/rest/v1`)).status).toBe(200)
})

test('a server answers under localhost and the loopback addresses, and 421 to any other name', async () => {
  const { url } = await start()
  const { port } = new URL(url)
  expect((await fetch(`http://127.0.0.1:${port}/api/rest/v1`)).status).toBe(200)
  expect(await statusFor(`${url}/api/rest/v1`, `127.0.0.1:${port}`)).toBe(200)
  for (const host of ['evil.example', `evil.example:${port}`, 'localhost', 'localhost:1']) {
    expect(await statusFor(`${url}/api/rest/v1`, host), host).toBe(421)
  }
})

test('a second server on a port that is taken is refused with EADDRINUSE', async () => {
  const { url } = await start()
  await expect(startServer({ port: Number(new URL(url).port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

test('a server with screens serves their folder at / and nothing beside it', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'screens'))
  await writeFile(join(folder, 'index.html'), '<h1>PIM</h1>')
  await writeFile(join(folder, 'screens', 'main.js'), 'export {}')
  const { url } = await start({ screens: folder })
  expect(await (await fetch(url)).text()).toBe('<h1>PIM</h1>')
  const script = await fetch(`${url}/screens/main.js`)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect((await fetch(`${url}/screens/..%2f..%2fetc%2fpasswd`)).status).toBe(404)
  expect(await statusFor(url, 'evil.example')).toBe(421)
  expect(await statusFor(`${url}/screens/main.js`, 'evil.example')).toBe(421)
})

test('a server with a data file has its state again after a restart', async () => {
  const file = join(await temporaryFolder(), 'state.json')
  const first = await start({ driver: createFileDriver(file) })
  const created = await fetch(`${first.url}/rest/connections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'XMLHttpRequest' },
    body: JSON.stringify({ code: 'garden_erp', label: 'Garden ERP', flow_type: 'data_source' }),
  })
  expect(created.status).toBe(201)
  await first.close()

  const second = await start({ driver: createFileDriver(file) })
  const found = await fetch(`${second.url}/rest/connections/garden_erp`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  })
  expect(await found.json()).toMatchObject({ code: 'garden_erp', label: 'Garden ERP' })
})
