import { computed, type ComputedRef, type ShallowRef, shallowRef } from 'vue'
import type { Answer } from '../api/call.ts'
import type { Notification } from '../api/notifications.ts'
import { useScreens } from '../screens.ts'
import type { Loading } from '../use-load.ts'

export interface NotificationList {
  state: ShallowRef<Loading<readonly Notification[]>>
  /** Whether the PIM may have older ones. */
  hasMore: ComputedRef<boolean>
  load(): Promise<void>
  loadMore(): Promise<void>
  markViewed(id?: string): Promise<void>
  remove(id: string): Promise<void>
}

const pageSize = 10

/** The notifications of the signed-in user while the list is open. What is refused is told and changes nothing. */
export function useNotifications(): NotificationList {
  const { api, flash, refreshUnread } = useScreens()
  const state = shallowRef<Loading<readonly Notification[]>>({ status: 'loading' })
  const lastPageSize = shallowRef(0)

  const shown = () => (state.value.status === 'ready' ? state.value.value : [])

  async function load(): Promise<void> {
    const answer = await api.notifications.list(0)
    if (!answer.ok) {
      state.value = { status: 'refused', refusal: answer }
      return
    }
    lastPageSize.value = answer.value.notifications.length
    state.value = { status: 'ready', value: answer.value.notifications }
  }

  async function loadMore(): Promise<void> {
    const before = shown()
    const answer = await api.notifications.list(before.length)
    if (!told(answer)) return
    lastPageSize.value = answer.value.notifications.length
    state.value = { status: 'ready', value: [...before, ...answer.value.notifications] }
  }

  async function markViewed(id?: string): Promise<void> {
    if (!told(await api.notifications.markViewed(id))) return
    const value = shown().map((notification) =>
      id === undefined || notification.id === id
        ? Object.assign({}, notification, { isViewed: true })
        : notification,
    )
    state.value = { status: 'ready', value }
    await refreshUnread()
  }

  async function remove(id: string): Promise<void> {
    if (!told(await api.notifications.remove(id))) return
    state.value = { status: 'ready', value: shown().filter((other) => other.id !== id) }
    await refreshUnread()
  }

  function told<T>(answer: Answer<T>): answer is { ok: true; value: T } {
    if (!answer.ok) flash.show('error', 'The notifications could not be changed.')
    return answer.ok
  }

  return {
    state,
    hasMore: computed(() => lastPageSize.value === pageSize),
    load,
    loadMore,
    markViewed,
    remove,
  }
}
