import type { Scenario } from '../../pim/index.ts'
import { connectedAppNeed, connectionNeed, errorsNeed, weekNeed, type Need } from './needs.ts'

/** A procedure on the PIM's screens: where it begins, what it needs, and which screens belong to it. */
export interface Procedure {
  /** What it is about, as in `connections`. */
  readonly about: string
  readonly need?: Need
  start(state: Scenario): string
  /** How the addresses of its screens begin. */
  readonly within: readonly string[]
  /** The button that begins it anew. */
  readonly again?: string
  /** The heading of the part of its first screen that matters. */
  readonly part?: string
}

const connections = '/connect/connection-settings'
const connectedApps = '/connect/connected-apps'

/** The procedures that need nothing but the screens, by the name of their widget. */
export const procedures = {
  'connection-form': {
    about: 'connections',
    start: () => `${connections}/create`,
    within: [connections],
    again: 'New connection',
  },
  'credentials-panel': {
    about: 'credentials of a connection',
    need: connectionNeed,
    start: (state) => `${connections}/${lastConnection(state)}/edit`,
    within: [connections],
    part: 'Credentials',
  },
  'credentials-panel-app': {
    about: 'credentials of an app',
    need: connectedAppNeed,
    start: (state) => `${connectedApps}/${lastApp(state)}`,
    within: [connectedApps],
    part: 'Credentials',
  },
  'role-permissions': {
    about: 'permissions of a role',
    start: (state) => `/system/roles/${roleOf(state, state.session)}`,
    within: ['/system/roles'],
  },
  'custom-app-wizard': {
    about: 'a custom app',
    start: () => '/connect/custom-apps/create',
    within: ['/connect/custom-apps', '/connect/app-store'],
    again: 'New custom app',
  },
  'data-flows': {
    about: 'Data flows',
    need: weekNeed,
    start: () => '/connect/data-flows',
    within: ['/connect/data-flows'],
  },
  'error-monitor': {
    about: 'errors of a connection',
    need: errorsNeed,
    start: (state) => `${connections}/${troubledConnection(state)}/monitoring`,
    within: [connections, connectedApps],
  },
  'connected-app-manager': {
    about: 'connected apps',
    need: connectedAppNeed,
    start: () => connectedApps,
    within: [connectedApps],
  },
} as const satisfies Readonly<Record<string, Procedure>>

/** The connection made last, of those that people make. */
function lastConnection({ connections: all }: Scenario): string {
  return all.findLast(({ type }) => type === 'default')?.code ?? ''
}

function lastApp({ connectedApps: all }: Scenario): string {
  return all.at(-1)?.connectionCode ?? ''
}

export function roleOf({ users }: Scenario, username: string): string {
  return users.find((user) => user.username === username)?.roleId ?? ''
}

/** The connection with the most errors that are kept. */
function troubledConnection({ businessErrors, connections: all }: Scenario): string {
  const counts = new Map<string, number>()
  for (const { connectionCode: code } of businessErrors) {
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const [worst] = [...counts].toSorted(([, one], [, other]) => other - one)
  return worst?.[0] ?? all[0]?.code ?? ''
}
