import type { WireResponse } from '../protocol.ts'
import { EventEmitter } from './emitter.ts'

type HeaderValue = string | number | readonly string[]
type Headers = Record<string, HeaderValue> | readonly HeaderValue[]

/** The response as a listener of `createServer` writes it; `send` gets it once, when `end` is called. */
export class ServerResponse extends EventEmitter {
  statusCode = 200
  statusMessage = ''
  headersSent = false
  writableEnded = false
  readonly #headers = new Map<string, { name: string; values: string[] }>()
  readonly #send: (response: WireResponse) => void
  #body = ''

  constructor(send: (response: WireResponse) => void) {
    super()
    this.#send = send
  }

  setHeader(name: string, value: HeaderValue): this {
    if (this.headersSent) {
      throw new Error('Cannot set headers after they are sent to the client')
    }
    this.#headers.set(name.toLowerCase(), { name, values: toValues(name, value) })
    return this
  }

  appendHeader(name: string, value: HeaderValue): this {
    const known = this.#headers.get(name.toLowerCase())?.values ?? []
    return this.setHeader(name, [...known, ...toValues(name, value)])
  }

  getHeader(name: string): string | string[] | undefined {
    const values = this.#headers.get(name.toLowerCase())?.values
    return values?.length === 1 ? values[0] : values
  }

  hasHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase())
  }

  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase())
  }

  writeHead(status: number, message?: string | Headers, headers?: Headers): this {
    if (this.headersSent) {
      throw new Error('Cannot write headers after they are sent to the client')
    }
    if (!Number.isInteger(status) || status < 100 || status > 999) {
      throw new RangeError(`Invalid status code: ${status}`)
    }
    this.statusCode = status
    if (typeof message === 'string') this.statusMessage = message
    for (const [name, value] of toPairs(typeof message === 'string' ? headers : message)) {
      this.setHeader(name, value)
    }
    this.headersSent = true
    return this
  }

  write(chunk: string | Uint8Array): boolean {
    if (this.writableEnded) throw new Error('write after end')
    this.#body += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk)
    this.headersSent = true
    return true
  }

  end(chunk?: string | Uint8Array | (() => void), callback?: unknown): this {
    if (this.writableEnded) return this
    if (chunk !== undefined && typeof chunk !== 'function') this.write(chunk)
    this.headersSent = true
    this.writableEnded = true
    this.#send({
      status: this.statusCode,
      headers: [...this.#headers.values()].flatMap(({ name, values }) =>
        values.map((value): [string, string] => [name, value]),
      ),
      body: this.#body,
    })
    const done = typeof chunk === 'function' ? chunk : callback
    if (typeof done === 'function') done()
    this.emit('finish')
    this.emit('close')
    return this
  }
}

function toPairs(headers: Headers | undefined): [string, HeaderValue][] {
  if (!headers) return []
  if (!Array.isArray(headers)) return Object.entries(headers)
  if (Array.isArray(headers[0])) return headers as unknown as [string, HeaderValue][]
  const pairs: [string, HeaderValue][] = []
  for (let index = 0; index < headers.length; index += 2) {
    pairs.push([String(headers[index]), headers[index + 1] as HeaderValue])
  }
  return pairs
}

function toValues(name: string, value: HeaderValue): string[] {
  const values = (Array.isArray(value) ? value : [value]).map(String)
  // RFC 9110, section 5.5: a line break in a field value would smuggle in another header.
  if (values.some((text) => /[\r\n\0]/.test(text))) {
    throw new TypeError(`Invalid character in header content ["${name}"]`)
  }
  return values
}
