import type { Scenario } from '../../../pim/index.ts'

/** A token that a request can carry. */
export interface TokenAtHand {
  readonly token: string
  /** Whose it is, as `Harbour Sync (app)`. */
  readonly label: string
  /** The granted scopes; null for a connection's token, where a role decides. */
  readonly scope: string | null
}

/** A connection that has no token yet, and what it gets one with (contract C). */
export interface TokenlessConnection {
  readonly code: string
  readonly label: string
  readonly credentials: {
    readonly clientId: string
    readonly secret: string
    readonly username: string
    readonly password: string
  }
}

type Holders = Pick<
  Scenario,
  'accessTokens' | 'clock' | 'connectedApps' | 'connections' | 'oauthClients' | 'users'
>

/** The newest token of each app and connection, apps first. One that has expired is no longer at hand. */
export function tokensAtHand(state: Holders): TokenAtHand[] {
  const newest = new Map(livingTokens(state).map((token) => [token.clientId, token]))
  const apps = state.connectedApps.flatMap(({ id, name }) => {
    const token = newest.get(id)
    return token ? [{ token: token.token, label: `${name} (app)`, scope: token.scope ?? '' }] : []
  })
  const connections = plainConnections(state).flatMap(({ clientId, label }) => {
    const token = newest.get(clientId)
    return token ? [{ token: token.token, label: `${label} (connection)`, scope: null }] : []
  })
  return [...apps, ...connections]
}

export function tokenlessConnections(state: Holders): TokenlessConnection[] {
  const holders = new Set(livingTokens(state).map(({ clientId }) => clientId))
  return plainConnections(state).flatMap(({ code, label, clientId, username }) => {
    const secret = state.oauthClients.find(({ id }) => id === clientId)?.secret
    const password = state.users.find((user) => user.username === username)?.password
    if (holders.has(clientId) || secret === undefined || password === undefined) return []
    return [{ code, label, credentials: { clientId, secret, username, password } }]
  })
}

function livingTokens({ accessTokens, clock }: Holders) {
  const now = clock.frozenAt ?? Date.now() + clock.offset
  return accessTokens.filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
}

function plainConnections({ connections }: Holders) {
  return connections.filter(({ type }) => type === 'default')
}
