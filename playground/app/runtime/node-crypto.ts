import { hmac } from '@noble/hashes/hmac.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { Bytes } from './bytes.ts'

const hashes = { sha256, sha512 }

interface Digest {
  update(data: string | Uint8Array): Digest
  digest(): Bytes
  digest(encoding: 'hex' | 'base64' | 'base64url'): string
}

/** `node:crypto`, as much of it as an app needs to activate; hashing is synchronous as it is in Node.js. */
export function createNodeCrypto() {
  return {
    randomUUID,
    randomBytes(length: number): Bytes {
      return crypto.getRandomValues(new Bytes(length))
    },
    randomInt(low: number, high?: number): number {
      const [from, to] = high === undefined ? [0, low] : [low, high]
      const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
      return from + (value % (to - from))
    },
    createHash(algorithm: string): Digest {
      const hash = hashFor(algorithm).create()
      return digester(
        (data) => hash.update(data),
        () => hash.digest(),
      )
    },
    createHmac(algorithm: string, key: string | Uint8Array): Digest {
      const hash = hmac.create(hashFor(algorithm), toBytes(key))
      return digester(
        (data) => hash.update(data),
        () => hash.digest(),
      )
    },
    timingSafeEqual(left: Uint8Array, right: Uint8Array): boolean {
      if (left.byteLength !== right.byteLength) {
        throw new RangeError('Input buffers must have the same byte length')
      }
      return left.every((byte, index) => byte === right[index])
    },
    getRandomValues: crypto.getRandomValues.bind(crypto),
    webcrypto: crypto,
  }
}

// The web's own `crypto.randomUUID` is missing where the site is served without TLS from another machine.
function randomUUID(): string {
  const bytes = crypto.getRandomValues(new Bytes(16))
  // RFC 9562, section 5.4: version 4, variant 10.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function hashFor(algorithm: string) {
  const name = algorithm.toLowerCase().replace('-', '')
  if (name === 'sha256' || name === 'sha512') return hashes[name]
  throw new Error(`Digest method "${algorithm}" is not supported here, only sha256 and sha512 are`)
}

function digester(update: (data: Uint8Array) => unknown, finish: () => Uint8Array): Digest {
  const digest: Digest = {
    update(data) {
      update(toBytes(data))
      return digest
    },
    digest: ((encoding?: 'hex' | 'base64' | 'base64url') => {
      const bytes = Bytes.fromAny(finish())
      return encoding ? bytes.toString(encoding) : bytes
    }) as Digest['digest'],
  }
  return digest
}

function toBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : data
}
