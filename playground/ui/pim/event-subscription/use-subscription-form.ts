import { type ComputedRef, ref, type Ref, type ShallowRef } from 'vue'
import type { EventSubscription } from '../api/event-subscriptions.ts'
import { useDraft } from '../use-draft.ts'

export interface SubscriptionForm {
  url: string
  enabled: boolean
  isUsingUuid: boolean
}

type SentSubscription = Pick<EventSubscription, 'url' | 'enabled' | 'isUsingUuid'>

export interface SubscriptionEditor {
  saved: ShallowRef<EventSubscription>
  form: Ref<SubscriptionForm>
  isDirty: ComputedRef<boolean>
  /** What a save sends: no text is no address. */
  edited(): SentSubscription
  /** Takes what the PIM has now; what was being edited is kept. */
  refresh(subscription: EventSubscription): void
  /** Takes what was sent; what was changed meanwhile is still to be saved. */
  markSaved(sent: SentSubscription): void
}

/** Keeps an event subscription that is edited apart from the saved one. */
export function useSubscriptionForm(subscription: EventSubscription): SubscriptionEditor {
  const form = ref(formOf(subscription))
  const { saved, isDirty, refresh, markSaved } = useDraft(subscription, form, formOf, sentOf)
  return {
    saved,
    form,
    isDirty,
    edited: () => sentOf(form.value),
    refresh,
    markSaved: (sent) => markSaved({ ...saved.value, ...sent }),
  }
}

function formOf({ url, enabled, isUsingUuid }: EventSubscription): SubscriptionForm {
  return { url: url ?? '', enabled, isUsingUuid }
}

function sentOf({ url, enabled, isUsingUuid }: SubscriptionForm): SentSubscription {
  return { url: url.trim() === '' ? null : url.trim(), enabled, isUsingUuid }
}
