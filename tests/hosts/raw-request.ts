import { connect } from 'node:net'

export interface RawAnswer {
  /** 0 when the server closed the connection without a word. */
  readonly status: number
  readonly body: string
  readonly milliseconds: number
}

/** Sends bytes as they are, also what no HTTP client would send, and reads what comes until the connection ends. */
export function sendRaw(url: string, request: string | Buffer): Promise<RawAnswer> {
  const started = performance.now()
  const { port } = new URL(url)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(request))
    // A server that refuses closes while there may still be something to send.
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString()
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0),
        body: text.slice(text.indexOf('\r\n\r\n') + 4),
        milliseconds: performance.now() - started,
      })
    })
  })
}

/** A request as text: its first line, its headers, and what follows them. */
export function rawRequest(line: string, headers: readonly string[], body = ''): string {
  return `${[line, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`
}
