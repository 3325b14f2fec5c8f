import { shallowRef, type ShallowRef } from 'vue'

export interface FlashMessage {
  id: number
  kind: 'success' | 'warning' | 'error'
  text: string
  details: readonly string[]
}

export interface Flash {
  readonly messages: ShallowRef<readonly FlashMessage[]>
  show(kind: FlashMessage['kind'], text: string, details?: readonly string[]): void
  dismiss(id: number): void
  /** Another page comes: the errors of the one before are none of its own. */
  turnPage(): void
}

const secondsUntilSuccessLeaves = 8
const mostAtOnce = 4

/**
 * A list of short messages: a success leaves by itself, or gives way to the next one; an error stays until it is
 * dismissed, something succeeds after it, or another page comes; a warning until it is dismissed.
 */
export function createFlash(): Flash {
  const messages = shallowRef<readonly FlashMessage[]>([])
  let nextId = 1

  function dismiss(id: number): void {
    messages.value = messages.value.filter((message) => message.id !== id)
  }

  function show(kind: FlashMessage['kind'], text: string, details: readonly string[] = []): void {
    const id = nextId++
    const others = messages.value.filter(
      (message) => message.text !== text && (kind !== 'success' || message.kind === 'warning'),
    )
    messages.value = [...others, { id, kind, text, details }].slice(-mostAtOnce)
    if (kind === 'success') setTimeout(() => dismiss(id), secondsUntilSuccessLeaves * 1000)
  }

  function turnPage(): void {
    messages.value = messages.value.filter(({ kind }) => kind !== 'error')
  }

  return { messages, show, dismiss, turnPage }
}
