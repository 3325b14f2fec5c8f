import { shallowRef, type ShallowRef, watch } from 'vue'
import type { Answer, Refusal } from './api/call.ts'

export type Loading<T> =
  | { status: 'loading' }
  | { status: 'ready'; value: T }
  | { status: 'refused'; refusal: Refusal }

export interface Load<T> {
  state: ShallowRef<Loading<T>>
  /** Loads again; what is there stays until the new answer has come. */
  reload(): Promise<void>
  /** Likewise behind a page that is being edited, which a refusal must not take away. */
  refresh(): Promise<Answer<T> | undefined>
}

/**
 * Loads at once and says how far it is; begins anew when `of` changes. Of two loads under way only the later one
 * counts.
 */
export function useLoad<T>(load: () => Promise<Answer<T>>, of?: () => unknown): Load<T> {
  const state: ShallowRef<Loading<T>> = shallowRef({ status: 'loading' })
  let latest = 0

  async function reload(): Promise<void> {
    const mine = (latest += 1)
    if (state.value.status === 'refused') state.value = { status: 'loading' }
    const answer = await load()
    if (mine !== latest) return
    state.value = answer.ok
      ? { status: 'ready', value: answer.value }
      : { status: 'refused', refusal: answer }
  }

  async function refresh(): Promise<Answer<T> | undefined> {
    // Nobody edits what is not there yet.
    if (state.value.status !== 'ready') return void (await reload())
    const mine = (latest += 1)
    const answer = await load()
    if (mine !== latest) return undefined
    if (answer.ok) state.value = { status: 'ready', value: answer.value }
    return answer
  }

  if (of) {
    watch(of, () => {
      state.value = { status: 'loading' }
      void reload()
    })
  }
  void reload()
  return { state, reload, refresh }
}

/** Several answers as one: the values, or the first refusal. */
export async function allOf<T extends readonly unknown[]>(answers: {
  [Index in keyof T]: Promise<Answer<T[Index]>>
}): Promise<Answer<T>> {
  const values: unknown[] = []
  for (const answer of await Promise.all<Answer<unknown>>(answers)) {
    if (!answer.ok) return answer
    values.push(answer.value)
  }
  return { ok: true, value: values as unknown as T }
}
