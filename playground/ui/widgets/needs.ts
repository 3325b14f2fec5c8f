import { namedScenarios, type Scenario } from '../../pim/index.ts'
import {
  catalogScopes,
  connectApp,
  connectionOf,
  declareApp,
  makeCatalog,
  makeConnection,
  OperationRefusedError,
  trackApp,
  type PimDoor,
} from './operations.ts'

/** What a widget needs to be in the PIM before it can show anything. */
export interface Need {
  isMet(state: Scenario): boolean
  /** What is missing, in a sentence. */
  readonly missing: string
  /** What is done about it, and what that changes. */
  readonly remedy: string
  readonly button: string
  /** Meeting it puts another state in the place of the reader's own, which can be had back. */
  readonly isBorrowed?: true
  /** Throws `OperationRefusedError`. */
  meet(pim: PimDoor, state: Scenario): Promise<void>
}

export const connectionNeed: Need = {
  isMet: ({ connections }) => connections.some(({ type }) => type === 'default'),
  missing: 'Your PIM has no connection yet.',
  remedy: 'One press creates the connection “Larch Shop”, as the form does.',
  button: 'Create a connection',
  meet: async (pim) => void (await makeConnection(pim)),
}

export const customAppNeed: Need = {
  isMet: ({ customApps }) => customApps.length > 0,
  missing: 'Your PIM has no custom app yet.',
  remedy: 'One press declares the custom app “Lantern Feeds”, as the form does.',
  button: 'Create a custom app',
  meet: async (pim) => void (await declareApp(pim)),
}

export const connectedAppNeed: Need = {
  isMet: ({ connectedApps }) => connectedApps.length > 0,
  missing: 'No app is connected to your PIM yet.',
  remedy: 'One press declares the custom app “Lantern Feeds” and connects it, up to its token.',
  button: 'Connect an app',
  meet: async (pim) => void (await connectApp(pim)),
}

export const catalogNeed: Need = {
  isMet: ({ catalogs }) => catalogs.length > 0,
  missing: 'No app has made a catalog in your PIM yet.',
  remedy:
    'One press connects the custom app “Lantern Feeds”, unless an app may write catalogs already, and lets it make the catalog “Store locator”.',
  button: 'Make a catalog',
  async meet(pim, state) {
    const token =
      tokenWithScope(state, 'write_catalogs') ?? (await connectApp(pim, catalogScopes)).token
    await makeCatalog(pim, token)
  },
}

export const trackedAppNeed: Need = {
  isMet: (state) => trackedApp(state) !== undefined,
  missing: 'Data flows counts for no app of your PIM yet.',
  remedy:
    'One press takes your connected app, or connects the custom app “Lantern Feeds”, and tracks it as a destination of data.',
  button: 'Track an app',
  async meet(pim, state) {
    const known = state.connectedApps.at(-1)
    if (known) return trackApp(pim, known.connectionCode)
    const { clientId } = await connectApp(pim)
    await trackApp(pim, await connectionOf(pim, clientId))
  },
}

/** The connected app made last that Data flows counts for. */
export function trackedApp({ connectedApps, connections }: Scenario) {
  const tracked = trackedCodes(connections)
  return connectedApps.findLast(({ connectionCode }) => tracked.has(connectionCode))
}

/** A week of numbers takes a week: it comes with a whole scenario, which takes the place of the reader's state. */
export const weekNeed: Need = {
  isMet: ({ eventCounts, connections }) => {
    const tracked = trackedCodes(connections)
    return eventCounts.some(({ connectionCode }) => tracked.has(connectionCode))
  },
  missing: 'Your PIM has counted nothing yet: a week of numbers takes a week.',
  remedy:
    'One press loads the scenario “Dashboard with a busy week” in place of your PIM. You can have your own back at any time.',
  button: 'Load a busy week',
  isBorrowed: true,
  meet: (pim) => loadScenario(pim, 'busy-week'),
}

/** Errors come of products that somebody sent wrong: the same scenario has some. */
export const errorsNeed: Need = {
  ...weekNeed,
  isMet: ({ businessErrors }) => businessErrors.length > 0,
  missing: 'No product was refused in your PIM in the last seven days: there is no error to read.',
}

/** Puts a scenario of the gallery in the place of the state. */
export async function loadScenario(pim: PimDoor, id: string): Promise<void> {
  const scenario = await namedScenarios.find((each) => each.id === id)?.load()
  if (!scenario) throw new RangeError(`There is no scenario "${id}"`)
  await replaceState(pim, scenario)
}

export async function replaceState(pim: PimDoor, scenario: Scenario): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(scenario)
  const address = `${pim.url}/_control/scenario`
  const response = await pim.navigate(new Request(address, { method: 'PUT', headers, body }))
  if (!response.ok) {
    throw new OperationRefusedError(`The PIM did not take the state (status ${response.status})`)
  }
}

/** The newest token of a connected app that was granted a scope. */
export function tokenWithScope(state: Scenario, scope: string): string | undefined {
  const apps = new Set(state.connectedApps.map(({ id }) => id))
  return state.accessTokens.findLast(
    (token) => apps.has(token.clientId) && (token.scope ?? '').split(' ').includes(scope),
  )?.token
}

function trackedCodes(connections: Scenario['connections']): Set<string> {
  return new Set(connections.filter(({ auditable }) => auditable).map(({ code }) => code))
}
