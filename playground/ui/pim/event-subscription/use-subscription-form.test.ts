import { expect, test } from 'vitest'
import type { EventSubscription } from '../api/event-subscriptions.ts'
import { useSubscriptionForm } from './use-subscription-form.ts'

const off: EventSubscription = {
  url: null,
  secret: null,
  enabled: false,
  isUsingUuid: false,
  limit: 3,
  active: 0,
}

test('an empty field is no address', () => {
  const { form, edited, isDirty } = useSubscriptionForm(off)
  expect(edited()).toEqual({ url: null, enabled: false, isUsingUuid: false })
  expect(isDirty.value).toBe(false)
  form.value.url = ' https://events.example.com '
  expect(edited().url).toBe('https://events.example.com')
  expect(isDirty.value).toBe(true)
})

test('what changed elsewhere is taken, unless it is being edited', () => {
  const { form, saved, refresh } = useSubscriptionForm(off)
  refresh({ ...off, url: 'https://one.example.com', secret: 'a' })
  expect(form.value.url).toBe('https://one.example.com')
  form.value.url = 'https://two.example.com'
  refresh({ ...off, url: 'https://three.example.com', secret: 'b' })
  expect(form.value.url).toBe('https://two.example.com')
  expect(saved.value.secret).toBe('b')
})

test('what was changed while a save was under way is still to be saved', () => {
  const { form, saved, edited, markSaved, isDirty } = useSubscriptionForm(off)
  form.value.url = ' https://one.example.com '
  const sent = edited()
  markSaved(sent)
  expect(form.value.url).toBe('https://one.example.com')
  expect(isDirty.value).toBe(false)
  form.value.url = 'https://two.example.com'
  markSaved(sent)
  expect(saved.value.url).toBe('https://one.example.com')
  expect(form.value.url).toBe('https://two.example.com')
  expect(isDirty.value).toBe(true)
})
