import { nextTick } from 'vue'
import { screenUrl } from '../../../flow/addresses.ts'
import type { Scenario } from '../../../pim/index.ts'
import { requestAccess, catalogScopes } from '../../widgets/operations.ts'
import { startApp } from '../app/start-app.ts'
import type { Workbench } from '../workbench.ts'
import type { Landmark } from './landmarks.ts'

/** Opens what shows a landmark. Rejects where the PIM or the app does not play along. */
export async function goToLandmark(
  { shownBy, layout, holdsHops }: Landmark,
  state: Scenario,
  workbench: Workbench,
): Promise<void> {
  const { browser, activeTab, pim, stepper } = workbench
  workbench.layout.change({ isFull: false, ...layout })
  if (holdsHops) stepper.setMode('step')
  if (shownBy === undefined) return
  const url =
    shownBy === 'app' ? await activationUrl(state, workbench) : screenUrl(pim.url, shownBy(state))
  const { id, view, url: shown } = activeTab.value
  if (url === shown) return
  if (view.kind === 'pim') await browser.navigate(id, { url, replace: true })
  else await browser.open(url)
  // Else the page before it is still there.
  await nextTick()
}

/** Where the activation of the app declared last begins: in the reader's app, which runs then, or in the PIM. */
async function activationUrl(state: Scenario, { app, appUrl, pim }: Workbench): Promise<string> {
  const connected = new Set(state.connectedApps.map(({ id }) => id))
  const isNew = ({ clientId }: { clientId: string }) => !connected.has(clientId)
  const custom = state.customApps.findLast(isNew) ?? state.customApps.at(-1)
  if (!custom) return screenUrl(pim.url, '/connect/app-store')
  if (!custom.activateUrl.startsWith(`${appUrl}/`)) {
    return (await requestAccess(pim, custom.clientId, catalogScopes)).url
  }
  await startApp(app, custom)
  return `${custom.activateUrl}?${new URLSearchParams({ pim_url: pim.url })}`
}
