import { effectScope, shallowRef, watch, type ShallowRef } from 'vue'
import type { BrowserPim } from '../../../hosts/browser/index.ts'
import { usePimState, type PimStateReader } from '../missions/use-pim-state.ts'
import { recordState, startHistory, type ChangeHistory } from './change-history.ts'

export interface PimHistory extends PimStateReader {
  /** Undefined until the state is read for the first time. */
  history: ShallowRef<ChangeHistory | undefined>
}

const histories = new WeakMap<BrowserPim, PimHistory>()

/**
 * The state of a PIM and each of its changes, recorded from the first call on. Panels are closed and opened again; the
 * record goes on as long as the page, so that a change made meanwhile is one that can be undone by itself.
 */
export function pimHistory(pim: BrowserPim): PimHistory {
  const known = histories.get(pim)
  if (known) return known
  const begun = effectScope(true).run(() => begin(pim)) as PimHistory
  histories.set(pim, begun)
  return begun
}

function begin(pim: BrowserPim): PimHistory {
  const reader = usePimState(pim)
  const history = shallowRef<ChangeHistory>()
  watch(
    reader.state,
    (now) => {
      if (!now) return
      const text = JSON.stringify(now)
      history.value = history.value ? recordState(history.value, text) : startHistory(text)
    },
    { flush: 'sync' },
  )
  return { ...reader, history }
}
