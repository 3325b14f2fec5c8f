import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { useWorkbench } from '../workbench.ts'

export interface TakenCredentials {
  /**
   * What was done, in a sentence, as long as it holds: not once the reader has typed something else, or the PIM has
   * other apps.
   */
  message: ComputedRef<string>
  /** The client id of an app whose secret is not known here, or an empty text. */
  lacksSecretOf: ComputedRef<string>
  isBusy: ShallowRef<boolean>
  /** Gives the reader's app the credentials of the app that was declared last. */
  take(): void
  /** Asks the PIM for a new secret where the old one is no longer to be had. */
  makeSecret(): Promise<void>
}

/** How the credentials get from the PIM into the reader's app. */
export function useCredentials(): TakenCredentials {
  const { app, apps, credentials, announce } = useWorkbench()
  const { clientId, clientSecret } = app
  const { known, customApps } = credentials
  const said = shallowRef({ text: '', clientId: '', clientSecret: '', ids: '' })
  const lacking = shallowRef('')
  const isBusy = shallowRef(false)

  const list = computed(() => (Array.isArray(apps.value) ? apps.value : []))
  const ids = computed(() => list.value.map((each) => each.clientId).join(' '))

  function say(text: string): void {
    said.value = {
      text,
      clientId: clientId.value,
      clientSecret: clientSecret.value,
      ids: ids.value,
    }
    announce(text)
  }

  return {
    message: computed(() => {
      const { text, ...then } = said.value
      const holds =
        then.clientId === clientId.value &&
        then.clientSecret === clientSecret.value &&
        then.ids === ids.value
      return holds ? text : ''
    }),
    lacksSecretOf: computed(() =>
      list.value.some((each) => each.clientId === lacking.value) ? lacking.value : '',
    ),
    isBusy,
    take() {
      lacking.value = ''
      if (apps.value === 'refused') return say('The PIM does not show its apps to this user.')
      const newest =
        list.value.find((each) => each.clientId === known.newest()) ?? list.value.at(-1)
      if (!newest) return say('The PIM has no app yet. Create one in its App Store.')
      clientId.value = newest.clientId
      clientSecret.value = known.secretOf(newest.clientId) ?? ''
      if (clientSecret.value !== '') return say(`These are the credentials of "${newest.name}".`)
      lacking.value = newest.clientId
      say(`The PIM does not show the secret of "${newest.name}" again, but it can make a new one.`)
    },
    async makeSecret() {
      isBusy.value = true
      const answer = await customApps.regenerateSecret(lacking.value)
      isBusy.value = false
      if (!answer.ok) return say(`The PIM made no new secret (status ${answer.status}).`)
      known.remember({ clientId: lacking.value, clientSecret: answer.value })
      clientSecret.value = answer.value
      lacking.value = ''
      say('The new secret is in place. The old one no longer works.')
    },
  }
}
