import type { Scenario } from '../../../pim/index.ts'
import { ownerOf } from '../../widgets/catalog-owner.ts'
import { catalogNeed, connectionNeed, customAppNeed, type Need } from '../../widgets/needs.ts'
import { procedures } from '../../widgets/procedures.ts'
import type { WorkbenchLayout } from '../layout.ts'

/** A thing of the playground that an anchor of its page stands for. */
export interface Landmark {
  /** What is said when it is reached. */
  readonly says: string
  /** What the PIM must have before there is such a thing. */
  readonly need?: Need
  /** The screen of the PIM that shows it, or the start of the app that leads there; else it is a part of the workbench. */
  readonly shownBy?: ((state: Scenario) => string) | 'app'
  readonly layout: Partial<WorkbenchLayout>
  /** Whether each hop is held from now on. */
  readonly holdsHops?: true
  /** Finds the very thing in the page: what is in sight of it. */
  readonly selector: string
}

const layout = { pane: 'browser' } as const
const heading = '#pane-browser .page h1'
const form = '#pane-browser .page form'

/** The landmarks by their anchors. Most show what a widget of the articles shows, and begin where it does. */
export const landmarks: Readonly<Record<string, Landmark>> = {
  'connection-form': {
    says: 'Here is the form of a new connection',
    shownBy: procedures['connection-form'].start,
    layout,
    selector: `${form} input`,
  },
  'flow-type': {
    says: 'Here is the flow type of a new connection',
    shownBy: procedures['connection-form'].start,
    layout,
    selector: `${form} select`,
  },
  credentials: {
    says: 'Here are the credentials of a connection',
    need: connectionNeed,
    shownBy: procedures['credentials-panel'].start,
    layout,
    selector: '#pane-browser section[aria-label="Credentials"]',
  },
  roles: {
    says: 'Here are the permissions of your role',
    shownBy: procedures['role-permissions'].start,
    layout,
    selector: heading,
  },
  'app-store': {
    says: 'Here is the App Store',
    shownBy: () => '/connect/app-store',
    layout,
    selector: heading,
  },
  'custom-app': {
    says: 'Here is the form of a new custom app',
    shownBy: procedures['custom-app-wizard'].start,
    layout,
    selector: `${form} input`,
  },
  activation: {
    says: 'Here is the wizard in which somebody connects an app',
    need: customAppNeed,
    shownBy: 'app',
    layout,
    selector: heading,
  },
  oauth: {
    says: 'Here is the flow, step by step: every request waits until you send it',
    layout: { pane: 'flow', view: 'exchanges' },
    holdsHops: true,
    selector: '#pane-flow',
  },
  'token-lab': {
    says: 'Here is the token lab',
    layout: { pane: 'flow', view: 'tokens' },
    selector: '#pane-flow form[aria-label="Token lab"]',
  },
  'api-explorer': {
    says: 'Here is the API explorer',
    layout: { pane: 'flow', view: 'api' },
    selector: '#pane-flow .explorer',
  },
  'data-flows': {
    says: 'Here is the page Data flows',
    shownBy: procedures['data-flows'].start,
    layout,
    selector: heading,
  },
  'catalog-builder': {
    says: 'Here is the catalog of an app',
    need: catalogNeed,
    shownBy: lastCatalog,
    layout,
    selector: heading,
  },
}

function lastCatalog(state: Scenario): string {
  const id = state.catalogs.at(-1)?.id ?? ''
  return `/connect/connected-apps/${ownerOf(state, id)?.connectionCode ?? ''}/catalogs/${id}`
}
