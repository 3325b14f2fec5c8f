import { allAcls } from '../contract/acls.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import type { Role, User } from './state.ts'

/** Code of the role that API users of new connections get (contract B.3). */
export const defaultRoleCode = 'ROLE_USER'

/** The roles that a person can edit: those of connected apps are made by the apps' scopes. */
export function listRoles(operation: Operation): Role[] {
  return [...operation.roles.values()].filter(({ type }) => type === 'default')
}

/** The people who have a role; API users are not shown. */
export function usersOf(operation: Operation, role: Role): User[] {
  return operation.users.where('roleId', role.id).filter(({ type }) => type === 'user')
}

/** Gives a role exactly these rights. Throws `not-found`, or `unprocessable` for an id that is no right. */
export function setAcls(operation: Operation, roleId: string, acls: readonly string[]): void {
  const role = operation.roles.get(roleId)
  if (!operation.check('role.known', role?.type === 'default', `The role has the id "${roleId}"`)) {
    throw new PimError('not-found', `Role "${roleId}" does not exist.`)
  }
  const unknown = acls.find((acl) => !allAcls.includes(acl) && !role?.acls.includes(acl))
  if (!operation.check('acl.known', unknown === undefined, describeAcls(acls, unknown))) {
    throw new PimError('unprocessable', `The permission "${unknown}" does not exist.`)
  }
  operation.roles.put(roleId, { ...(role as Role), acls: [...new Set(acls)] })
}

function describeAcls(acls: readonly string[], unknown: string | undefined): string {
  return unknown === undefined
    ? `All ${acls.length} permissions exist`
    : `There is no permission "${unknown}"`
}
