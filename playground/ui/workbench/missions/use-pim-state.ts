import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { BrowserPim } from '../../../hosts/browser/index.ts'
import type { Scenario } from '../../../pim/index.ts'

export interface PimStateReader {
  /** Undefined until it is read for the first time. */
  state: ShallowRef<Scenario | undefined>
  /** Puts another state in the place of the PIM's. Throws when the PIM refuses it. */
  replace(scenario: Scenario): Promise<void>
}

/** The whole state of the page's PIM, read again after each change. */
export function usePimState(
  pim: Pick<BrowserPim, 'url' | 'navigate' | 'onChange'>,
): PimStateReader {
  const state = shallowRef<Scenario>()
  const address = `${pim.url}/_control/scenario`
  let isReading = false
  let isOld = false

  async function read(): Promise<void> {
    isOld = true
    if (isReading) return
    isReading = true
    try {
      while (isOld) {
        isOld = false
        const response = await pim.navigate(new Request(address))
        if (response.ok) state.value = (await response.json()) as Scenario
      }
    } finally {
      isReading = false
    }
  }
  onScopeDispose(pim.onChange(() => void read()))
  void read()

  return {
    state,
    async replace(scenario) {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify(scenario)
      const response = await pim.navigate(new Request(address, { method: 'PUT', headers, body }))
      if (!response.ok) throw new Error(`The PIM did not take it (status ${response.status})`)
      await read()
    },
  }
}
