import { computed, type ComputedRef, type Ref, shallowRef } from 'vue'
import type { Answer } from '../api/call.ts'
import type { ScreensApi } from '../api/screens-api.ts'
import type { StoreItem } from '../api/custom-apps.ts'
import { type Loading, useLoad } from '../use-load.ts'

export interface StoreContent {
  customApps: readonly StoreItem[]
  apps: readonly StoreItem[]
  connectors: readonly StoreItem[]
  /** Whether the App Store itself answered; custom apps are there without it. */
  isStoreReachable: boolean
  /** Where the App Store itself is; null when it did not say. */
  storeUrl: string | null
  isConnectionLimitReached: boolean
  isCustomAppLimitReached: boolean
}

export interface Store {
  state: Ref<Loading<StoreContent>>
  reload(): Promise<void>
  search: Ref<string>
  /** The items whose name holds the searched text. */
  matching: ComputedRef<(items: readonly StoreItem[]) => readonly StoreItem[]>
}

/** What the App Store page shows, from its six addresses. */
export function useStore({ connections, customApps }: ScreensApi): Store {
  const search = shallowRef('')

  async function load(): Promise<Answer<StoreContent>> {
    const [own, apps, connectors, storeUrl, connectionLimit, customAppLimit] = await Promise.all([
      customApps.list(),
      customApps.storeApps(),
      customApps.storeConnectors(),
      customApps.storeUrl(),
      connections.isLimitReached(),
      customApps.isLimitReached(),
    ])
    // Who may not manage custom apps is refused the list: to them there are none.
    if (!own.ok && own.reason !== 'forbidden') return own
    return {
      ok: true,
      value: {
        customApps: own.ok ? own.value : [],
        apps: apps.ok ? apps.value : [],
        connectors: connectors.ok ? connectors.value : [],
        storeUrl: storeUrl.ok ? storeUrl.value : null,
        isStoreReachable: apps.ok && connectors.ok,
        isConnectionLimitReached: connectionLimit.ok && connectionLimit.value,
        isCustomAppLimitReached: customAppLimit.ok && customAppLimit.value,
      },
    }
  }

  const matching = computed(() => {
    const text = search.value.trim().toLowerCase()
    return (items: readonly StoreItem[]) =>
      items.filter((item) => item.name.toLowerCase().includes(text))
  })

  return { ...useLoad(load), search, matching }
}
