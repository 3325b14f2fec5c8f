import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { useWorkbench } from '../workbench.ts'

export interface TakenCredentials {
  /** What was done, in a sentence, as long as it holds: not once the reader has typed something else. */
  message: ComputedRef<string>
  /** The client id of an app whose secret is not known here, or an empty text. */
  lacksSecretOf: ShallowRef<string>
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
  const said = shallowRef({ text: '', clientId: '', clientSecret: '' })
  const lacksSecretOf = shallowRef('')
  const isBusy = shallowRef(false)

  function say(text: string): void {
    said.value = { text, clientId: clientId.value, clientSecret: clientSecret.value }
    announce(text)
  }

  return {
    message: computed(() => {
      const { text, ...then } = said.value
      const holds = then.clientId === clientId.value && then.clientSecret === clientSecret.value
      return holds ? text : ''
    }),
    lacksSecretOf,
    isBusy,
    take() {
      lacksSecretOf.value = ''
      const list = Array.isArray(apps.value) ? apps.value : []
      const newest = list.find((each) => each.clientId === known.newest()) ?? list.at(-1)
      if (!newest) return say('The PIM has no app yet. Create one in its App Store.')
      clientId.value = newest.clientId
      clientSecret.value = known.secretOf(newest.clientId) ?? ''
      if (clientSecret.value !== '') return say(`These are the credentials of "${newest.name}".`)
      lacksSecretOf.value = newest.clientId
      say(`The PIM does not show the secret of "${newest.name}" again, but it can make a new one.`)
    },
    async makeSecret() {
      isBusy.value = true
      const answer = await customApps.regenerateSecret(lacksSecretOf.value)
      isBusy.value = false
      if (!answer.ok) return say(`The PIM made no new secret (status ${answer.status}).`)
      known.remember({ clientId: lacksSecretOf.value, clientSecret: answer.value })
      clientSecret.value = answer.value
      lacksSecretOf.value = ''
      say('The new secret is in place. The old one no longer works.')
    },
  }
}
