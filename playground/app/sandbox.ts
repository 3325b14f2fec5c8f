import type { FromWorker, ToWorker } from './protocol.ts'
import { data as runtimeScript } from './runtime.data.ts'

/** A worker that nobody but us can reach and that can reach nobody but us. */
export interface AppWorker {
  post(message: ToWorker): void
  onMessage(listener: (message: FromWorker) => void): void
  /** Ends the worker at once, also in the middle of an endless loop. */
  close(): void
}

// The frame's own script: it holds the worker, because a worker can only be ended by who made it.
const frameScript = `
addEventListener('message', ({ data, ports }) => {
  const script = new Blob([data], { type: 'text/javascript' })
  new Worker(URL.createObjectURL(script)).postMessage(null, [ports[0]])
}, { once: true })`

/**
 * Opens a worker inside a sandboxed frame of an opaque origin: no storage, no cookies, no network of its own (content
 * security policy), only the message port it is given. Removing the frame ends the worker.
 */
export async function openSandbox(document: Document = window.document): Promise<AppWorker> {
  const nonce = Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-')
  const policy = `default-src 'none'; script-src 'nonce-${nonce}' blob:; worker-src blob:`
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.title = 'The app that is running'
  frame.hidden = true
  frame.srcdoc = `<!doctype html><html lang="en"><head><title>App</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<script nonce="${nonce}">${frameScript}</script></head></html>`
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true })
  })
  document.body.append(frame)
  await loaded

  const { port1: port, port2: workerPort } = new MessageChannel()
  // The frame's origin is opaque, so no other target origin than "*" can name it.
  frame.contentWindow?.postMessage(runtimeScript, '*', [workerPort])
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => listener(data))
      port.start()
    },
    close() {
      port.close()
      frame.remove()
    },
  }
}
