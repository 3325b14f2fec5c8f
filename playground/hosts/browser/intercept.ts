import { http } from 'msw/core/http'
import { setupWorker } from 'msw/browser'
import type { Pim } from '../../pim/index.ts'

/** Starts the service worker at `workerUrl`; it answers every call of this page to the PIM's address. */
export async function intercept(pim: Pim, workerUrl: string): Promise<void> {
  await setupWorker(http.all(`${pim.url}/*`, ({ request }) => pim.fetch(request))).start({
    serviceWorker: { url: workerUrl },
    onUnhandledRequest: 'bypass',
    quiet: true,
  })
}
