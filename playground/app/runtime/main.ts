import type { FromWorker, ToWorker, WireResponse } from '../protocol.ts'
import { Buffer } from './bytes.ts'
import { createConsole } from './console.ts'
import { createFetch } from './fetch.ts'
import { createModules, type AppRuntime } from './modules.ts'
import { createNodeCrypto } from './node-crypto.ts'
import { createNodeHttp } from './node-http.ts'
import { createNodeProcess, ProcessExit } from './node-process.ts'
import { describeError, type AppScript } from './report-error.ts'

// The first script of the worker: it waits for its port, then for the app's source, then passes requests on.

/** How long after its end a source may still begin to listen before that is told, in milliseconds. */
const listenPatience = 2_000

/** An app that goes on after so many calls that it may not make would keep the page from its work. */
const mostRefused = 250

type Pending = { resolve(response: WireResponse): void; reject(error: Error): void }
type Scope = typeof globalThis & {
  importScripts(url: string): void
  startReaderApp?: (app: (runtime: AppRuntime) => Promise<void>) => void
}

const scope = globalThis as Scope
const loadScript = scope.importScripts.bind(scope)

addEventListener('message', (event: MessageEvent) => open(event.ports[0] as MessagePort), {
  once: true,
})

function open(port: MessagePort): void {
  const send = (message: FromWorker) => port.postMessage(message)
  const output = createConsole(
    (entry) => send({ type: 'console', entry }),
    (error) => describeError(error, script),
  )
  const fetches = new Map<number, Pending>()
  let lastFetch = 0
  let script: AppScript = { url: 'app:', file: 'app.mjs', firstColumn: 0 }
  let handle: ReturnType<typeof createNodeHttp>['handle'] | undefined
  let isListening = false

  function fail(reason: unknown): void {
    if (reason instanceof ProcessExit) return
    const { text, line } = describeError(reason, script)
    output.renewAllowance()
    output.write('error', text, line)
    send({ type: 'exit', code: 1 })
  }

  addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    fail(event.reason)
  })
  addEventListener('error', (event) => {
    event.preventDefault()
    if (event.error instanceof SyntaxError && event.filename === script.url) {
      const message = event.error.message.replace(/^Failed to execute 'importScripts'.*?: /, '')
      fail(Object.assign(new SyntaxError(message), { line: event.lineno }))
    } else {
      fail(event.error ?? event.message)
    }
  })

  let refused = 0
  // XMLHttpRequest, WebSocket and the like: the policy of the frame stops them without a word.
  addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    if (blockedURI === 'eval') {
      return output.write('error', 'Text does not run as code here: no eval, no new Function')
    }
    const place = blockedURI === '' ? 'somewhere' : blockedURI
    const told = `A call to ${place} was refused: the playground's app has no network but fetch to the PIM`
    output.write('error', told)
    refused += 1
    if (refused === mostRefused) {
      fail(new Error(`More than ${mostRefused} calls were refused: look for a loop without end`))
    }
  })

  function start(message: Extract<ToWorker, { type: 'start' }>): void {
    const { file, firstColumn } = message
    const http = createNodeHttp({
      expectedPort: Number(new URL(message.url).port || 80),
      onListening(number) {
        isListening = true
        send({ type: 'listening', port: number })
      },
    })
    handle = http.handle
    const process = createNodeProcess({
      environment: message.environment,
      file,
      write: output.write,
      exit: (code) => send({ type: 'exit', code }),
    })
    const runtime = createModules({ file, http: http.module, crypto: createNodeCrypto(), process })
    const setImmediate = (task: () => void) => setTimeout(task, 0)
    const fetch = createFetch(
      (request) =>
        new Promise((resolve, reject) => {
          lastFetch += 1
          fetches.set(lastFetch, { resolve, reject })
          send({ type: 'fetch', id: lastFetch, request })
        }),
    )
    Object.assign(scope, { Buffer, process, fetch, setImmediate })
    Object.defineProperty(scope, 'console', { value: output.api })
    Object.defineProperty(scope, 'importScripts', { value: undefined })
    // A worker of its own could neither tell what it was refused nor be told to have lost its way.
    Object.defineProperty(scope, 'Worker', { value: undefined })
    scope.startReaderApp = (app) => {
      delete scope.startReaderApp
      app(runtime).then(lookWhetherItListens, fail)
    }
    const url = URL.createObjectURL(new Blob([message.code], { type: 'text/javascript' }))
    script = { url, file, firstColumn }
    // In a task of its own, so that a syntax error arrives as an error event, which knows the line.
    setTimeout(() => loadScript(url), 0)
  }

  function lookWhetherItListens(): void {
    setTimeout(() => isListening || send({ type: 'idle' }), listenPatience)
  }

  async function answer(message: Extract<ToWorker, { type: 'request' }>): Promise<void> {
    output.renewAllowance()
    try {
      if (!handle) throw new Error('The app has not started yet')
      send({ type: 'response', id: message.id, response: await handle(message.request) })
    } catch (error) {
      fail(error)
    }
  }

  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.type === 'start') start(data)
    else if (data.type === 'request') void answer(data)
    else if (data.type === 'ping') send({ type: 'pong', id: data.id })
    else {
      const pending = fetches.get(data.id)
      fetches.delete(data.id)
      if (data.type === 'fetched') pending?.resolve(data.response)
      else pending?.reject(new TypeError('fetch failed', { cause: new Error(data.message) }))
    }
  })
  port.start()
  send({ type: 'ready' })
}
