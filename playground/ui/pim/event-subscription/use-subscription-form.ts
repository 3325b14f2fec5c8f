import { computed, type ComputedRef, ref, type Ref, type ShallowRef, shallowRef } from 'vue'
import type { EventSubscription } from '../api/event-subscriptions.ts'

export interface SubscriptionForm {
  url: string
  enabled: boolean
  isUsingUuid: boolean
}

export interface SubscriptionEditor {
  saved: ShallowRef<EventSubscription>
  form: Ref<SubscriptionForm>
  isDirty: ComputedRef<boolean>
  /** What a save sends: no text is no address. */
  edited(): Pick<EventSubscription, 'url' | 'enabled' | 'isUsingUuid'>
  /** Takes what the PIM has now; what was being edited is kept. */
  refresh(subscription: EventSubscription): void
  /** Takes what was sent; what was changed meanwhile is still to be saved. */
  markSaved(sent: ReturnType<SubscriptionEditor['edited']>): void
}

/** Keeps an event subscription that is edited apart from the saved one. */
export function useSubscriptionForm(subscription: EventSubscription): SubscriptionEditor {
  const saved = shallowRef(subscription)
  const form = ref(formOf(subscription))
  const isDirty = computed(() => JSON.stringify(formOf(saved.value)) !== JSON.stringify(form.value))
  function edited(): ReturnType<SubscriptionEditor['edited']> {
    const { url, enabled, isUsingUuid } = form.value
    return { url: url.trim() === '' ? null : url.trim(), enabled, isUsingUuid }
  }

  return {
    saved,
    form,
    isDirty,
    edited,
    markSaved(sent) {
      const isSame = JSON.stringify(edited()) === JSON.stringify(sent)
      saved.value = { ...saved.value, ...sent }
      if (isSame) form.value = formOf(saved.value)
    },
    refresh(next) {
      const wasDirty = isDirty.value
      saved.value = next
      if (!wasDirty) form.value = formOf(next)
    },
  }
}

function formOf({ url, enabled, isUsingUuid }: EventSubscription): SubscriptionForm {
  return { url: url ?? '', enabled, isUsingUuid }
}
