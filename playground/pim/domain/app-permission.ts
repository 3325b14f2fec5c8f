import { connectAcls, permissionAcls } from '../contract/acls.ts'
import { requireAcl, type Caller } from './caller.ts'
import type { Labels } from './catalogue-state.ts'
import { isEnterprise } from './edition.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import type { AppPermissions, PermissionReach } from './state.ts'
import { quote } from './text.ts'

/** The parts of the catalogue on which an app gets permissions, each with the levels that it has (contract E.4). */
export const permissionLevels = {
  categories: ['own', 'edit', 'view'],
  locales: ['edit', 'view'],
  attributeGroups: ['edit', 'view'],
} as const

export type PermissionPart = keyof typeof permissionLevels

export const permissionParts = Object.keys(permissionLevels) as readonly PermissionPart[]

/** Something on which an app can get a permission. */
export interface PermissionEntry {
  readonly code: string
  readonly label: string
}

const nothing: PermissionReach = { all: false, identifiers: [] }

/** Category trees, active locales and attribute groups. Throws `not-found` unless the PIM is an Enterprise Edition. */
export function listPermissionEntries(
  operation: Operation,
  caller: Caller,
): Readonly<Record<PermissionPart, readonly PermissionEntry[]>> {
  requirePermissions(operation, caller)
  return entriesOf(operation)
}

/** The permissions of an app's user group: none until they were set. Throws `not-found` and `forbidden`. */
export function findAppPermissions(
  operation: Operation,
  caller: Caller,
  userGroup: string,
): AppPermissions {
  requirePermissions(operation, caller)
  requireGroup(operation, userGroup)
  return operation.appPermissions.get(userGroup) ?? noPermissions(userGroup)
}

/** Sets the permissions of an app's user group; each part takes a right of its own. Throws `not-found`, `forbidden`, and `unprocessable` for an unknown entry. */
export function setAppPermissions(
  operation: Operation,
  caller: Caller,
  permissions: AppPermissions,
): void {
  requirePermissions(operation, caller)
  requireGroup(operation, permissions.userGroup)
  const { userGroup } = permissions
  const before = operation.appPermissions.get(userGroup) ?? noPermissions(userGroup)
  for (const part of permissionParts) {
    if (isSame(before[part], permissions[part])) continue
    requireAcl(operation, caller, permissionAcls[part])
  }
  const known = entriesOf(operation)
  for (const part of permissionParts) {
    const codes = new Set(known[part].map(({ code }) => code))
    const levels: readonly PermissionReach[] = Object.values(permissions[part])
    const unknown = levels
      .flatMap(({ identifiers }) => identifiers)
      .find((identifier) => !codes.has(identifier))
    const because = unknown === undefined ? `All ${part} exist` : `${quote(unknown)} is none`
    if (!operation.check('permission.entry-known', unknown === undefined, because)) {
      throw new PimError('unprocessable', `The permission entry "${unknown}" does not exist.`)
    }
  }
  operation.appPermissions.put(permissions.userGroup, permissions)
}

function isSame<Part extends PermissionPart>(
  one: AppPermissions[Part],
  other: AppPermissions[Part],
): boolean {
  const listed = (levels: AppPermissions[PermissionPart]) =>
    Object.entries(levels)
      .map(([level, { all, identifiers }]) => `${level} ${all} ${identifiers.toSorted().join(' ')}`)
      .toSorted()
      .join('\n')
  return listed(one) === listed(other)
}

function noPermissions(userGroup: string): AppPermissions {
  return {
    userGroup,
    categories: { own: nothing, edit: nothing, view: nothing },
    locales: { edit: nothing, view: nothing },
    attributeGroups: { edit: nothing, view: nothing },
  }
}

function entriesOf(
  operation: Operation,
): Readonly<Record<PermissionPart, readonly PermissionEntry[]>> {
  const trees = [...operation.categories.values()].filter(({ parent }) => parent === null)
  const locales = [...operation.locales.values()].filter(({ enabled }) => enabled)
  return {
    categories: trees.map(named),
    locales: locales.map(({ code }) => ({ code, label: code })),
    attributeGroups: [...operation.attributeGroups.values()].map(named),
  }
}

/** An entry by its English label, or by its code as the PIM's screens write one without a label. */
function named({ code, labels }: { code: string; labels: Labels }): PermissionEntry {
  return { code, label: labels['en_US'] ?? `[${code}]` }
}

function requirePermissions(operation: Operation, caller: Caller): void {
  const isThere = isEnterprise(operation)
  const because = `The PIM is ${isThere ? 'an' : 'no'} Enterprise Edition`
  if (!operation.check('edition.permissions', isThere, because)) {
    throw new PimError('not-found', 'Not Found')
  }
  requireAcl(operation, caller, connectAcls.manageApps)
}

function requireGroup(operation: Operation, userGroup: string): void {
  const isKnown = operation.userGroups.where('name', userGroup).some(({ type }) => type === 'app')
  const because = `${quote(userGroup)} is ${isKnown ? 'the' : 'no'} user group of an app`
  if (!operation.check('permission.group-known', isKnown, because)) {
    throw new PimError('not-found', `The user group "${userGroup}" belongs to no app.`)
  }
}
