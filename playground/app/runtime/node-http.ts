import type { WireRequest, WireResponse } from '../protocol.ts'
import { EventEmitter } from './emitter.ts'
import { IncomingMessage } from './incoming-message.ts'
import { ServerResponse } from './server-response.ts'

type RequestListener = (request: IncomingMessage, response: ServerResponse) => unknown

interface HttpOptions {
  /** The port at which the virtual network expects the app. */
  expectedPort: number
  onListening(port: number): void
}

/** `node:http` for one server at a time, and `handle`, which hands a request of the virtual network to it. */
export function createNodeHttp(options: HttpOptions) {
  let listening: Server | undefined

  function occupy(server: Server): void {
    listening = server
  }

  class Server extends EventEmitter {
    #port = 0

    constructor(listener?: RequestListener) {
      super()
      if (listener) this.on('request', listener as (...values: never[]) => void)
    }

    get listening(): boolean {
      return listening === this
    }

    listen(target: unknown, ...rest: unknown[]): this {
      const port = readPort(target)
      if (listening) throw new Error(`listen EADDRINUSE: address already in use :::${port}`)
      if (port !== options.expectedPort) {
        throw new Error(
          `The app listens on port ${port}, but the playground's browser looks for it on port ${options.expectedPort}`,
        )
      }
      const callback = rest.findLast((value) => typeof value === 'function')
      if (callback) this.once('listening', callback as () => void)
      this.#port = port
      occupy(this)
      queueMicrotask(() => {
        this.emit('listening')
        options.onListening(port)
      })
      return this
    }

    address() {
      return this.listening ? { address: '::', family: 'IPv6', port: this.#port } : null
    }

    close(callback?: () => void): this {
      if (listening === this) listening = undefined
      callback?.()
      this.emit('close')
      return this
    }

    unref(): this {
      return this
    }
  }

  function handle(wire: WireRequest): Promise<WireResponse> {
    const { promise, resolve, reject } = deferred<WireResponse>()
    if (!listening) {
      reject(new Error('The server does not listen any more'))
    } else if (!listening.emit('request', new IncomingMessage(wire), new ServerResponse(resolve))) {
      reject(new Error('The server has no request listener'))
    }
    return promise
  }

  const module = {
    createServer: (first?: RequestListener | object, second?: RequestListener) =>
      new Server(typeof first === 'function' ? (first as RequestListener) : second),
    Server,
    IncomingMessage,
    ServerResponse,
    METHODS: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
    STATUS_CODES: { 200: 'OK', 302: 'Found', 400: 'Bad Request', 404: 'Not Found' },
  }
  return { module, handle }
}

function readPort(target: unknown): number {
  const value =
    typeof target === 'object' && target !== null ? (target as { port?: unknown }).port : target
  const port = Number(value)
  if (value === undefined || value === '' || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(`A port is a whole number from 0 to 65535, received "${String(value)}"`)
  }
  return port
}

function deferred<Value>() {
  let resolve!: (value: Value) => void
  let reject!: (reason: Error) => void
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
