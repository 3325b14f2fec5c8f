import type { ConnectedApp } from '../api/apps.ts'

export type AppTab = 'settings' | 'permissions' | 'catalogs' | 'monitoring'

/** The tabs of a connected app: some are there only for what the app may do, or for what the edition has (contract H.3). */
export function appTabs(
  { scopes }: Pick<ConnectedApp, 'scopes'>,
  { hasPermissions }: { hasPermissions: boolean },
): readonly { id: AppTab; label: string }[] {
  const tabs: { id: AppTab; label: string; isThere: boolean }[] = [
    { id: 'settings', label: 'Settings', isThere: true },
    { id: 'permissions', label: 'Permissions', isThere: hasPermissions && has(scopes, 'products') },
    { id: 'catalogs', label: 'Catalogs', isThere: has(scopes, 'catalogs') },
    { id: 'monitoring', label: 'Error monitoring', isThere: true },
  ]
  return tabs.filter(({ isThere }) => isThere).map(({ id, label }) => ({ id, label }))
}

/** Whether any of the scopes is about a kind of resource. */
function has(scopes: readonly string[], resources: string): boolean {
  return scopes.some((scope) => scope.endsWith(`_${resources}`))
}

/** Whether an app may read products, and no more than that. */
export function isOnlyReader({ scopes }: Pick<ConnectedApp, 'scopes'>): boolean {
  return !scopes.includes('write_products') && !scopes.includes('delete_products')
}
