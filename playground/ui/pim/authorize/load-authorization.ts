import type { PermissionEntries } from '../api/app-permissions.ts'
import type { WizardData } from '../api/apps.ts'
import type { Answer } from '../api/call.ts'
import type { ScreensApi } from '../api/screens-api.ts'
import { asksForPermissions } from './wizard-steps.ts'

/** What the wizard needs: what the app asks for, and on what it can get permissions where there are any to give. */
export interface Authorization {
  wizard: WizardData
  /** Null where the wizard has no such step. */
  entries: PermissionEntries | null
}

export async function loadAuthorization(
  { access, apps, appPermissions }: ScreensApi,
  clientId: string,
): Promise<Answer<Authorization>> {
  const [wizard, flags] = await Promise.all([apps.loadWizard(clientId), access.featureFlags()])
  if (!wizard.ok) return wizard
  if (!flags.ok) return flags
  const hasPermissions = flags.value.connectAppWithPermissions && asksForPermissions(wizard.value)
  if (!hasPermissions) return { ok: true, value: { wizard: wizard.value, entries: null } }
  const entries = await appPermissions.entries()
  return entries.ok
    ? { ok: true, value: { wizard: wizard.value, entries: entries.value } }
    : entries
}
