import { shallowRef, type ShallowRef } from 'vue'
import { useWorkbench } from '../workbench.ts'
import { findListPath, readChoices } from './choices.ts'
import type { Operation } from './operations.ts'

export interface Choices {
  /** By parameter. */
  found: ShallowRef<Readonly<Record<string, readonly string[]>>>
  /** The parameters whose list no token may read. */
  unlisted: ShallowRef<readonly string[]>
  /** Asks the API what there is for a parameter, with the first of the tokens that may know. */
  look(
    name: string,
    values: Readonly<Record<string, string>>,
    tokens: readonly string[],
  ): Promise<void>
}

export function useChoices(operations: readonly Operation[], operation: Operation): Choices {
  const { pim } = useWorkbench()
  const found = shallowRef<Choices['found']['value']>({})
  const unlisted = shallowRef<readonly string[]>([])

  async function list(path: string, tokens: readonly string[]): Promise<string | undefined> {
    for (const token of tokens) {
      const headers = {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        // Sets these calls apart from those that the reader sends.
        'x-requested-with': 'XMLHttpRequest',
      }
      const response = await pim.navigate(new Request(pim.url + path, { headers }))
      if (response.ok) return response.text()
    }
    return undefined
  }

  return {
    found,
    unlisted,
    async look(name, values, tokens) {
      const path = findListPath(operations, operation, name, values)
      if (path === undefined) return
      const body = await list(path, tokens)
      const others = unlisted.value.filter((each) => each !== name)
      unlisted.value = body === undefined ? [...others, name] : others
      found.value = { ...found.value, [name]: readChoices(body ?? '', name) }
    },
  }
}
