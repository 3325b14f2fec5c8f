import { createBridge } from './bridge.ts'
import { AppUnavailableError, createPendingRequests } from './pending-requests.ts'
import type { ConsoleLine, FromWorker, ToWorker, WireRequest, WireResponse } from './protocol.ts'
import { openSandbox, type AppWorker } from './sandbox.ts'
import { AppSyntaxError, firstColumnOf, toClassicScript } from './transform.ts'
import { createWatchdog } from './watchdog.ts'

/** `idle`: it was run to its end, and listens nowhere. */
export type ReaderAppState = 'starting' | 'listening' | 'idle' | 'stopped'

export interface ReaderAppOptions {
  /** The app as an ES module for Node.js. */
  source: string
  environment: Record<string, string>
  /** Where the app is reached; its server has to listen on this port. */
  url: string
  /** The one place that the app's own `fetch` can reach. */
  pimUrl: string
  network: (request: Request) => Promise<Response>
  onConsole: (line: ConsoleLine) => void
  onState?: (state: ReaderAppState) => void
  openWorker?: () => Promise<AppWorker>
}

export interface ReaderApp {
  /**
   * Gives one request to the app's server. Plain values instead of `Request`, because a page may neither write the
   * header `Cookie` nor read `Set-Cookie`. Rejects with an `AppUnavailableError` when the app is not running, ends, or
   * does not answer.
   */
  send(request: WireRequest): Promise<WireResponse>
  stop(): void
}

const file = 'app.mjs'
const idleReason =
  'The app runs but listens nowhere: nothing reaches it before it calls listen() on a server'
const hangReason =
  'The app did not answer for 4 seconds and was stopped: look for a loop without end, or for data that grows without end'
const startPatience = 20_000
const loopPatience = 4_000
const answerPatience = 15_000
/** More calls than that in one second are those of a loop; each of them costs the page time. */
const mostCalls = 250
const floodReason =
  'The app made more than 250 calls in one second and was stopped: look for a loop that does not wait for its answers'

/** Runs the reader's app in a sandbox and stays usable whatever the app does. */
export function createReaderApp(options: ReaderAppOptions): ReaderApp {
  const { source, environment, url, onConsole, openWorker = openSandbox } = options
  const pending = createPendingRequests()
  const lastLine = source.split('\n').length
  const exchange = createBridge({
    pimUrl: options.pimUrl,
    network: options.network,
    onRefused: (text) => onConsole({ level: 'error', text }),
  })
  let state: ReaderAppState = 'starting'
  let held: ToWorker[] = []
  let worker: AppWorker | undefined
  let watchdog: ReturnType<typeof createWatchdog> | undefined
  let openFetches = 0
  let recentCalls = { since: 0, count: 0 }

  void start()

  async function start(): Promise<void> {
    setState('starting')
    try {
      const code = await toClassicScript(source)
      const opened = await openWorker()
      if (isStopped()) return opened.close()
      worker = opened
      watchdog = createWatchdog({
        patience: startPatience,
        ping: () => {},
        onHang: () => end('The sandbox of the app did not start'),
      })
      opened.onMessage((message) => receive(message, code))
    } catch (error) {
      onConsole(describeStartError(error))
      end('The app did not start')
    }
  }

  function receive(message: FromWorker, code: string): void {
    if (message.type === 'ready') {
      watch()
      const firstColumn = firstColumnOf(code)
      worker?.post({ type: 'start', code, firstColumn, file, url, environment })
    } else if (message.type === 'listening') {
      setState('listening')
      for (const request of held.splice(0)) worker?.post(request)
    } else if (message.type === 'idle') {
      setState('idle')
      onConsole({ level: 'warn', text: idleReason })
      held = []
      pending.rejectAll(`${idleReason}.`)
    } else if (message.type === 'console') {
      const { entry } = message
      const within = entry.line === undefined ? {} : { line: Math.min(entry.line, lastLine) }
      onConsole({ ...entry, ...within })
    } else if (message.type === 'response') {
      pending.resolve(message.id, message.response)
    } else if (message.type === 'fetch') {
      void fetchFor(message.id, message.request)
    } else if (message.type === 'exit') {
      end(`The app ended with exit code ${message.code}`)
    } else {
      watchdog?.answered(message.id)
    }
  }

  function watch(): void {
    watchdog?.stop()
    watchdog = createWatchdog({
      patience: loopPatience,
      ping: (id) => worker?.post({ type: 'ping', id }),
      onTick: rejectForgotten,
      onHang() {
        // Only a request makes it hang anew: what hangs by itself would do so for ever.
        const startsAgain = state === 'listening' && !pending.isEmpty
        end(hangReason)
        if (!startsAgain) return
        onConsole({ level: 'system', text: 'The app is started again' })
        void start()
      },
    })
  }

  async function fetchFor(id: number, request: WireRequest): Promise<void> {
    const asking = worker
    if (Date.now() - recentCalls.since >= 1_000) recentCalls = { since: Date.now(), count: 0 }
    recentCalls.count += 1
    if (recentCalls.count > mostCalls) return end(floodReason)
    openFetches += 1
    try {
      asking?.post({ type: 'fetched', id, response: await exchange(request) })
    } catch (error) {
      asking?.post({ type: 'fetch-failed', id, message: (error as Error).message })
    } finally {
      openFetches -= 1
      pending.touch()
    }
  }

  // Not while the app waits for the PIM: in step mode that lasts as long as the reader reads.
  function rejectForgotten(): void {
    const reason = 'The app has not answered for 15 seconds: does every branch call response.end()?'
    if (openFetches > 0 || !pending.rejectOlderThan(answerPatience, reason)) return
    onConsole({ level: 'error', text: reason })
  }

  function end(reason: string): void {
    if (isStopped()) return
    watchdog?.stop()
    worker?.close()
    worker = undefined
    held = []
    onConsole({ level: 'system', text: reason })
    setState('stopped')
    pending.rejectAll(`${reason}. Its console, in the pane "Your app", says more.`)
  }

  // A function, so that the compiler does not hold on to what it knew before an `await`.
  function isStopped(): boolean {
    return state === 'stopped'
  }

  function setState(next: ReaderAppState): void {
    state = next
    options.onState?.(next)
  }

  return {
    send(request) {
      if (isStopped()) return Promise.reject(new AppUnavailableError('The app is not running'))
      if (state === 'idle') return Promise.reject(new AppUnavailableError(`${idleReason}.`))
      const { id, answer } = pending.add()
      const message: ToWorker = { type: 'request', id, request }
      if (state === 'starting') held.push(message)
      else worker?.post(message)
      return answer
    },
    stop: () => end('The app was stopped'),
  }
}

function describeStartError(error: unknown): ConsoleLine {
  if (!(error instanceof AppSyntaxError)) {
    return { level: 'error', text: `The app could not start: ${String(error)}` }
  }
  const text = `SyntaxError: ${error.message} (${file}:${error.line}:${error.column})`
  return { level: 'error', text, line: error.line }
}
