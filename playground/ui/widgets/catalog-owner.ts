import type { Scenario } from '../../pim/index.ts'

/** The connected app whose user owns a catalog. */
export function ownerOf({ catalogs, connectedApps, connections }: Scenario, catalogId: string) {
  const owner = catalogs.find(({ id }) => id === catalogId)?.owner
  const code = connections.find(({ username }) => username === owner)?.code
  return connectedApps.find(({ connectionCode }) => connectionCode === code)
}

/** The newest token of an app, or an empty text. */
export function tokenOf({ accessTokens }: Scenario, clientId: string | undefined): string {
  return accessTokens.findLast((token) => token.clientId === clientId)?.token ?? ''
}
