import { code, label, sentence } from '../../describe-step.ts'
import type { Exchange } from '../../../../flow/exchange.ts'
import { appMark } from '../marks.ts'
import type { Mission, Situation } from '../mission.ts'
import { connectedAs, subjectApp } from '../read-situation.ts'
import {
  agreeing,
  agreeingHint,
  askFor,
  credentialsStep,
  declareStep,
  opening,
  openingAgain,
  openingAgainHint,
  openingHint,
  rightToOpen,
  runStep,
} from './app-steps.ts'

const scopes = ['openid', 'profile', 'email']
const keyPath = '/connect/apps/v1/openid/public-key'

function find(situation: Situation) {
  return subjectApp(situation)
}

function hasIdToken({ request, response }: Exchange): boolean {
  if (response?.status !== 200) return false
  if (new URL(request.url).pathname !== '/connect/apps/v1/oauth2/token') return false
  return /"id_token"\s*:\s*"/.test(response.body)
}

/** "Sign your users in with OpenID Connect". */
export const openIdConnect: Mission = {
  id: 'openid-connect',
  title: 'Sign your users in with OpenID Connect',
  intro:
    'Let the app know who opened it, without a password of its own: the PIM vouches for its user.',
  scenario: 'app-to-activate',
  steps: [
    declareStep(find),
    credentialsStep(find),
    runStep(find),
    {
      id: 'ask',
      title: () => 'Ask who the user is',
      hint: (context) => [
        ...sentence`In the pane ${label('Your app')}, tab ${label('Activation')}, add ${code(scopes.join(' '))} to the scopes after ${code('scope:')} and press ${label('Restart')}. `,
        ...openingHint(context, find),
      ],
      acts: (context) => [...askFor(context.app.source, scopes), ...opening(context, find)],
      right: (situation) => rightToOpen(situation, find),
      isDone: (situation) =>
        connectedAs(
          situation.state,
          find(situation)?.clientId,
        ).request?.authenticationScopes.includes('openid') ?? false,
      isPassing: true,
    },
    {
      id: 'consent',
      title: () => 'Agree to share your name and email address',
      hint: (context) =>
        agreeingHint(
          context,
          find,
          sentence`The wizard says what the app learns about you. Go through it with ${label('Allow and next')}, tick the consent, and press ${label('Confirm')}.`,
        ),
      acts: (context) => agreeing(context, find),
      right: () => 'manageApps',
      isDone: (situation) =>
        situation.state.consents.some(
          (consent) =>
            consent.appId === find(situation)?.clientId &&
            scopes.some((scope) => consent.scopes.includes(scope)),
        ),
      isPassing: true,
    },
    {
      id: 'id-token',
      title: () => 'See the id_token arrive with the access token',
      hint: (context) =>
        openingAgainHint(
          context,
          find,
          sentence`It is in the answer to ${label('Exchange the code for a token')} in the pane ${label('Flow')}. When it is not there, open the app again. `,
        ),
      acts: (context) => [...askFor(context.app.source, scopes), ...openingAgain(context, find)],
      right: (situation) => rightToOpen(situation, find),
      see: (exchange, situation) => {
        const app = find(situation)
        return app && hasIdToken(exchange) ? appMark(app.clientId) : undefined
      },
    },
    {
      id: 'public-key',
      title: () => 'Fetch the public key that proves its signature',
      hint: () =>
        sentence`In the pane ${label('Browser')} type ${code(keyPath)} into the address bar and press Enter. An app checks the signature of each id_token with this key.`,
      acts: () => [{ kind: 'visit', url: keyPath }],
      see: ({ request, response }, situation) => {
        const app = find(situation)
        const isKey = new URL(request.url).pathname === keyPath && response?.status === 200
        return app && isKey ? appMark(app.clientId) : undefined
      },
    },
  ],
}
