import { type Answer, type Call, readNothing } from './call.ts'
import { readIdOrNull, readList, readRecord, readText, readTexts } from './read.ts'

/** The one who is signed in to the screens, with the ACL ids of their role. */
export interface ScreenUser {
  username: string
  firstName: string
  lastName: string
  email: string
  acls: readonly string[]
}

export interface Role {
  id: string
  code: string
  label: string
  acls: readonly string[]
  users: readonly string[]
}

export interface UserGroup {
  id: string
  name: string
}

export interface FeatureFlags {
  /** Whether an app's rights on data are set when it is connected: Enterprise Edition only. */
  connectAppWithPermissions: boolean
}

export interface AccessApi {
  user(): Promise<Answer<ScreenUser>>
  roles(): Promise<Answer<readonly Role[]>>
  saveAcls(roleId: string, acls: readonly string[]): Promise<Answer<null>>
  /** What the edition brings, by the names of the PIM's feature flags. */
  featureFlags(): Promise<Answer<FeatureFlags>>
  userGroups(): Promise<Answer<readonly UserGroup[]>>
}

/** Who may do what: the signed-in user, roles with their ACLs, and groups. */
export function createAccessApi(call: Call): AccessApi {
  return {
    user: () => call('/rest/user', { read: readUser }),
    roles: () => call('/rest/roles', { read: readList(readRole) }),
    saveAcls: (roleId, acls) =>
      call(`/rest/roles/${encodeURIComponent(roleId)}/acls`, {
        method: 'PUT',
        body: { acls },
        read: readNothing,
      }),
    featureFlags: () => call('/rest/feature-flags', { read: readFlags }),
    userGroups: () => call('/rest/user-groups', { read: readList(readGroup) }),
  }
}

function readUser(value: unknown): ScreenUser {
  const record = readRecord(value)
  return {
    username: readText(record['username']),
    firstName: readText(record['first_name']),
    lastName: readText(record['last_name']),
    email: readText(record['email']),
    acls: readTexts(record['acls']),
  }
}

function readFlags(value: unknown): FeatureFlags {
  return {
    connectAppWithPermissions: readRecord(value)['connect_app_with_permissions'] === true,
  }
}

function readRole(value: unknown): Role {
  const record = readRecord(value)
  return {
    id: readIdOrNull(record['id']) ?? '',
    code: readText(record['code']),
    label: readText(record['label']),
    acls: readTexts(record['acls']),
    users: readTexts(record['users']),
  }
}

function readGroup(value: unknown): UserGroup {
  const record = readRecord(value)
  return { id: readIdOrNull(record['id']) ?? '', name: readText(record['name']) }
}
