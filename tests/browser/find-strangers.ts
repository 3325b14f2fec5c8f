import type { Request } from 'playwright-core'

/**
 * The addresses of these requests that lead to another host than `site`, an origin. What the service worker answers in
 * the PIM's place is none of them: it does not leave the browser.
 */
export async function findStrangers(requests: readonly Request[], site: string): Promise<string[]> {
  const found = []
  for (const request of requests) {
    const { protocol, origin } = new URL(request.url())
    if (origin === site || protocol === 'data:' || protocol === 'blob:') continue
    const response = await request.response().catch(() => null)
    if (!response?.fromServiceWorker()) found.push(request.url())
  }
  return found
}
