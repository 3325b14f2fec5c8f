import type { Refusal } from './call.ts'
import { translate } from './violations.ts'

const texts: Record<Refusal['reason'], string> = {
  unreachable: 'The PIM cannot be reached. Nothing was changed; try again in a moment.',
  'signed-out': 'Sign in to the PIM, then try again.',
  forbidden: 'Your role does not allow this. Ask an administrator for the permission.',
  missing: 'This does not exist, or does not exist any more.',
  refused: 'The PIM refused the request.',
  failed: 'The PIM could not answer. Try again in a moment.',
}

/** One sentence for the person at the screen, and the PIM's own message when it gave one. */
export function explainRefusal(refusal: Refusal): string[] {
  const own = messageOf(refusal.body)
  return own === null ? [texts[refusal.reason]] : [texts[refusal.reason], own]
}

function messageOf(body: unknown): string | null {
  if (typeof body === 'string' && body !== '') return translate(body)
  if (typeof body !== 'object' || body === null) return null
  if ('message' in body && typeof body.message === 'string') {
    return body.message.endsWith('constraint_violation_list_exception')
      ? null
      : translate(body.message)
  }
  return null
}
