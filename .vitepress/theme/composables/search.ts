import { onScopeDispose, shallowRef, watch } from 'vue'
import { loadEngine, type SearchEngine } from '../search/engine.ts'
import { find, type HitGroup } from '../search/find.ts'

/** What the search is doing: `missing` when the site has no index, as in the authors' preview. */
export type SearchState = 'idle' | 'searching' | 'found' | 'missing'

/**
 * Searches while the reader types: the last query wins, however long an earlier one takes.
 *
 * @param load gives the index; loaded at the first query
 */
export function useSearch(
  base: string,
  load: (base: string) => Promise<SearchEngine> = loadEngine,
) {
  const typed = shallowRef('')
  const audience = shallowRef<string>()
  const groups = shallowRef<HitGroup[]>([])
  const state = shallowRef<SearchState>('idle')
  let engine: Promise<SearchEngine> | undefined
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Starts loading the index, so that the first query need not wait for it. */
  function warmUp(): void {
    engine ??= load(base)
    engine.catch(() => {
      engine = undefined
      state.value = 'missing'
    })
  }

  async function search(turn: number): Promise<void> {
    warmUp()
    const loading = engine
    if (!loading) return
    try {
      const found = await find(await loading, typed.value, audience.value)
      if (turn !== latest) return
      groups.value = found
      state.value = 'found'
    } catch {
      if (turn === latest) state.value = 'missing'
    }
  }

  watch([typed, audience], () => {
    clearTimeout(timer)
    latest += 1
    const turn = latest
    if (typed.value.trim() === '') {
      groups.value = []
      state.value = 'idle'
      return
    }
    state.value = 'searching'
    timer = setTimeout(() => void search(turn), 120)
  })
  onScopeDispose(() => clearTimeout(timer))

  return { typed, audience, groups, state, warmUp }
}
