import {
  createPim,
  StoreCorruptError,
  type Change,
  type Journal,
  type PimOptions,
} from '../../pim/index.ts'
import { openIndexedDbDriver, storageName } from './indexed-db-driver.ts'
import { createRestorableMemory, type RestorableDriver } from './restorable-driver.ts'
import { withSpareMemory, type LossReason } from './spare-driver.ts'
import { createWorkerLink, type Transport, type WorkerLink } from './worker-link.ts'
import { startWorker } from './worker.ts'

export interface BrowserPimOptions {
  /** Default `https://my-pim.example.com`, which never resolves: it is only ever intercepted. */
  readonly url?: string
  /** Where the service worker's script is. Default `/mockServiceWorker.js`. */
  readonly workerUrl?: string
  /** The PIM's clock, ids and chance. Default: the browser's. */
  readonly environment?: Pick<PimOptions, 'now' | 'newId' | 'random'>
}

/** The names of the store's collections that a commit changed; undefined when that is not known. */
export type ChangedCollections = ReadonlySet<string> | undefined

/** The state of the PIM at one moment. */
export type PimMoment = readonly Change[]

/** The PIM of this page. Playground and widgets share it. */
export interface BrowserPim {
  readonly url: string
  /**
   * `direct` while no service worker answers, or none does any more: calls then reach the PIM without passing the
   * network.
   */
  readonly transport: Transport
  /**
   * Starts the service worker, once. The reader's first press or key does it: MSW's weight is no part of the first
   * visit. Gives `direct` where no worker can answer.
   */
  intercept(): Promise<Transport>
  /** Tells whether a service worker answers, as soon as that is known and when it changes. */
  readonly onTransport: WorkerLink['onTransport']
  /**
   * `memory` when the browser gives no storage: the state then ends with the page. `full` when it has no more room:
   * what was made before stays, what comes ends with the page. `lost` when the browser took the storage away: all that
   * is there ends with the page.
   */
  readonly storage: 'kept' | 'memory' | LossReason
  /** A call that a page makes: through the service worker when there is one. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** A navigation of the virtual browser, or a call of the reader's app. Redirects are not followed. */
  navigate(request: Request): Promise<Response>
  readonly journal: Journal
  /** Calls `listener` when the state changed, in this tab or another; returns the way to stop. */
  onChange(listener: (changed?: ChangedCollections) => void): () => void
  /** All that differs from a new PIM: products too, which no scenario holds. */
  capture(): Promise<PimMoment>
  /** Brings back what was captured. */
  putBack(moment: PimMoment): Promise<void>
  /** Forgets everything and goes back to the default scenario. */
  startFresh(): Promise<void>
}

let opened: Promise<BrowserPim> | undefined

/**
 * Opens the PIM of this page, the same one for every caller. Rejects with `StoreCorruptError` when what the browser
 * keeps cannot be read; `startFreshStorage()` mends that.
 */
export function openBrowserPim(options: BrowserPimOptions = {}): Promise<BrowserPim> {
  opened ??= open(options).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/** Deletes what this browser keeps of the PIM, readable or not. The next `openBrowserPim()` starts fresh. */
export async function startFreshStorage(): Promise<void> {
  opened = undefined
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(storageName)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error ?? new Error('Cannot delete')))
  })
}

async function open(options: BrowserPimOptions): Promise<BrowserPim> {
  const listeners = new Set<(changed: ChangedCollections) => void>()
  const { driver, storage } = await openDriver((changed) => {
    for (const listener of listeners) listener(changed)
  })
  const pim = createPim({
    url: options.url ?? 'https://my-pim.example.com',
    driver,
    ...options.environment,
  })
  await pim.ready()
  const workerUrl = options.workerUrl ?? '/mockServiceWorker.js'
  const link = createWorkerLink(() => startWorker(pim, workerUrl))
  let last: { readonly version: number; readonly moment: PimMoment } | undefined
  async function captured(): Promise<PimMoment> {
    if (last?.version === (await driver.version())) return last.moment
    const { version, changes } = await driver.load()
    last = { version, moment: changes }
    return changes
  }

  // Not before the finger is up: what the answer puts on the page could move a pressed button away.
  for (const act of ['click', 'keyup']) {
    window.addEventListener(act, () => void link.intercept(), { once: true, capture: true })
  }

  return {
    url: pim.url,
    get transport() {
      return link.transport
    },
    intercept: link.intercept,
    onTransport: link.onTransport,
    get storage() {
      return storage()
    },
    async fetch(path, init) {
      try {
        if (link.transport === 'worker') return await fetch(pim.url + path, init)
      } catch {
        // The browser stopped the worker, or another one took its place: the call left for a host that does not exist.
        link.lose()
      }
      return pim.fetch(new Request(pim.url + path, init))
    },
    navigate: (request) => pim.fetch(request),
    journal: pim.journal,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    capture: () => driver.exclusive(captured),
    async putBack(moment) {
      await driver.exclusive(async () => driver.replace(moment, (await driver.version()) + 1))
    },
    async startFresh() {
      await pim.fetch(new Request(`${pim.url}/_control/reset`, { method: 'POST' }))
    },
  }
}

/** The browser's storage, as long as it has room, or memory where the browser gives none. */
async function openDriver(
  onCommit: (changed: ChangedCollections) => void,
): Promise<{ driver: RestorableDriver; storage: () => BrowserPim['storage'] }> {
  let storage: BrowserPim['storage'] = 'kept'
  try {
    const kept = await openIndexedDbDriver()
    kept.onCommitElsewhere(() => onCommit(undefined))
    const driver = withSpareMemory(kept, (reason) => {
      storage = reason
      // To be told of now: a question may have found it out.
      queueMicrotask(() => onCommit(new Set()))
    })
    return { driver: telling(driver, onCommit), storage: () => storage }
  } catch (error) {
    if (error instanceof StoreCorruptError) throw error
    return { driver: telling(createRestorableMemory(), onCommit), storage: () => 'memory' }
  }
}

/** Tells of each commit, and the PIM of what it did not commit itself. */
function telling(
  driver: RestorableDriver,
  onCommit: (changed: ChangedCollections) => void,
): RestorableDriver {
  const replaced = new Set<() => void>()
  return {
    ...driver,
    async commit(changes, version) {
      await driver.commit(changes, version)
      onCommit(new Set(changes.map(({ collection }) => collection)))
    },
    async replace(changes, version) {
      await driver.replace(changes, version)
      for (const listener of replaced) listener()
      onCommit(undefined)
    },
    onForeignCommit(listener) {
      const stop = driver.onForeignCommit?.(listener)
      replaced.add(listener)
      return () => {
        replaced.delete(listener)
        stop?.()
      }
    },
  }
}
