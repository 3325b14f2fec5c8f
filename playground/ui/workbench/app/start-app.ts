import { watch } from 'vue'
import type { AppSession } from './use-app-session.ts'

/** Gives the app credentials, runs it, and waits until it takes requests. Rejects when it stops instead. */
export function startApp(
  app: Pick<AppSession, 'clientId' | 'clientSecret' | 'run' | 'state'>,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<void> {
  app.clientId.value = clientId
  app.clientSecret.value = clientSecret
  app.run()
  return new Promise((resolve, reject) => {
    const stop = watch(
      app.state,
      (state) => {
        if (state === 'listening') resolve()
        else if (state === 'stopped') reject(new Error('The app did not start'))
        else return
        queueMicrotask(() => stop())
      },
      { immediate: true },
    )
  })
}
