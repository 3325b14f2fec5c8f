import type { Scenario } from '../../pim/index.ts'
import type { FourStrings } from './basic-header.ts'

/** A connection of the PIM with its four strings. */
export interface CredentialsAtHand {
  readonly code: string
  readonly label: string
  readonly strings: FourStrings
}

/** The connections that people made, each with what a connector needs; newest first. */
export function credentialsAtHand({
  connections,
  oauthClients,
  users,
}: Pick<Scenario, 'connections' | 'oauthClients' | 'users'>): CredentialsAtHand[] {
  return connections
    .filter(({ type }) => type === 'default')
    .flatMap(({ code, label, clientId, username }) => {
      const secret = oauthClients.find(({ id }) => id === clientId)?.secret
      const password = users.find((user) => user.username === username)?.password
      if (secret === undefined || password === undefined) return []
      return [{ code, label, strings: { clientId, secret, username, password } }]
    })
    .toReversed()
}
