import { type Answer, type Call, readNothing } from './call.ts'
import { readFlag, readList, readRecord, readText, readTexts } from './read.ts'

/** The parts of the catalogue on which an app gets permissions, each with the levels that it has, widest first. */
export const permissionLevels = {
  attributeGroups: ['edit', 'view'],
  categories: ['own', 'edit', 'view'],
  locales: ['edit', 'view'],
} as const

export type PermissionPart = keyof typeof permissionLevels
export type PermissionLevel = 'own' | 'edit' | 'view'

export const permissionParts: readonly PermissionPart[] = [
  'attributeGroups',
  'categories',
  'locales',
]

/** Which entries of a part a level reaches: all, also those to come, or the named ones. */
export interface Reach {
  all: boolean
  identifiers: readonly string[]
}

export type AppPermissions = Readonly<
  Record<PermissionPart, Readonly<Partial<Record<PermissionLevel, Reach>>>>
>

export interface PermissionEntry {
  code: string
  label: string
}

/** What there is to choose from. */
export type PermissionEntries = Readonly<Record<PermissionPart, readonly PermissionEntry[]>>

export interface AppPermissionsApi {
  entries(): Promise<Answer<PermissionEntries>>
  read(userGroup: string): Promise<Answer<AppPermissions>>
  save(userGroup: string, permissions: AppPermissions): Promise<Answer<null>>
}

const root = '/rest/app-permissions'

/** The permissions of apps in an Enterprise Edition (contract E.4, H.3). */
export function createAppPermissionsApi(call: Call): AppPermissionsApi {
  const at = (userGroup: string) => `${root}/${encodeURIComponent(userGroup)}`
  return {
    entries: () =>
      call(root, { read: (value) => ofEachPart(value, (part) => readList(readEntry)(part)) }),
    read: (userGroup) => call(at(userGroup), { read: (value) => ofEachPart(value, readPart) }),
    save: (userGroup, permissions) =>
      call(at(userGroup), { method: 'PUT', body: permissions, read: readNothing }),
  }
}

/** An app without any permission. */
export function noPermissions(): AppPermissions {
  const nothing: Reach = { all: false, identifiers: [] }
  return {
    attributeGroups: { edit: nothing, view: nothing },
    categories: { own: nothing, edit: nothing, view: nothing },
    locales: { edit: nothing, view: nothing },
  }
}

function ofEachPart<T>(
  value: unknown,
  read: (value: unknown, part: PermissionPart) => T,
): Record<PermissionPart, T> {
  const record = readRecord(value)
  return {
    attributeGroups: read(record['attributeGroups'], 'attributeGroups'),
    categories: read(record['categories'], 'categories'),
    locales: read(record['locales'], 'locales'),
  }
}

function readPart(value: unknown, part: PermissionPart): AppPermissions[PermissionPart] {
  const record = readRecord(value)
  return Object.fromEntries(
    permissionLevels[part].map((level) => [level, readReach(record[level])]),
  )
}

function readReach(value: unknown): Reach {
  const record = readRecord(value)
  return { all: readFlag(record['all']), identifiers: readTexts(record['identifiers']) }
}

function readEntry(value: unknown): PermissionEntry {
  const record = readRecord(value)
  return { code: readText(record['code']), label: readText(record['label']) }
}
