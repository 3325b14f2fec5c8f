import type { Operation } from './operation.ts'
import { newPassword, newUsername } from './secret.ts'
import type { User } from './state.ts'

export interface ApiUserOptions {
  /** The name that the username begins with. */
  readonly connectionCode: string
  readonly label: string
  readonly roleId: string
  readonly groupIds: readonly string[]
  readonly id: string
}

/** The user as which a connection or an app calls the API (contract B.3, E.6). Writes nothing. */
export function newApiUser(operation: Operation, options: ApiUserOptions): User {
  const username = newUsername(operation, options.connectionCode)
  return {
    id: options.id,
    username,
    password: newPassword(operation),
    firstName: options.label.replace(/[<>&"]/g, '_'),
    lastName: ' ',
    email: `${username}@example.com`,
    type: 'api',
    enabled: true,
    roleId: options.roleId,
    groupIds: options.groupIds,
  }
}
