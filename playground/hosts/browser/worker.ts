import type { Pim } from '../../pim/index.ts'

/**
 * Lets the service worker answer every call that this page makes to the PIM's address. Gives false, and starts
 * nothing, where that cannot be: no service workers, blocked storage, or a hard reload (the page is then not
 * controlled until the next reload, which MSW would force).
 */
export async function startWorker(pim: Pim, workerUrl: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    if (!(await canControl(navigator.serviceWorker))) return false
    // MSW throws while it loads where the page may not use local storage.
    const { intercept } = await import('./intercept.ts')
    await intercept(pim, workerUrl)
    // Developer tools can bypass a worker that runs: only an answer shows that calls reach it.
    const { ok } = await fetch(`${pim.url}/_control/faults`)
    return ok
  } catch {
    return false
  }
}

/**
 * Whether a worker controls this page, or will once it is started. One that another page has begun to install takes
 * control when it is active: that is waited for, as MSW would load the page anew.
 */
export async function canControl(workers: ServiceWorkerContainer): Promise<boolean> {
  const found = (await workers.getRegistrations()).flatMap(
    ({ active, waiting, installing }) => active ?? waiting ?? installing ?? [],
  )
  if (workers.controller || found.length === 0) return true
  if (found.some(({ state }) => state === 'activated')) return false
  await new Promise((resolve) => {
    workers.addEventListener('controllerchange', resolve, { once: true })
  })
  return true
}
