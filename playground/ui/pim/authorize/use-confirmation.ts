import { shallowRef, type ShallowRef } from 'vue'
import type { Answer } from '../api/call.ts'
import { explainRefusal } from '../api/explain-refusal.ts'
import { hasErrors, readFormErrors } from '../api/violations.ts'
import { useScreens } from '../screens.ts'

export type ConfirmationStep = 'open' | 'sending' | 'leaving'

/** Sends the consent and, once it is granted, goes where the PIM says: to the app's callback. */
export function useConfirmation(request: () => Promise<Answer<string>>): {
  step: ShallowRef<ConfirmationStep>
  confirm: () => Promise<void>
} {
  const { flash, window: pimWindow } = useScreens()
  const step = shallowRef<ConfirmationStep>('open')

  async function confirm(): Promise<void> {
    if (step.value !== 'open') return
    step.value = 'sending'
    const answer = await request()
    if (answer.ok) {
      step.value = 'leaving'
      flash.show('success', 'App successfully configured.')
      return pimWindow.assign(answer.value)
    }
    step.value = 'open'
    const errors = readFormErrors(answer.body, [])
    flash.show(
      'error',
      'Sorry, an error occurred while connecting the App.',
      hasErrors(errors) ? errors.whole : explainRefusal(answer),
    )
  }

  return { step, confirm }
}
