import type { WireRequest, WireResponse } from './protocol.ts'

interface BridgeOptions {
  pimUrl: string
  network: (request: Request) => Promise<Response>
  onRefused: (message: string) => void
}

/**
 * The app's only way out: one request to the PIM.
 * @throws {TypeError} for any other host, after `onRefused` has been told.
 */
export function createBridge({ pimUrl, network, onRefused }: BridgeOptions) {
  const { origin: allowed } = new URL(pimUrl)

  return async function exchange(wire: WireRequest): Promise<WireResponse> {
    const { origin, protocol } = new URL(wire.url)
    if (origin !== allowed) {
      const place = origin === 'null' ? `an address with ${protocol}` : origin
      const message = `fetch to ${place} was refused: the playground's app reaches only ${allowed}`
      onRefused(message)
      throw new TypeError(message)
    }
    const init: RequestInit = { method: wire.method, headers: wire.headers, redirect: 'manual' }
    if (wire.body !== '') init.body = wire.body
    const response = await network(new Request(wire.url, init))
    return {
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
    }
  }
}
