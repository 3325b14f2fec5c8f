import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import type { ConnectedApp, Connection, Role, User } from './state.ts'

/** On whose behalf an operation runs. */
export interface Caller {
  readonly user: User
  /** The ACL ids of the user's role. */
  readonly acls: readonly string[]
  /** The app whose token was sent, if it was an app's. */
  readonly app?: ConnectedApp
  /** The connection whose own username and client the token belongs to, if any. */
  readonly connection?: Connection
}

export function callerOf(operation: Operation, user: User): Caller {
  return { user, acls: roleOf(operation, user).acls }
}

/** The role of a user, or of a connected app. It is there: no state is loaded in which it is not. */
export function roleOf(operation: Operation, { roleId }: { readonly roleId: string }): Role {
  return operation.roles.get(roleId) as Role
}

/** Whether the caller's role has a right. */
export function isGranted(caller: Caller, acl: string): boolean {
  return caller.acls.includes(acl)
}

/** Throws `forbidden` with `message` unless the caller's role has the right. */
export function requireAcl(
  operation: Operation,
  caller: Caller,
  acl: string,
  message = 'Access Denied.',
): void {
  requireOneAcl(operation, caller, [acl], message)
}

/** Throws `forbidden` with `message` unless the caller's role has at least one of the rights. */
export function requireOneAcl(
  operation: Operation,
  caller: Caller,
  acls: readonly string[],
  message = 'Access Denied.',
): void {
  const granted = acls.find((acl) => isGranted(caller, acl))
  const role = roleOf(operation, caller.user).label
  const because =
    granted === undefined
      ? `The role "${role}" of "${caller.user.username}" does not have ${acls.join(' or ')}`
      : `The role "${role}" of "${caller.user.username}" has ${granted}`
  if (!operation.check('acl.granted', granted !== undefined, because)) {
    throw new PimError('forbidden', message)
  }
}
