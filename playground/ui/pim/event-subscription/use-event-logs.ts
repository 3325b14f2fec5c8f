import { computed, type ComputedRef, ref, type Ref, shallowRef, type ShallowRef, watch } from 'vue'
import { type EventLog, type EventLogFilter, logLevels } from '../api/event-logs.ts'
import { useScreens } from '../screens.ts'
import type { Loading } from '../use-load.ts'

export interface EventLogSearch {
  filter: Ref<EventLogFilter>
  /** Whether something is left out on purpose. */
  isFiltered: ComputedRef<boolean>
  state: ShallowRef<Loading<readonly EventLog[]>>
  total: ShallowRef<number>
  load(): Promise<void>
  loadMore(): Promise<void>
}

const everything = (): EventLogFilter => ({ text: '', levels: logLevels, from: null, to: null })

/** The logs of a connection that match a filter, page by page. Of two searches under way only the later one counts. */
export function useEventLogs(code: string): EventLogSearch {
  const { api } = useScreens()
  const filter = ref(everything())
  const state = shallowRef<Loading<readonly EventLog[]>>({ status: 'loading' })
  const total = shallowRef(0)
  let next = ''
  let latest = 0

  async function search(before: readonly EventLog[], after?: string): Promise<void> {
    const mine = (latest += 1)
    const answer = await api.eventLogs.search(code, filter.value, after)
    if (mine !== latest) return
    if (!answer.ok) {
      state.value = { status: 'refused', refusal: answer }
      return
    }
    next = answer.value.next
    total.value = answer.value.total
    state.value = { status: 'ready', value: [...before, ...answer.value.logs] }
  }

  const load = () => search([])
  watch(filter, load, { deep: true, immediate: true })

  return {
    filter,
    isFiltered: computed(() => JSON.stringify(filter.value) !== JSON.stringify(everything())),
    state,
    total,
    load,
    loadMore: () => search(state.value.status === 'ready' ? state.value.value : [], next),
  }
}
