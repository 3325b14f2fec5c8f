import type { Page, Request } from 'playwright-core'

const open = new WeakMap<Page, Set<Request>>()

/** Follows what a page asks the network for, so that `untilQuiet` knows what is still on its way. */
export function watchRequests(page: Page): void {
  const requests = new Set<Request>()
  open.set(page, requests)
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/** Waits until a page has everything that it asked for, and shows it. */
export async function untilQuiet(page: Page): Promise<void> {
  const isWaiting = () => (open.get(page)?.size ?? 0) > 0
  do {
    while (isWaiting()) await oneDone(page)
    await page.evaluate(async () => {
      await document.fonts.ready
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    })
  } while (isWaiting())
}

function oneDone(page: Page): Promise<unknown> {
  return Promise.race([page.waitForEvent('requestfinished'), page.waitForEvent('requestfailed')])
}
