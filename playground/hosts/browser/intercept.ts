import { http } from 'msw/core/http'
import { setupWorker } from 'msw/browser'
import type { Pim } from '../../pim/index.ts'

/** Starts the service worker at `workerUrl`; it answers every call of this page to the PIM's address. */
export async function intercept(pim: Pim, workerUrl: string): Promise<void> {
  // A path as a pattern would be decoded, and what is no UTF-8 answered with an error of MSW's own.
  const isForPim = ({ request }: { readonly request: Request }) =>
    request.url.startsWith(`${pim.url}/`)
  await setupWorker(http.all(isForPim, ({ request }) => pim.fetch(request))).start({
    serviceWorker: { url: workerUrl },
    onUnhandledRequest: 'bypass',
    quiet: true,
  })
}
