import { label, sentence } from '../../describe-step.ts'
import type { Mission } from '../mission.ts'
import { connectedAs, newSubjectApp } from '../read-situation.ts'
import {
  agreeing,
  agreeingHint,
  credentialsStep,
  declareStep,
  opening,
  openingAgain,
  openingAgainHint,
  openingHint,
  rightToOpen,
  runStep,
} from './app-steps.ts'

/** "Get your first app token". */
export const firstToken: Mission = {
  id: 'first-token',
  title: 'Get your first app token',
  intro:
    'Connect an app of your own: the PIM sends the browser to the app, the app asks, you agree, and a code becomes a token.',
  scenario: 'fresh-pim',
  steps: [
    declareStep(newSubjectApp),
    credentialsStep(newSubjectApp),
    runStep(newSubjectApp),
    {
      id: 'connect',
      title: () => 'Connect it from the PIM',
      hint: (context) => openingHint(context, newSubjectApp),
      acts: (context) => opening(context, newSubjectApp),
      right: (situation) => rightToOpen(situation, newSubjectApp),
      isDone: (situation) =>
        connectedAs(situation.state, newSubjectApp(situation)?.clientId).request !== undefined,
      isPassing: true,
    },
    {
      id: 'confirm',
      title: () => 'Read what the app wants, and agree',
      hint: (context) =>
        agreeingHint(
          context,
          newSubjectApp,
          sentence`The wizard lists what the app asks for. Tick the consent and press ${label('Confirm')}.`,
        ),
      acts: (context) => agreeing(context, newSubjectApp),
      right: () => 'manageApps',
      isDone: (situation) =>
        connectedAs(situation.state, newSubjectApp(situation)?.clientId).connected !== undefined,
    },
    {
      id: 'token',
      title: () => 'Let the app exchange its code for a token',
      hint: (context) =>
        openingAgainHint(
          context,
          newSubjectApp,
          sentence`The app does it by itself when the browser brings the code to its callback. When that went wrong, open the app again. `,
        ),
      acts: (context) => openingAgain(context, newSubjectApp),
      right: (situation) => rightToOpen(situation, newSubjectApp),
      isDone: (situation) =>
        connectedAs(situation.state, newSubjectApp(situation)?.clientId).tokens.length > 0,
    },
  ],
}
