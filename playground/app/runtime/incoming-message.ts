import type { WireRequest } from '../protocol.ts'
import { Bytes } from './bytes.ts'
import { EventEmitter } from './emitter.ts'

/** The request as a listener of `createServer` sees it; its body can be read by events or by `for await`. */
export class IncomingMessage extends EventEmitter {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly httpVersion = '1.1'
  readonly socket = { remoteAddress: '127.0.0.1', encrypted: false }
  readonly #body: string
  #encoding = false
  #isRead = false

  constructor(request: WireRequest) {
    super()
    const { pathname, search } = new URL(request.url)
    this.method = request.method
    this.url = pathname + search
    this.headers = {}
    for (const [name, value] of request.headers) this.headers[name.toLowerCase()] = value
    this.#body = request.body
  }

  setEncoding(_encoding: string): this {
    this.#encoding = true
    return this
  }

  override on(name: string, listener: (...values: never[]) => void): this {
    super.on(name, listener)
    if (name === 'data' || name === 'end') this.resume()
    return this
  }

  resume(): this {
    if (this.#isRead) return this
    this.#isRead = true
    queueMicrotask(() => {
      if (this.#body !== '') this.emit('data', this.#chunk())
      this.emit('end')
      this.emit('close')
    })
    return this
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string | Bytes> {
    this.#isRead = true
    if (this.#body !== '') yield this.#chunk()
  }

  #chunk(): string | Bytes {
    return this.#encoding ? this.#body : Bytes.fromAny(this.#body)
  }
}
