/** The encodings that `toString` and `from` of the bytes below know. */
export type Encoding = 'utf8' | 'utf-8' | 'hex' | 'base64' | 'base64url' | 'latin1' | 'ascii'

/** What Node.js calls `Buffer`, as much of it as a small web app uses. */
export class Bytes extends Uint8Array<ArrayBuffer> {
  constructor(source: number | ArrayLike<number>) {
    // The type library lists the overload for buffers last and knows no other one here.
    super(source as unknown as ArrayBuffer)
  }

  static fromAny(value: string | ArrayLike<number> | ArrayBuffer, encoding?: Encoding): Bytes {
    if (typeof value === 'string') return fromText(value, encoding)
    return new Bytes(value instanceof ArrayBuffer ? new Uint8Array(value) : value)
  }

  static concat(parts: Uint8Array[]): Bytes {
    const joined = new Bytes(parts.reduce((length, part) => length + part.length, 0))
    let offset = 0
    for (const part of parts) {
      joined.set(part, offset)
      offset += part.length
    }
    return joined
  }

  static isBuffer(value: unknown): value is Bytes {
    return value instanceof Bytes
  }

  static byteLength(text: string, encoding?: Encoding): number {
    return fromText(text, encoding).length
  }

  static alloc(length: number): Bytes {
    return new Bytes(length)
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((byte, index) => byte === other[index])
  }

  override toString(encoding: Encoding = 'utf8'): string {
    if (encoding === 'hex') {
      return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('')
    }
    if (encoding === 'base64' || encoding === 'base64url') {
      const text = btoa(Array.from(this, (byte) => String.fromCodePoint(byte)).join(''))
      if (encoding === 'base64') return text
      return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
    }
    if (encoding === 'latin1' || encoding === 'ascii') {
      return Array.from(this, (byte) => String.fromCodePoint(byte)).join('')
    }
    return new TextDecoder().decode(this)
  }
}

/** The global `Buffer` of the app. */
export const Buffer = Object.assign(Bytes, { from: Bytes.fromAny }) as Omit<
  typeof Bytes,
  'from'
> & {
  from: typeof Bytes.fromAny
}

function fromText(text: string, encoding: Encoding = 'utf8'): Bytes {
  if (encoding === 'hex') {
    const pairs = text.match(/[0-9a-f]{2}/gi) ?? []
    return new Bytes(pairs.map((pair) => Number.parseInt(pair, 16)))
  }
  if (encoding === 'base64' || encoding === 'base64url') {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return new Bytes(Array.from(binary, (character) => character.codePointAt(0) ?? 0))
  }
  if (encoding === 'latin1' || encoding === 'ascii') {
    return new Bytes(Array.from(text, (character) => character.codePointAt(0) ?? 0))
  }
  return new Bytes(new TextEncoder().encode(text))
}
