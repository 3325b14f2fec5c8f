import { encodeText, joinText, type Text } from './text.ts'

type Reading = 'body' | 'bodyUsed' | 'text' | 'json' | 'arrayBuffer' | 'bytes' | 'blob' | 'formData'

// The type libraries of hosts differ in whether these are properties or methods, which a subclass would have to follow.
const ResponseWithoutBody = Response as unknown as new (
  body: null,
  init: ResponseInit,
) => Omit<Response, Reading | 'clone'>

/**
 * A response whose text is known before it is sent: who asks for the text is given it without a way through bytes, and
 * the stream that every response has is only made for who asks for one.
 */
export class TextResponse extends ResponseWithoutBody {
  /** What is sent. Reading it does not use the body up. */
  readonly parts: Text
  #isRead = false
  #streamed: Response | undefined

  constructor(parts: Text, init: ResponseInit) {
    super(null, init)
    this.parts = parts
  }

  get body(): Response['body'] {
    return this.#stream().body
  }

  get bodyUsed(): boolean {
    return this.#streamed?.bodyUsed ?? this.#isRead
  }

  async text(): Promise<string> {
    return this.#streamed ? this.#streamed.text() : joinText(this.#take())
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text())
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#streamed) return new Uint8Array(await this.#streamed.arrayBuffer())
    return encodeText(this.#take()).slice()
  }

  blob(): Promise<Blob> {
    return this.#stream().blob()
  }

  formData(): Promise<FormData> {
    return this.#stream().formData()
  }

  /** Throws `TypeError` when the body was read. */
  clone(): Response {
    return this.#streamed || this.#isRead
      ? this.#stream().clone()
      : new TextResponse(this.parts, this)
  }

  /** The parts, for the one time that a body may be read. Throws `TypeError` the next time. */
  #take(): Text {
    if (this.#isRead) throw new TypeError('The body was read already')
    this.#isRead = true
    return this.parts
  }

  /** The same response with a stream. Once there is one, it alone knows what of the body was read. */
  #stream(): Response {
    if (this.#streamed) return this.#streamed
    const streamed = new Response(joinText(this.parts), this)
    if (this.#isRead) void streamed.text()
    return (this.#streamed = streamed)
  }
}
