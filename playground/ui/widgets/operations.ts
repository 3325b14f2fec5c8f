import { computeChallenge } from '../../flow/compute-challenge.ts'
import type { BrowserPim } from '../../hosts/browser/index.ts'
import type { Answer, Refusal } from '../pim/api/call.ts'
import type { AppCredentials } from '../pim/api/custom-apps.ts'
import { createScreensApi } from '../pim/api/screens-api.ts'

/** What an operation needs of a PIM. */
export type PimDoor = Pick<BrowserPim, 'url' | 'fetch' | 'navigate'>

/** Where the app of the reader listens, in the playground as well. */
const appUrl = 'http://localhost:8000'
const appName = 'Lantern Feeds'

/** What an app may ask for to read products and to make catalogs of its own (contract G.1). */
export const catalogScopes =
  'read_products read_categories read_catalog_structure read_channel_localization read_catalogs write_catalogs'

/** The PIM did not do what was asked of it. The message says what and why. */
export class OperationRefusedError extends Error {
  override readonly name = 'OperationRefusedError'
}

/** Creates a connection as the form does (contract B.2). Throws `OperationRefusedError`. */
export async function makeConnection(pim: PimDoor) {
  const { connections } = createScreensApi(pim.fetch)
  const draft = { code: 'larch_shop', label: 'Larch Shop', flowType: 'data_destination' } as const
  return taken('create a connection', await connections.create(draft))
}

/** Declares a custom app as the form does (contract D.3). Throws `OperationRefusedError`. */
export async function declareApp(pim: PimDoor): Promise<AppCredentials> {
  const { customApps } = createScreensApi(pim.fetch)
  const draft = {
    name: appName,
    activateUrl: `${appUrl}/activate`,
    callbackUrl: `${appUrl}/callback`,
  }
  return taken('create a custom app', await customApps.create(draft))
}

/** Where the PIM sends the browser: to one of its screens, or, when nothing is new, straight to the app. */
export interface AccessTarget {
  readonly url: string
  /** What stands behind the `#` when the address is a screen of the PIM. */
  readonly screen: string | undefined
}

/** Asks for access as an app does (contract E.2). Throws `OperationRefusedError`. */
export async function requestAccess(
  pim: PimDoor,
  clientId: string,
  scope: string,
): Promise<AccessTarget> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    scope,
    state: 'lantern',
  })
  const response = await pim.navigate(
    new Request(`${pim.url}/connect/apps/v1/authorize?${query}`, { redirect: 'manual' }),
  )
  const location = response.headers.get('location')
  if (location === null) throw new OperationRefusedError('The PIM did not open the wizard')
  const { href, origin, hash } = new URL(location, pim.url)
  return { url: href, screen: origin === pim.url ? hash.slice(1) : undefined }
}

/** Declares an app and goes the whole way to its token (contract E, F). Throws `OperationRefusedError`. */
export async function connectApp(pim: PimDoor, scope = catalogScopes) {
  const credentials = await declareApp(pim)
  await requestAccess(pim, credentials.clientId, scope)
  const { apps } = createScreensApi(pim.fetch)
  const confirmed = taken('connect the app', await apps.confirmAuthorization(credentials.clientId))
  const code = new URL(confirmed.redirectUrl).searchParams.get('code') ?? ''
  const token = await redeemCode(pim, credentials, code)
  return { ...credentials, token }
}

/** The code of the connection that a connected app has. Throws `OperationRefusedError`. */
export async function connectionOf(pim: PimDoor, clientId: string): Promise<string> {
  const { apps } = createScreensApi(pim.fetch)
  const all = taken('list the connected apps', await apps.listConnected())
  return all.find(({ id }) => id === clientId)?.connectionCode ?? ''
}

/** Tracks a connected app as a destination of data, as its settings do (contract H.1). */
export async function trackApp(pim: PimDoor, connectionCode: string): Promise<void> {
  const { apps } = createScreensApi(pim.fetch)
  const settings = { flowType: 'data_destination', auditable: true } as const
  taken('track the app', await apps.saveMonitoring(connectionCode, settings))
}

/** Lets an app make a catalog (contract J.1). Throws `OperationRefusedError`. */
export async function makeCatalog(pim: PimDoor, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ name: 'Store locator' })
  const address = `${pim.url}/api/rest/v1/catalogs`
  const response = await pim.navigate(new Request(address, { method: 'POST', headers, body }))
  if (!response.ok) throw new OperationRefusedError(refusalText('make a catalog', response.status))
}

async function redeemCode(
  pim: PimDoor,
  { clientId, clientSecret }: AppCredentials,
  code: string,
): Promise<string> {
  const identifier = 'a-random-text-of-the-app'
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clientId,
    code,
    code_identifier: identifier,
    code_challenge: computeChallenge(identifier, clientSecret),
  })
  const address = `${pim.url}/connect/apps/v1/oauth2/token`
  const response = await pim.navigate(new Request(address, { method: 'POST', body }))
  const answer = (await response.json()) as { access_token?: string }
  if (answer.access_token === undefined) {
    throw new OperationRefusedError(refusalText('give the app a token', response.status))
  }
  return answer.access_token
}

function taken<T>(what: string, answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new OperationRefusedError(refusalText(what, answer.status, answer))
}

function refusalText(what: string, status: number, { reason }: Partial<Refusal> = {}): string {
  const why = reason === 'forbidden' ? ': your role lacks the permission' : ''
  return `The PIM did not ${what} (status ${status})${why}`
}
