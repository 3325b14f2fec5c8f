import type { WireResponse } from '../protocol.ts'
import { Bytes, type Encoding } from './bytes.ts'
import { EventEmitter } from './emitter.ts'
import { readHeader, type HeaderValue } from './header-value.ts'

type Headers = Record<string, HeaderValue> | readonly HeaderValue[]

/** The response as a listener of `createServer` writes it; `send` gets it once, when `end` is called. */
export class ServerResponse extends EventEmitter {
  statusCode = 200
  statusMessage = ''
  headersSent = false
  writableEnded = false
  readonly #headers = new Map<string, { name: string; values: string[] }>()
  readonly #send: (response: WireResponse) => void
  readonly #body: Uint8Array[] = []

  constructor(send: (response: WireResponse) => void) {
    super()
    this.#send = send
  }

  setHeader(name: string, value: HeaderValue): this {
    if (this.headersSent) {
      throw new Error('Cannot set headers after they are sent to the client')
    }
    this.#headers.set(name.toLowerCase(), { name, values: readHeader(name, value) })
    return this
  }

  appendHeader(name: string, value: HeaderValue): this {
    const known = this.#headers.get(name.toLowerCase())?.values ?? []
    return this.setHeader(name, [...known, ...readHeader(name, value)])
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
    this.statusCode = readStatus(status)
    if (typeof message === 'string') this.statusMessage = message
    for (const [name, value] of toPairs(typeof message === 'string' ? headers : message)) {
      this.setHeader(name, value)
    }
    this.headersSent = true
    return this
  }

  write(chunk: string | Uint8Array, encoding?: unknown): boolean {
    if (this.writableEnded) throw new Error('write after end')
    this.statusCode = readStatus(this.statusCode)
    this.#body.push(toBytes(chunk, encoding))
    this.headersSent = true
    return true
  }

  end(chunk?: string | Uint8Array | null | (() => void), ...rest: unknown[]): this {
    if (this.writableEnded) return this
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') {
      this.write(chunk, rest[0])
    }
    const status = readStatus(this.statusCode)
    this.headersSent = true
    this.writableEnded = true
    this.#send({
      status,
      headers: [...this.#headers.values()].flatMap(({ name, values }) =>
        values.map((value): [string, string] => [name, value]),
      ),
      body: withoutBody(status) ? '' : decode(this.#body, this.getHeader('content-type')),
    })
    const done = [chunk, ...rest].find((value) => typeof value === 'function')
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

function readStatus(status: unknown): number {
  const code = Math.trunc(Number(status))
  if (code >= 100 && code <= 999) return code
  throw new RangeError(`Invalid status code: ${String(status)}`)
}

function toBytes(chunk: unknown, encoding: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  if (typeof chunk !== 'string') {
    throw new TypeError(
      `The "chunk" argument must be of type string or an instance of Buffer or Uint8Array. Received ${String(chunk)}`,
    )
  }
  return Bytes.fromAny(chunk, typeof encoding === 'string' ? (encoding as Encoding) : undefined)
}

// RFC 9110, sections 15.2, 15.3.5 and 15.4.5: these answers have no content, whatever was written.
function withoutBody(status: number): boolean {
  return status < 200 || status === 204 || status === 304
}

/** A body travels as text: what it says in the character set that its header names. */
function decode(parts: Uint8Array[], contentType: string | string[] | undefined): string {
  const bytes = Bytes.concat(parts)
  const charset = /;\s*charset="?([^\s";]+)/i.exec(String(contentType))?.[1]
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
