import { strToU8, Unzlib, zlibSync } from 'fflate'
import { readJson } from './read-json.ts'

const prefix = '#scenario='
const version = '1'
/** More than any state that the screens can make; a link that unpacks to more is refused early. */
const mostBytes = 5_000_000
const pieceLength = 4096

/** A link that cannot be read; the message says what is wrong and where. */
export class LinkError extends Error {
  override name = 'LinkError'
}

/** A document as the fragment of an address: zlib (RFC 1950) in base64url (RFC 4648 section 5). */
export function writeScenarioHash(document: unknown): string {
  const packed = zlibSync(strToU8(JSON.stringify(document)), { level: 9 })
  const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''))
  const base64url = letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return `${prefix}${version}.${base64url}`
}

/** The document in such a fragment. Throws `LinkError`. */
export function readScenarioHash(hash: string): unknown {
  if (!hash.startsWith(prefix)) {
    throw new LinkError(
      `Behind its page the link has “${hash.slice(0, 40)}”; the scenario of a link begins right there, with “${prefix}”`,
    )
  }
  const [, given = '', data = ''] = /^([^.]*)\.?([^]*)$/.exec(hash.slice(prefix.length)) ?? []
  if (given !== version) {
    throw new LinkError(
      `Right after “scenario=” stands “${given.slice(0, 20)}”; this page reads links that begin with “${version}.”`,
    )
  }
  const strange = /[^\w-]/.exec(data)
  if (strange) {
    throw new LinkError(
      `Character ${strange.index + 1} of the data, “${strange[0]}”, cannot stand in a link`,
    )
  }
  const text = unpack(data)
  const json = readJson(text)
  if (!json.ok) throw new LinkError(`What the link unpacks to cannot be read: ${json.problem}`)
  return json.value
}

function unpack(data: string): string {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  let packed: Uint8Array<ArrayBuffer>
  try {
    const bytes = atob(data.replaceAll('-', '+').replaceAll('_', '/'))
    packed = Uint8Array.from(bytes, (letter) => letter.codePointAt(0) ?? 0)
    const unzlib = new Unzlib((chunk) => {
      size += chunk.length
      if (size > mostBytes) throw new RangeError('Too much')
      chunks.push(new Uint8Array(chunk))
    })
    for (let at = 0; at < packed.length; at += pieceLength) {
      const isLast = at + pieceLength >= packed.length
      unzlib.push(packed.slice(at, at + pieceLength), isLast)
    }
  } catch (error) {
    if (error instanceof RangeError) {
      throw new LinkError(`The data unpacks to more than ${mostBytes / 1_000_000} MB`)
    }
    throw new LinkError(`The data is cut off or was changed: it ends at character ${data.length}`)
  }
  const whole = joinChunks(chunks, size)
  // The last four bytes are the sum; a whole document has more than those.
  const sumAt = packed.length - 4
  if (sumAt < 0 || new DataView(packed.buffer).getUint32(sumAt) !== adler32(whole)) {
    throw new LinkError(
      `The data was changed or is cut off: the checksum at its end, character ${data.length}, does not match`,
    )
  }
  return new TextDecoder().decode(whole)
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The checksum of RFC 1950 section 8.2, which fflate writes but does not check. */
function adler32(bytes: Uint8Array): number {
  let one = 1
  let two = 0
  for (const byte of bytes) {
    one = (one + byte) % 65521
    two = (two + one) % 65521
  }
  return two * 65536 + one
}
