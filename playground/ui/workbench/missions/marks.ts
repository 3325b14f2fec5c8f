import { defaultScenario } from '../../../pim/index.ts'
import type { PimState } from './mission.ts'

type Connection = PimState['connections'][number]

/** Tells a connection from any other, also from one of the same code that was there before. */
export function connectionMark({ code, createdAt }: Connection): string {
  return `connection:${code}:${createdAt}`
}

export function appMark(clientId: string): string {
  return `app:${clientId}`
}

/** The end of a token: enough to know it again, too little to use it. */
export function tokenMark(token: string): string {
  return `token:${token.slice(-8)}`
}

export function revokedMark(token: string): string {
  return `revoked:${token.slice(-8)}`
}

export function scopeMark(clientId: string, scope: string): string {
  return `scope:${clientId}:${scope}`
}

export function consentMark(username: string, appId: string, scopes: readonly string[]): string {
  return `consent:${username}:${appId}:${scopes.toSorted().join(' ')}`
}

/** A mark for each thing in the state that a mission can be about. No mark holds a secret. */
export function marksOf(state: PimState): string[] {
  return [
    ...state.connections.map(connectionMark),
    ...state.customApps.map(({ clientId }) => appMark(clientId)),
    ...state.accessTokens.map(({ token }) => tokenMark(token)),
    ...state.revokedAppTokens.map(({ token }) => revokedMark(token)),
    ...state.consents.map(({ username, appId, scopes }) => consentMark(username, appId, scopes)),
    ...scopeMarks(state),
  ]
}

/**
 * What does not count when a mission is begun for the first time: what every PIM here begins with, and the scopes that
 * are granted. All else that the reader has made already counts.
 */
export function firstMarks(state: PimState): string[] {
  return [...new Set([...marksOf(defaultScenario), ...scopeMarks(state)])]
}

function scopeMarks({ connectedApps }: PimState): string[] {
  return connectedApps.flatMap(({ id, scopes }) => scopes.map((scope) => scopeMark(id, scope)))
}

/** The run with the scopes of apps that were connected since: what an app gets first is no upgrade. */
export function adoptScopes<Run extends { readonly start: readonly string[] }>(
  run: Run,
  state: PimState,
): Run {
  const adopted = state.connectedApps
    .filter(({ id }) => !run.start.some((mark) => mark.startsWith(`scope:${id}:`)))
    .flatMap(({ id, scopes }) => scopes.map((scope) => scopeMark(id, scope)))
  return adopted.length === 0 ? run : { ...run, start: [...run.start, ...adopted] }
}
