import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ConsoleLine, FromWorker, ToWorker, WireRequest } from './protocol.ts'
import { createReaderApp, type ReaderAppOptions } from './reader-app.ts'
import type { AppWorker } from './sandbox.ts'
import { toClassicScript } from './transform.ts'

vi.mock('./runtime.data.ts', () => ({ data: '' }))

const request: WireRequest = {
  method: 'GET',
  url: 'http://localhost:8000/activate',
  headers: [],
  body: '',
}
const response = { status: 200, headers: [], body: 'fine' }

/** A worker that answers by hand: what it was sent, and a way to speak as the worker does. */
class FakeWorker implements AppWorker {
  sent: ToWorker[] = []
  isClosed = false
  isDeaf = false
  say: (message: FromWorker) => void = () => {}

  post(message: ToWorker): void {
    this.sent.push(message)
    if (message.type === 'ping' && !this.isDeaf) this.say({ type: 'pong', id: message.id })
  }

  onMessage(listener: (message: FromWorker) => void): void {
    this.say = listener
  }

  close(): void {
    this.isClosed = true
  }
}

async function open(options: Partial<ReaderAppOptions> = {}) {
  const workers: FakeWorker[] = []
  const lines: ConsoleLine[] = []
  const states: string[] = []
  const app = createReaderApp({
    source: 'const app = 1\n',
    environment: { CLIENT_ID: 'x' },
    url: 'http://localhost:8000',
    pimUrl: 'https://my-pim.example.com',
    network: async () => new Response('{}'),
    onConsole: (line) => lines.push(line),
    onState: (state) => states.push(state),
    openWorker: async () => {
      workers.push(new FakeWorker())
      return workers.at(-1) as FakeWorker
    },
    ...options,
  })
  await vi.advanceTimersByTimeAsync(50)
  const worker = workers[0] as FakeWorker
  return { app, worker, workers, lines, states }
}

async function listen(options: Partial<ReaderAppOptions> = {}) {
  const opened = await open(options)
  opened.worker.say({ type: 'ready' })
  opened.worker.say({ type: 'listening', port: 8000 })
  return opened
}

// The lexer compiles once, outside of any clock.
beforeAll(() => toClassicScript(''))
beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('the worker gets the script once it is ready', async () => {
  const { worker } = await open()
  expect(worker.sent).toEqual([])
  worker.say({ type: 'ready' })
  expect(worker.sent[0]).toMatchObject({
    type: 'start',
    file: 'app.mjs',
    environment: { CLIENT_ID: 'x' },
  })
})

test('a request before the app listens is held, and answered after', async () => {
  const { app, worker } = await open()
  const answer = app.send(request)
  worker.say({ type: 'ready' })
  expect(worker.sent).toHaveLength(1)
  worker.say({ type: 'listening', port: 8000 })
  expect(worker.sent[1]).toMatchObject({ type: 'request', id: 1, request })
  worker.say({ type: 'response', id: 1, response })
  expect(await answer).toEqual(response)
})

test('an app that listens nowhere says so, to what was asked before and after, until it listens', async () => {
  const { app, worker, lines, states } = await open()
  const early = app.send(request)
  worker.say({ type: 'ready' })
  worker.say({ type: 'idle' })
  await expect(early).rejects.toThrow('listens nowhere')
  await expect(app.send(request)).rejects.toThrow('listens nowhere')
  expect(lines.at(-1)).toMatchObject({ level: 'warn' })
  expect(lines.at(-1)?.text).toContain('calls listen()')
  worker.say({ type: 'listening', port: 8000 })
  const late = app.send(request)
  worker.say({ type: 'response', id: 2, response })
  expect(await late).toEqual(response)
  expect(states).toEqual(['starting', 'idle', 'listening'])
})

test('the app reaches the PIM through the network it was given', async () => {
  const asked: string[] = []
  const { worker } = await listen({
    network: async (outgoing) => {
      asked.push(`${outgoing.method} ${outgoing.url} ${await outgoing.text()}`)
      return new Response('{"access_token":"t"}', { status: 200 })
    },
  })
  const url = 'https://my-pim.example.com/connect/apps/v1/oauth2/token'
  worker.say({ type: 'fetch', id: 7, request: { method: 'POST', url, headers: [], body: 'a=1' } })
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual([`POST ${url} a=1`])
  expect(worker.sent.at(-1)).toMatchObject({
    type: 'fetched',
    id: 7,
    response: { status: 200, body: '{"access_token":"t"}' },
  })
})

test('any other host is refused with a message and never asked', async () => {
  const network = vi.fn<(request: Request) => Promise<Response>>()
  const { worker, lines } = await listen({ network })
  const url = 'https://elsewhere.example.org/x'
  worker.say({ type: 'fetch', id: 1, request: { method: 'GET', url, headers: [], body: '' } })
  await vi.advanceTimersByTimeAsync(0)
  expect(network).not.toHaveBeenCalled()
  expect(worker.sent.at(-1)).toMatchObject({ type: 'fetch-failed', id: 1 })
  expect(lines.at(-1)?.text).toContain('fetch to https://elsewhere.example.org was refused')
})

test('an app that floods the network is stopped with a message', async () => {
  const network = vi.fn(() => new Promise<Response>(() => {}))
  const { worker, lines, states } = await listen({ network })
  const call = { method: 'GET', url: 'https://my-pim.example.com/', headers: [], body: '' }
  for (let id = 0; id < 1_000; id += 1) worker.say({ type: 'fetch', id, request: call })
  expect(network).toHaveBeenCalledTimes(250)
  expect(states.at(-1)).toBe('stopped')
  expect(lines).toEqual([
    {
      level: 'system',
      text: 'The app made more than 250 calls in one second and was stopped: look for a loop that does not wait for its answers',
    },
  ])
})

test('an app that ends rejects what was asked of it and everything after', async () => {
  const { app, worker, states } = await listen()
  const answer = app.send(request)
  worker.say({ type: 'exit', code: 1 })
  await expect(answer).rejects.toThrow('The app ended with exit code 1')
  await expect(app.send(request)).rejects.toThrow('The app is not running')
  expect(worker.isClosed).toBe(true)
  expect(states).toEqual(['starting', 'listening', 'stopped'])
})

test('an endless loop in a request is stopped with a message and the app starts again', async () => {
  const { app, worker, workers, lines } = await listen()
  const rejected = expect(app.send(request)).rejects.toThrow('look for a loop without end')
  worker.isDeaf = true
  await vi.advanceTimersByTimeAsync(7_000)
  await rejected
  expect(worker.isClosed).toBe(true)
  expect(workers).toHaveLength(2)
  expect(lines.map(({ text }) => text)).toEqual([
    'The app did not answer for 4 seconds and was stopped: look for a loop without end, or for data that grows without end',
    'The app is started again',
  ])
})

test('an app that hangs although nobody asks it is not started again and again', async () => {
  const { worker, workers, states } = await listen()
  worker.isDeaf = true
  await vi.advanceTimersByTimeAsync(7_000)
  expect(states).toEqual(['starting', 'listening', 'stopped'])
  expect(workers).toHaveLength(1)
})

test('an endless loop at the start is stopped and not started again', async () => {
  const { worker, workers, states } = await open()
  worker.isDeaf = true
  worker.say({ type: 'ready' })
  await vi.advanceTimersByTimeAsync(7_000)
  expect(states).toEqual(['starting', 'stopped'])
  expect(workers).toHaveLength(1)
})

test('a worker that answers its pings runs on for as long as it likes', async () => {
  const { states } = await listen()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(states).toEqual(['starting', 'listening'])
})

test('a request without an answer is given up after fifteen seconds', async () => {
  const { app, lines, states } = await listen()
  const rejected = expect(app.send(request)).rejects.toThrow('response.end()')
  await vi.advanceTimersByTimeAsync(17_000)
  await rejected
  expect(lines.at(-1)?.level).toBe('error')
  expect(states.at(-1)).toBe('listening')
})

test('the fifteen seconds do not run while the app waits for the PIM', async () => {
  let answerOfPim: (response: Response) => void = () => {}
  const network = () => new Promise<Response>((resolve) => (answerOfPim = resolve))
  const { app, worker } = await listen({ network })
  const answer = app.send(request)
  const url = 'https://my-pim.example.com/api/rest/v1/products'
  worker.say({ type: 'fetch', id: 1, request: { method: 'GET', url, headers: [], body: '' } })
  await vi.advanceTimersByTimeAsync(60_000)
  answerOfPim(new Response('{}'))
  await vi.advanceTimersByTimeAsync(1_000)
  worker.say({ type: 'response', id: 1, response })
  expect(await answer).toEqual(response)
})

test('a source that is no module is told with its line and starts no worker', async () => {
  const { workers, lines, states } = await open({ source: 'const a = 1\nimport {' })
  // What reads the source for its mistake is loaded first.
  await vi.waitFor(() => expect(lines[0]).toMatchObject({ level: 'error', line: 2 }))
  expect(workers).toHaveLength(0)
  expect(states).toEqual(['starting', 'stopped'])
})

test('a line behind the end of the source is shown as its last line', async () => {
  const { worker, lines } = await listen()
  worker.say({ type: 'console', entry: { level: 'error', text: 'SyntaxError', line: 9 } })
  expect(lines.at(-1)?.line).toBe(2)
})

test('stopping while the sandbox opens closes it when it is there', async () => {
  let opened: (worker: AppWorker) => void = () => {}
  const { app } = await open({ openWorker: () => new Promise((resolve) => (opened = resolve)) })
  app.stop()
  const worker = new FakeWorker()
  opened(worker)
  await vi.advanceTimersByTimeAsync(0)
  expect(worker.isClosed).toBe(true)
})
