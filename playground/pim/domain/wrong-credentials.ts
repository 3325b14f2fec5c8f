import { wrongCredentialsLifetime } from '../contract/lifetimes.ts'
import type { Operation } from './operation.ts'
import type { User, WrongCredentials } from './state.ts'

/** Foreign usernames that were used with connections over the last 7 days, by connection code (contract B.4). */
export function listWrongCredentials(operation: Operation): Map<string, WrongCredentials[]> {
  const since = operation.now() - wrongCredentialsLifetime
  const byCode = new Map<string, WrongCredentials[]>()
  for (const use of operation.wrongCredentials.values()) {
    if (use.usedAt < since) continue
    byCode.set(use.connectionCode, [...(byCode.get(use.connectionCode) ?? []), use])
  }
  return byCode
}

/** Remembers that `user` got a token with a connection's client, if it is not the connection's own (contract C). */
export function noteCredentials(operation: Operation, clientId: string, user: User): void {
  const [connection] = operation.connections.where('clientId', clientId)
  if (!connection) return
  const isOwn = connection.username === user.username
  const because = `The connection's own username is "${connection.username}", used was "${user.username}"`
  if (operation.check('credentials.own-user', isOwn, because)) return
  operation.wrongCredentials.put(`${connection.code}/${user.username}`, {
    connectionCode: connection.code,
    username: user.username,
    usedAt: operation.now(),
  })
}
