import { code, label, sentence } from '../../describe-step.ts'
import { startFromHere } from '../act.ts'
import { scopeMark } from '../marks.ts'
import type { Mission, Situation, StepContext } from '../mission.ts'
import { connectedAs, subjectApp } from '../read-situation.ts'
import {
  agreeing,
  agreeingHint,
  askFor,
  credentialsStep,
  opening,
  openingAgain,
  openingAgainHint,
  openingHint,
  rightToOpen,
  runStep,
} from './app-steps.ts'

const further = 'read_categories'

function find(situation: Situation) {
  const { connectedApps } = situation.state
  return (
    subjectApp(situation, (clientId) => connectedApps.some(({ id }) => id === clientId)) ??
    subjectApp(situation)
  )
}

function connection(situation: Situation) {
  const clientId = find(situation)?.clientId
  const known = connectedAs(situation.state, clientId)
  const isNew = (scope: string) =>
    clientId !== undefined && !situation.run.start.includes(scopeMark(clientId, scope))
  return { ...known, isNew }
}

/** The scopes that the source of the app asks for beyond those granted at the start. */
function asksForMore(context: StepContext): boolean {
  const asked = /scope: '([^']*)'/.exec(context.app.source)?.[1]?.split(' ') ?? []
  return asked.some(connection(context).isNew)
}

/** "Upgrade the scopes". */
export const upgradeScopes: Mission = {
  id: 'upgrade-scopes',
  title: 'Upgrade the scopes',
  intro:
    'A connected app wants to do more than it may. It asks again, and the PIM shows what is new.',
  scenario: 'app-connected',
  steps: [
    {
      id: 'connected',
      title: () => 'Have an app that is connected',
      hint: (context) => [
        ...sentence`Press ${label('Start from here')} above, or connect an app of your own with the mission “Get your first app token”. `,
        ...openingHint(context, find),
      ],
      acts: (context) =>
        find(context) ? [...opening(context, find), { kind: 'wizard' }] : [startFromHere],
      right: (situation) => rightToOpen(situation, find),
      isDone: (situation) => connection(situation).connected !== undefined,
    },
    credentialsStep(find),
    runStep(find),
    {
      id: 'ask',
      title: () => 'Let the app ask for more',
      hint: (context) =>
        asksForMore(context)
          ? [
              ...sentence`The source of the app already asks for more than it was granted. `,
              ...openingHint(context, find),
            ]
          : [
              ...sentence`In the pane ${label('Your app')}, tab ${label('Activation')}, add ${code(further)} to the scopes after ${code('scope:')} and press ${label('Restart')}. `,
              ...openingHint(context, find),
            ],
      acts: (context) => [
        ...(asksForMore(context) ? [] : askFor(context.app.source, [further])),
        ...opening(context, find),
      ],
      right: () => 'manageApps',
      isDone: (situation) => {
        const { request, isNew } = connection(situation)
        return request?.authorizationScopes.some(isNew) ?? false
      },
      isPassing: true,
    },
    {
      id: 'confirm',
      title: () => 'Look at what is new, and agree',
      hint: (context) =>
        agreeingHint(
          context,
          find,
          sentence`In the wizard the badge ${label('New')} marks what the app may not do yet. Press ${label('Confirm')}.`,
        ),
      acts: (context) => agreeing(context, find),
      right: () => 'manageApps',
      isDone: (situation) => {
        const { connected, isNew } = connection(situation)
        return connected?.scopes.some(isNew) ?? false
      },
    },
    {
      id: 'token',
      title: () => 'See the app get a token for the new scopes',
      hint: (context) =>
        openingAgainHint(
          context,
          find,
          sentence`The app exchanges its new code by itself: the old token is replaced. When that went wrong, open the app again. `,
        ),
      acts: (context) => openingAgain(context, find),
      right: (situation) => rightToOpen(situation, find),
      isDone: (situation) => {
        const { tokens, isNew } = connection(situation)
        return tokens.some(({ scope }) => scope?.split(' ').some(isNew))
      },
    },
  ],
}
