import { shallowRef, type ShallowRef } from 'vue'
import { useWorkbench } from '../workbench.ts'
import { findListPath, readChoices } from './choices.ts'
import type { Operation } from './operations.ts'

export interface Choices {
  /** By parameter. */
  found: ShallowRef<Readonly<Record<string, readonly string[]>>>
  /** Asks the API what there is for a parameter, with the token at hand. What is refused leaves no choices. */
  look(name: string, values: Readonly<Record<string, string>>, token: string): Promise<void>
}

export function useChoices(operations: readonly Operation[], operation: Operation): Choices {
  const { pim } = useWorkbench()
  const found = shallowRef<Choices['found']['value']>({})

  return {
    found,
    async look(name, values, token) {
      const path = findListPath(operations, operation, name, values)
      if (path === undefined || token === '') return
      const headers = {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        // Sets these calls apart from those that the reader sends.
        'x-requested-with': 'XMLHttpRequest',
      }
      const response = await pim.navigate(new Request(pim.url + path, { headers }))
      const choices = response.ok ? readChoices(await response.text(), name) : []
      found.value = { ...found.value, [name]: choices }
    },
  }
}
