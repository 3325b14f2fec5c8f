import { deleteTokens } from './access-token.ts'
import { newApiUser } from './api-user.ts'
import {
  checkCode,
  checkFlowType,
  checkImage,
  checkLabel,
  checkLimit,
  checkUnique,
} from './connection-rules.ts'
import { forgetConnection } from './disconnect.ts'
import { PimError, refuseViolations } from './error.ts'
import type { Operation } from './operation.ts'
import { defaultRoleCode } from './role.ts'
import { newBase36, newPassword } from './secret.ts'
import type { Connection, FlowType, OAuthClient, User } from './state.ts'
import { quote, trimText } from './text.ts'
import { allGroupId } from './user-group.ts'

/** A connection with what its credentials are. */
export interface ConnectionWithCredentials {
  readonly connection: Connection
  readonly client: OAuthClient
  readonly user: User
}

export interface ConnectionDraft {
  readonly code: string
  readonly label: string
  readonly flowType: string
}

/** Connections of the given types (none: of all), oldest first. */
export function listConnections(operation: Operation, types: readonly string[]): Connection[] {
  return [...operation.connections.values()]
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .sort((one, other) => one.createdAt - other.createdAt)
}

/** A connection that was made by hand. Throws `bad-request` for an unknown code and for an app's connection. */
export function findConnection(operation: Operation, code: string): ConnectionWithCredentials {
  const connection = operation.connections.get(code)
  const isKnown = connection?.type === 'default'
  const because = `${isKnown ? 'There is a' : 'There is no'} connection with the code ${quote(code)}`
  if (!operation.check('connection.known', isKnown, because) || !connection) {
    throw new PimError('bad-request', `Connection with code "${code}" does not exist`)
  }
  return {
    connection,
    client: operation.oauthClients.get(connection.clientId) as OAuthClient,
    user: operation.users.get(connection.username) as User,
  }
}

/**
 * Declares a connection and gives it credentials (contract B.1, B.3). Throws `violations`, one a property. The password
 * of the user is to be shown now and never again.
 */
export function createConnection(
  operation: Operation,
  draft: ConnectionDraft,
): ConnectionWithCredentials {
  const code = trimText(draft.code)
  const label = trimText(draft.label)
  refuseViolations([
    checkCode(operation, code),
    checkLabel(operation, label),
    checkFlowType(operation, draft.flowType),
  ])
  refuseViolations([checkUnique(operation, code), checkLimit(operation)])

  const number = operation.current.nextId
  const client: OAuthClient = {
    id: `${number}_${newBase36(operation, 50)}`,
    secret: newBase36(operation, 50),
    grantTypes: ['password', 'refresh_token'],
  }
  const user = newApiUser(operation, {
    id: String(number + 1),
    connectionCode: code,
    label,
    roleId: defaultRoleId(operation),
    groupIds: allGroupId(operation),
  })
  const connection: Connection = {
    code,
    label,
    flowType: draft.flowType as FlowType,
    image: null,
    auditable: false,
    type: 'default',
    clientId: client.id,
    username: user.username,
    createdAt: operation.now(),
  }

  operation.settings.put('current', { ...operation.current, nextId: number + 2 })
  operation.oauthClients.put(client.id, client)
  operation.users.put(user.username, user)
  operation.connections.put(code, connection)
  return { connection, client, user }
}

export interface ConnectionUpdate {
  readonly label: string
  readonly flowType: string
  readonly image: string | null
  readonly auditable: boolean
  readonly roleId: string
  /** Null for nothing but the group `All`. */
  readonly groupId: string | null
}

/** Changes a connection's settings and its user's rights. Throws `bad-request` and `violations`. */
export function updateConnection(
  operation: Operation,
  code: string,
  update: ConnectionUpdate,
): void {
  const { connection, user } = findConnection(operation, code)
  const label = trimText(update.label)
  refuseViolations([
    checkLabel(operation, label),
    checkFlowType(operation, update.flowType),
    checkImage(operation, update.image),
  ])
  requireRoleAndGroup(operation, update)

  const { image, auditable, roleId, groupId } = update
  const flowType = update.flowType as FlowType
  const groupIds = [...new Set([...allGroupId(operation), ...(groupId === null ? [] : [groupId])])]
  operation.connections.put(code, { ...connection, label, flowType, image, auditable })
  operation.users.put(user.username, { ...user, roleId, groupIds })
}

/** A new secret for the same client id; every token of the client is deleted (contract B.5). */
export function regenerateSecret(operation: Operation, code: string): void {
  const { client } = findConnection(operation, code)
  operation.oauthClients.put(client.id, { ...client, secret: newBase36(operation, 50) })
  deleteTokens(operation, 'clientId', client.id)
}

/** A new password, given back to be shown once; every token of the user is deleted (contract B.5). */
export function regeneratePassword(operation: Operation, code: string): string {
  const { user } = findConnection(operation, code)
  const password = newPassword(operation)
  operation.users.put(user.username, { ...user, password })
  deleteTokens(operation, 'username', user.username)
  return password
}

/** Removes a connection with its client, its user, their tokens and catalogs (contract B.5). */
export function deleteConnection(operation: Operation, code: string): void {
  forgetConnection(operation, findConnection(operation, code).connection)
}

function defaultRoleId(operation: Operation): string {
  const [role] = operation.roles.where('code', defaultRoleCode)
  const because = `The user of a new connection gets the role "${role?.label ?? defaultRoleCode}"`
  if (operation.check('role.default', role !== undefined, because) && role) return role.id
  throw new PimError('bad-request', `The default role "${defaultRoleCode}" does not exist.`)
}

function requireRoleAndGroup(operation: Operation, update: ConnectionUpdate): void {
  const { roleId, groupId } = update
  const isRole = operation.roles.get(roleId)?.type === 'default'
  if (!operation.check('role.known', isRole, `The role has the id ${quote(roleId)}`)) {
    throw new PimError('bad-request', `The role "${roleId}" does not exist.`)
  }
  if (groupId === null) return
  const isGroup = operation.userGroups.get(groupId)?.type === 'default'
  if (!operation.check('group.known', isGroup, `The group has the id ${quote(groupId)}`)) {
    throw new PimError('bad-request', `The user group "${groupId}" does not exist.`)
  }
}
