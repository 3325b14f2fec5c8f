/** What the page and the worker of the reader's app say to each other over their one message port. */

/** A request as it travels: plain values only, so that it can be cloned, shown and kept. */
export interface WireRequest {
  method: string
  url: string
  headers: [name: string, value: string][]
  body: string
}

/** A response as it travels. `Set-Cookie` may occur more than once. */
export interface WireResponse {
  status: number
  headers: [name: string, value: string][]
  body: string
}

export type ConsoleLevel = 'log' | 'info' | 'warn' | 'error' | 'debug' | 'system'

/** One line of the app's console; `line` is the line of the app's source that it comes from, when known. */
export interface ConsoleLine {
  level: ConsoleLevel
  text: string
  line?: number
}

export type ToWorker =
  | {
      type: 'start'
      code: string
      /** How far the first line of the app is moved to the right in `code`. */
      firstColumn: number
      file: string
      url: string
      environment: Record<string, string>
    }
  | { type: 'request'; id: number; request: WireRequest }
  | { type: 'fetched'; id: number; response: WireResponse }
  | { type: 'fetch-failed'; id: number; message: string }
  | { type: 'ping'; id: number }

export type FromWorker =
  | { type: 'ready' }
  | { type: 'listening'; port: number }
  /** The source was run to its end a while ago, and no server listens. */
  | { type: 'idle' }
  | { type: 'console'; entry: ConsoleLine }
  | { type: 'response'; id: number; response: WireResponse }
  | { type: 'fetch'; id: number; request: WireRequest }
  | { type: 'exit'; code: number }
  | { type: 'pong'; id: number }
