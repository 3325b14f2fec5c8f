import {
  computed,
  onScopeDispose,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue'
import type { ConsoleLine } from '../../../app/protocol.ts'
import type { ReaderApp, ReaderAppState } from '../../../app/reader-app.ts'
import { AppUnavailableError } from '../../../app/pending-requests.ts'
import type { HttpRequest, HttpResponse } from '../../../flow/exchange.ts'
import type { StoredApp } from './stored-app.ts'
import { readAppResponse, toWireRequest } from './wire.ts'

export interface AppSession {
  source: Ref<string>
  isEdited: ComputedRef<boolean>
  resetSource(): void
  clientId: Ref<string>
  clientSecret: Ref<string>
  state: ShallowRef<ReaderAppState>
  /** Source or credentials are no longer those with which the app was started. */
  isStale: ComputedRef<boolean>
  lines: ShallowRef<readonly (ConsoleLine & { id: number })[]>
  clearLines(): void
  /** Warns of something in the console that is no doing of the app itself. */
  note(text: string): void
  run(): void
  stop(): void
  /** Sends a request to the app. Rejects with `AppUnavailableError`. */
  send(request: HttpRequest): Promise<HttpResponse>
}

interface AppSessionOptions {
  original: string
  url: string
  pimUrl: string
  /** @param signal tells that the app has ended */
  network: (request: Request, signal: AbortSignal) => Promise<Response>
  stored: StoredApp
}

const mostLines = 500

/** The reader's app as the workbench holds it: its source and settings, whether it runs, what it wrote. */
export function useAppSession(options: AppSessionOptions): AppSession {
  const { original, stored } = options
  const settings = stored.readSettings()
  const source = shallowRef(stored.readSource() ?? original)
  const clientId = shallowRef(settings.clientId)
  const clientSecret = shallowRef(settings.clientSecret)
  const state = shallowRef<ReaderAppState>('stopped')
  const lines = shallowRef<AppSession['lines']['value']>([])
  const started = shallowRef({ source: '', clientId: '', clientSecret: '' })
  let app: ReaderApp | undefined
  let lastLine = 0
  let runs = 0

  let unshown: (ConsoleLine & { id: number })[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function write(line: ConsoleLine): void {
    lastLine += 1
    unshown.push({ ...line, id: lastLine })
    if (unshown.length > 2 * mostLines) unshown = unshown.slice(-mostLines)
    if (timer === undefined) showLines()
  }

  // An app can write faster than a page can show: what came since is shown together.
  function showLines(): void {
    timer = undefined
    if (unshown.length === 0) return
    lines.value = [...lines.value, ...unshown].slice(-mostLines)
    unshown = []
    timer = setTimeout(showLines, 50)
  }

  async function run(): Promise<void> {
    stop()
    const thisRun = runs
    clearLines()
    started.value = {
      source: source.value,
      clientId: clientId.value,
      clientSecret: clientSecret.value,
    }
    state.value = 'starting'
    const sandbox = await loadSandbox()
    // Stopped or started again while the sandbox was on its way.
    if (!sandbox || thisRun !== runs) return
    let life = new AbortController()
    app = sandbox.createReaderApp({
      source: started.value.source,
      environment: {
        CLIENT_ID: started.value.clientId,
        CLIENT_SECRET: started.value.clientSecret,
        PORT: new URL(options.url).port,
      },
      url: options.url,
      pimUrl: options.pimUrl,
      network: (request) => options.network(request, life.signal),
      onConsole: write,
      onState(next) {
        if (next === 'stopped') life.abort()
        if (next === 'starting') life = new AbortController()
        // A stopped app that has a successor has nothing to say any more.
        if (thisRun === runs) state.value = next
      },
    })
  }

  /** The sandbox is heavy and needed only by who runs an app. Gives undefined, and says so, when it does not load. */
  async function loadSandbox() {
    try {
      return await import('../../../app/reader-app.ts')
    } catch {
      state.value = 'stopped'
      write({ level: 'error', text: 'The sandbox of the app did not load. Run the app again.' })
      return undefined
    }
  }

  function clearLines(): void {
    unshown = []
    lines.value = []
  }

  function stop(): void {
    runs += 1
    app?.stop()
    app = undefined
    state.value = 'stopped'
  }

  onScopeDispose(() => {
    stop()
    clearTimeout(timer)
  })
  watch(source, (text) => stored.writeSource(text === original ? undefined : text))
  watch([clientId, clientSecret], ([id, secret]) =>
    stored.writeSettings({ clientId: id, clientSecret: secret }),
  )

  return {
    source,
    isEdited: computed(() => source.value !== original),
    resetSource: () => (source.value = original),
    clientId,
    clientSecret,
    state,
    isStale: computed(
      () =>
        state.value !== 'stopped' &&
        (started.value.source !== source.value ||
          started.value.clientId !== clientId.value ||
          started.value.clientSecret !== clientSecret.value),
    ),
    lines,
    clearLines,
    note: (text) => write({ level: 'warn', text }),
    run: () => void run(),
    stop,
    async send(request) {
      if (!app || state.value === 'stopped') {
        throw new AppUnavailableError('Your app is not running. Run it in the pane "Your app".')
      }
      return readAppResponse(await app.send(toWireRequest(request)))
    },
  }
}
