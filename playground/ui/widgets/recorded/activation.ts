import { computeChallenge } from '../../../flow/compute-challenge.ts'
import { createScreensApi } from '../../pim/api/screens-api.ts'
import { declareApp, requestAccess } from '../operations.ts'
import type { Recorder } from './recorder.ts'
import type { Recording } from './recordings.ts'

const scope = 'read_products read_channel_settings'

/** From the declaration of an app to its first call, and what a wrong challenge is answered with. */
export const activationRecordings: Readonly<Record<string, Recording>> = {
  'custom-app-wizard': {
    record: async (recorder) =>
      void (await recorder.note(
        'The form sends the three fields; the answer has the credentials',
        () => declareApp(recorder.pim),
      )),
  },
  'activation-wizard': {
    async record(recorder) {
      const app = await declareApp(recorder.pim)
      await consent(recorder, app.clientId)
    },
  },
  'oauth-stepper': {
    async record(recorder) {
      const app = await declareApp(recorder.pim)
      const code = await consent(recorder, app.clientId)
      const identifier = 'a-random-text-of-the-app'
      const challenge = computeChallenge(identifier, app.clientSecret)
      const redeem = (codeChallenge: string) =>
        recorder.pim.navigate(
          new Request(`${recorder.pim.url}/connect/apps/v1/oauth2/token`, {
            method: 'POST',
            body: new URLSearchParams({
              client_id: app.clientId,
              code,
              grant_type: 'authorization_code',
              code_identifier: identifier,
              code_challenge: codeChallenge,
            }),
          }),
        )
      await recorder.note('With one wrong character in the challenge, the PIM refuses', () =>
        redeem(`${challenge.slice(0, -1)}${challenge.endsWith('0') ? '1' : '0'}`),
      )
      const response = await recorder.note('With the right one, the app gets its token', () =>
        redeem(challenge),
      )
      const { access_token: token } = (await response.json()) as { access_token: string }
      await recorder.note('The token opens the API', () =>
        recorder.api(token, '/api/rest/v1/channels/ecommerce'),
      )
    },
  },
}

/** The app asks, the wizard shows what for, and the person agrees; gives the code that the browser brings back. */
async function consent(recorder: Recorder, clientId: string): Promise<string> {
  const { apps } = createScreensApi(recorder.pim.fetch)
  await recorder.note('The app sends the browser to ask for authorizations', () =>
    requestAccess(recorder.pim, clientId, scope),
  )
  await recorder.note('The wizard reads what the app asks for', () => apps.loadWizard(clientId))
  const confirmed = await recorder.note(
    'The person confirms; the browser goes back to the app, with a code',
    () => apps.confirmAuthorization(clientId),
  )
  const address = confirmed.ok ? confirmed.value.redirectUrl : recorder.pim.url
  return new URL(address).searchParams.get('code') ?? ''
}
