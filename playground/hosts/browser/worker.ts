import type { Pim } from '../../pim/index.ts'

/** How long the service worker may take to start before the page does without it, in milliseconds. */
const patience = 5_000

/**
 * Lets the service worker answer every call that this page makes to the PIM's address. Gives false, and starts
 * nothing, where that cannot be: no service workers, blocked storage, or a hard reload (the page is then not
 * controlled until the next reload, which MSW would force).
 */
export async function startWorker(pim: Pim, workerUrl: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    const registrations = await navigator.serviceWorker.getRegistrations()
    if (!navigator.serviceWorker.controller && registrations.some((each) => each.active))
      return false
    // MSW throws while it loads where the page may not use local storage.
    const started = import('./intercept.ts')
      .then(({ intercept }) => intercept(pim, workerUrl))
      // Developer tools can bypass a worker that runs: only an answer shows that calls reach it.
      .then(() => fetch(`${pim.url}/_control/faults`))
      .then(({ ok }) => ok)
    const tooLate = new Promise<boolean>((resolve) => setTimeout(resolve, patience, false))
    return await Promise.race([started, tooLate])
  } catch {
    return false
  }
}
