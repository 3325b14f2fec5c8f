/** A text that is sent again and again: its bytes are made once. */
export class KeptText {
  readonly text: string
  #bytes: Uint8Array | undefined

  constructor(text: string) {
    this.text = text
  }

  get bytes(): Uint8Array {
    return (this.#bytes ??= encoder.encode(this.text))
  }
}

/**
 * Text in parts: those that are kept elsewhere too are not copied until somebody reads the whole. Each is well-formed,
 * as JSON text always is, so that reading the text is the same as reading its bytes.
 */
export type Text = readonly (string | KeptText)[]

const encoder = new TextEncoder()
// UTF-8 takes no more bytes than this for one UTF-16 unit.
const mostBytes = 3

/** The whole as one string. */
export function joinText(parts: Text): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

/** The whole in UTF-8: in `room` if it is large enough, else in new memory. */
export function encodeText(parts: Text, room?: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  let most = 0
  for (const part of parts) {
    most += typeof part === 'string' ? part.length * mostBytes : part.bytes.length
  }
  const bytes = room && room.length >= most ? room : new Uint8Array(most)
  let end = 0
  for (const part of parts) {
    if (typeof part === 'string') end += encoder.encodeInto(part, bytes.subarray(end)).written
    else {
      bytes.set(part.bytes, end)
      end += part.bytes.length
    }
  }
  return bytes.subarray(0, end)
}
