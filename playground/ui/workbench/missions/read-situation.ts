import { headerOf, type Exchange } from '../../../flow/exchange.ts'
import { appMark, connectionMark, tokenMark } from './marks.ts'
import type { PimState, Situation } from './mission.ts'

/** The connections that the reader made since the start of the run, oldest first. */
export function newConnections({ state, run }: Pick<Situation, 'state' | 'run'>) {
  return state.connections.filter(
    (connection) =>
      connection.type === 'default' && !run.start.includes(connectionMark(connection)),
  )
}

/** The tokens of connections that were issued since the start of the run, oldest first. */
export function connectionTokens({ state, run }: Pick<Situation, 'state' | 'run'>) {
  return state.accessTokens.flatMap(({ token, clientId }) => {
    const connection = state.connections.find((each) => each.clientId === clientId)
    const isNew = !run.start.includes(tokenMark(token))
    return connection?.type === 'default' && isNew ? [{ token, connection }] : []
  })
}

type WithApp = Pick<Situation, 'state' | 'app'>

/** The custom app that a mission is about: the one that the reader's app stands for, else the newest. */
export function subjectApp({ state, app }: WithApp, isMeant = (_clientId: string) => true) {
  const own = state.customApps.filter(
    ({ activateUrl, clientId }) => activateUrl.startsWith(`${app.url}/`) && isMeant(clientId),
  )
  return own.find(({ clientId }) => clientId === app.clientId) ?? own.at(-1)
}

/** The same, but only one that was declared since the start of the run. */
export function newSubjectApp(situation: Situation) {
  return subjectApp(situation, (clientId) => !situation.run.start.includes(appMark(clientId)))
}

/** What the PIM holds for a client that was connected, or is about to be. */
export function connectedAs(state: PimState, clientId: string | undefined) {
  return {
    connected: state.connectedApps.find(({ id }) => id === clientId),
    tokens: state.accessTokens.filter((token) => token.clientId === clientId),
    request: state.authorizationRequests.find((request) => request.clientId === clientId),
  }
}

/** Whether the reader's app holds the credentials of this declared app. */
export function holdsCredentials(
  { app }: Pick<Situation, 'app'>,
  declared: PimState['customApps'][number] | undefined,
): boolean {
  return app.clientId === declared?.clientId && app.clientSecret === declared.clientSecret
}

/** The token that a list of products was asked for with, and how that was answered; undefined for anything else. */
export function readProductCall({ request, response, part }: Exchange) {
  if (!response || part !== 'flow' || request.method !== 'GET') return undefined
  if (!/^\/api\/rest\/v1\/products(-uuid)?$/.test(new URL(request.url).pathname)) return undefined
  const token = /^Bearer (.+)$/.exec(headerOf(request, 'authorization') ?? '')?.[1]
  return token === undefined ? undefined : { token, status: response.status }
}
