import { code, label, sentence, type StepPart } from '../../describe-step.ts'
import { fill, press, type Act } from '../act.ts'
import type { PimState, Right, Situation, StateStep, StepContext } from '../mission.ts'
import { connectedAs, holdsCredentials } from '../read-situation.ts'

const store = '/connect/app-store'
/** Test apps, as custom apps were called first, had another address. */
const form = ['/connect/custom-apps/create', '/connect/app-store/test-apps/create']

type Find = (situation: Situation) => PimState['customApps'][number] | undefined

/** The App Store of the PIM. */
function toStore({ words }: Pick<StepContext, 'words'>): Act {
  return { kind: 'screen', address: store, via: ['Connect', words.menu.appStore] }
}

/** Connects an app for the first time, or opens it when it is connected: both begin at the app's activate url. */
export function opening(context: StepContext, find: Find): Act[] {
  const { state, words } = context
  const app = find(context)
  if (!app) return []
  const { connected } = connectedAs(state, app.clientId)
  if (!connected)
    return [toStore(context), press('browser', 'Connect', { within: app.name, at: store })]
  const address = '/connect/connected-apps'
  return [
    { kind: 'screen', address, via: ['Connect', words.menu.connectedApps] },
    press('browser', words.connectedApps.open, { within: app.name, at: address }),
  ]
}

/** What it takes to open the app so. */
export function rightToOpen(situation: Situation, find: Find): Right {
  const { connected } = connectedAs(situation.state, find(situation)?.clientId)
  return connected ? 'openApps' : 'manageApps'
}

/** Where to press so that the app is opened, in words. */
export function openingHint(context: StepContext, find: Find) {
  const { words } = context
  const app = find(context)
  const isConnected = connectedAs(context.state, app?.clientId).connected !== undefined
  return isConnected
    ? sentence`In the PIM open ${label(words.menu.connectedApps)} and press ${label(words.connectedApps.open)} on the card of ${label(app?.name ?? '')}.`
    : sentence`In the PIM open ${label(words.menu.appStore)} and press ${label('Connect')} on the card of ${label(app?.name ?? 'your app')}.`
}

/** Opens the app once more after something went wrong: first it gets what it lacks. */
export function openingAgain(context: StepContext, find: Find): Act[] {
  const lacks = whatIsLacking(context, find)
  return [
    ...(lacks === 'credentials' ? takeActs : []),
    ...(lacks === undefined ? [] : [runAct]),
    ...opening(context, find),
  ]
}

/** The same in words; `otherwise` is said first where the app lacks nothing. */
export function openingAgainHint(context: StepContext, find: Find, otherwise: StepPart[]) {
  const lack = {
    credentials: sentence`Your app does not have the credentials that the PIM knows: in the pane ${label('Your app')} press ${label('Take from the PIM')}, then ${label('Restart')}. `,
    running: sentence`Your app is not running: in the pane ${label('Your app')} press ${label('Run')}. `,
  }
  const lacks = whatIsLacking(context, find)
  return [...(lacks ? lack[lacks] : otherwise), ...openingHint(context, find)]
}

/** Goes through the wizard; where its tab was closed or led elsewhere, the app is opened again first. */
export function agreeing(context: StepContext, find: Find): Act[] {
  return [...(context.isWizardOpen ? [] : openingAgain(context, find)), { kind: 'wizard' }]
}

/** The same in words; `agree` is what there is to do in the wizard. */
export function agreeingHint(context: StepContext, find: Find, agree: StepPart[]) {
  if (context.isWizardOpen) return agree
  const closed = sentence`The wizard is no longer open. `
  return [...openingAgainHint(context, find, closed), ...sentence` `, ...agree]
}

function whatIsLacking(context: StepContext, find: Find): 'credentials' | 'running' | undefined {
  if (!holdsCredentials(context, find(context))) return 'credentials'
  return context.app.isRunning ? undefined : 'running'
}

/** The step "declare the app in the PIM". */
export function declareStep(find: Find): StateStep {
  return {
    id: 'declare',
    title: ({ words }) => `Declare your app in the ${words.menu.appStore}`,
    hint: ({ words, app }) =>
      sentence`Open ${label('Connect')} › ${label(words.menu.appStore)} and press ${label(words.customApps.createButton)}. Activate url: ${code(`${app.url}/activate`)}, callback url: ${code(`${app.url}/callback`)}. Press ${label('Create')}, then ${label('Done')}.`,
    acts: (context) => [
      toStore(context),
      press('browser', context.words.customApps.createButton, { at: store }),
      fill('browser', 'Name (required)', 'Harbour Sync', form),
      fill('browser', 'Activate url (required)', `${context.app.url}/activate`, form),
      fill('browser', 'Callback url (required)', `${context.app.url}/callback`, form),
      press('browser', 'Create', { at: form }),
      press('browser', 'Done', { at: form }),
    ],
    right: () => 'manageCustomApps',
    isDone: (situation) => find(situation) !== undefined,
  }
}

const takeActs: readonly Act[] = [
  press('app', 'Take from the PIM'),
  {
    kind: 'press',
    control: { pane: 'app', role: 'button', names: ['Make a new secret'] },
    isOptional: true,
  },
]

/** The step "give the app its credentials". */
export function credentialsStep(find: Find): StateStep {
  return {
    id: 'credentials',
    title: () => 'Give your app its credentials',
    hint: () =>
      sentence`In the pane ${label('Your app')} press ${label('Take from the PIM')}. Where the PIM no longer shows the secret, press ${label('Make a new secret')}.`,
    acts: () => takeActs,
    right: () => 'manageCustomApps',
    isDone: (situation) => {
      const app = find(situation)
      return app !== undefined && holdsCredentials(situation, app)
    },
    isPassing: true,
  }
}

/** The step "run the app". */
export function runStep(find: Find): StateStep {
  return {
    id: 'run',
    title: () => 'Run your app',
    hint: ({ app }) =>
      sentence`In the pane ${label('Your app')} press ${label('Run')}. It then listens on ${code(app.url)}.`,
    acts: () => [runAct],
    isDone: (situation) => situation.app.isRunning && holdsCredentials(situation, find(situation)),
    isPassing: true,
  }
}

export const runAct: Act = {
  kind: 'press',
  control: { pane: 'app', role: 'button', names: ['Run', 'Restart'] },
}

/** What replaces the scopes in the source of the reader's app, which asks for them in one text. */
export function askFor(source: string, scopes: readonly string[]): Act[] {
  const asked = /scope: '([^']*)'/.exec(source)
  if (!asked?.[1]) return []
  const missing = scopes.filter((scope) => !asked[1]?.split(' ').includes(scope))
  if (missing.length === 0) return []
  const by = `scope: '${[asked[1], ...missing].join(' ')}'`
  return [{ kind: 'edit', replace: asked[0], by }, runAct]
}
