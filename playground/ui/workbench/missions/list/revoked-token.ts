import { label, sentence } from '../../describe-step.ts'
import { press, startFromHere } from '../act.ts'
import { appMark, revokedMark } from '../marks.ts'
import type { Mission, Situation } from '../mission.ts'
import { connectedAs, readProductCall, subjectApp } from '../read-situation.ts'
import {
  credentialsStep,
  opening,
  openingAgain,
  openingAgainHint,
  openingHint,
  rightToOpen,
  runStep,
} from './app-steps.ts'

const list = '/connect/connected-apps'

function find(situation: Situation) {
  return subjectApp(situation)
}

function isRevoked({ state, run }: Situation): boolean {
  return state.revokedAppTokens.some(({ token }) => !run.start.includes(revokedMark(token)))
}

function connection(situation: Situation) {
  return connectedAs(situation.state, find(situation)?.clientId)
}

/** "Recover from a revoked token". */
export const revokedToken: Mission = {
  id: 'revoked-token',
  title: 'Recover from a revoked token',
  intro:
    'Somebody disconnected the app. It still holds its token, and must notice that it is worth nothing.',
  scenario: 'revoked-token',
  client: 'app',
  steps: [
    {
      id: 'disconnect',
      title: () => 'Disconnect the app, as an administrator would',
      hint: ({ words }) =>
        sentence`Open ${label(words.menu.connectedApps)}, press ${label(words.connectedApps.manage)} on its card, and under ${label('Other actions')} choose ${label('Delete')}. Or press ${label('Start from here')}.`,
      acts: (context) => {
        const { connected } = connection(context)
        if (!connected) return [startFromHere]
        const page = `${list}/${connected.connectionCode}`
        const via = ['Connect', context.words.menu.connectedApps]
        return [
          { kind: 'screen', address: list, via },
          press('browser', context.words.connectedApps.manage, {
            within: connected.name,
            at: list,
          }),
          { kind: 'screen', address: `${page}/delete`, via: ['Other actions', 'Delete'] },
          press('browser', 'Delete', { at: `${page}/delete` }),
        ]
      },
      right: () => 'manageApps',
      isDone: isRevoked,
    },
    {
      id: 'refusal',
      title: () => 'Call the API with the old token, and read the refusal',
      hint: () =>
        sentence`Press ${label('Call with the old token')} below. The PIM answers with status 401 and says why.`,
      acts: () => [press('guide', 'Call with the old token')],
      see: (exchange, { state }) => {
        const call = readProductCall(exchange)
        const isOld = state.revokedAppTokens.some(({ token }) => token === call?.token)
        return call?.status === 401 && isOld ? revokedMark(call.token) : undefined
      },
    },
    credentialsStep(find),
    runStep(find),
    {
      id: 'connect',
      title: () => 'Connect the app again',
      hint: (context) => [
        ...openingHint(context, find),
        ...sentence` Then tick the consent and press ${label('Confirm')}.`,
      ],
      acts: (context) => [...opening(context, find), { kind: 'wizard' }],
      right: () => 'manageApps',
      isDone: (situation) => isRevoked(situation) && connection(situation).connected !== undefined,
    },
    {
      id: 'token',
      title: () => 'Let it earn a new token',
      hint: (context) =>
        openingAgainHint(
          context,
          find,
          sentence`The app exchanges its code by itself. When that went wrong, open the app again. `,
        ),
      acts: (context) => openingAgain(context, find),
      right: (situation) => rightToOpen(situation, find),
      isDone: (situation) => isRevoked(situation) && connection(situation).tokens.length > 0,
    },
    {
      id: 'products',
      title: () => 'List products with the new token',
      hint: () => sentence`Press ${label('Call with the new token')} below.`,
      acts: () => [press('guide', 'Call with the new token')],
      see: (exchange, situation) => {
        const call = readProductCall(exchange)
        const app = find(situation)
        const isNew = connection(situation).tokens.some(({ token }) => token === call?.token)
        return app && isNew && call?.status === 200 ? appMark(app.clientId) : undefined
      },
    },
  ],
}
