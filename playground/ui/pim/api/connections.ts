import { type Answer, type Call, readNothing } from './call.ts'
import {
  readFlag,
  readIdOrNull,
  readList,
  readOneOf,
  readRecord,
  readText,
  readTextOrNull,
} from './read.ts'

export const flowTypes = ['data_source', 'data_destination', 'other'] as const
export type FlowType = (typeof flowTypes)[number]

export interface ConnectionSummary {
  code: string
  label: string
  flowType: FlowType
  image: string | null
  auditable: boolean
  /** `app` when an activated app owns it. */
  type: 'default' | 'app'
}

export interface Connection extends ConnectionSummary {
  clientId: string
  secret: string
  username: string
  /** In clear right after it was made; null ever after. */
  password: string | null
  roleId: string | null
  groupId: string | null
}

export interface ConnectionsApi {
  /** Those that were made by hand. */
  list(): Promise<Answer<readonly ConnectionSummary[]>>
  /** Those of connected apps too. */
  listAll(): Promise<Answer<readonly ConnectionSummary[]>>
  read(code: string): Promise<Answer<Connection>>
  create(draft: { code: string; label: string; flowType: FlowType }): Promise<Answer<Connection>>
  save(connection: Connection): Promise<Answer<null>>
  remove(code: string): Promise<Answer<null>>
  regenerateSecret(code: string): Promise<Answer<null>>
  regeneratePassword(code: string): Promise<Answer<string>>
  isLimitReached(): Promise<Answer<boolean>>
  /** Usernames of other users that were used with a connection's credentials, by connection code. */
  wrongUsernames(): Promise<Answer<WrongUsernames>>
  /** Keeps a picture and gives the path that a connection's `image` takes. */
  uploadImage(file: File): Promise<Answer<string>>
}

export type WrongUsernames = Readonly<Record<string, readonly { username: string; date: string }[]>>

const root = '/rest/connections'
const ofTypes = (...types: readonly string[]) =>
  `${root}?search=${encodeURIComponent(JSON.stringify({ types }))}`

/** The addresses of contract B.4. */
export function createConnectionsApi(call: Call): ConnectionsApi {
  const at = (code: string) => `${root}/${encodeURIComponent(code)}`
  return {
    list: () => call(ofTypes('default'), { read: readList(readSummary) }),
    listAll: () => call(ofTypes('default', 'app'), { read: readList(readSummary) }),
    read: (code) => call(at(code), { read: readConnection }),
    create: ({ code, label, flowType }) =>
      call(root, {
        method: 'POST',
        body: { code, label, flow_type: flowType },
        read: readConnection,
      }),
    save: (connection) =>
      call(at(connection.code), {
        method: 'POST',
        body: {
          label: connection.label,
          flow_type: connection.flowType,
          image: connection.image,
          user_role_id: connection.roleId,
          user_group_id: connection.groupId,
          auditable: connection.auditable,
        },
        read: readNothing,
      }),
    remove: (code) => call(at(code), { method: 'DELETE', read: readNothing }),
    regenerateSecret: (code) =>
      call(`${at(code)}/regenerate-secret`, { method: 'POST', read: readNothing }),
    regeneratePassword: (code) =>
      call(`${at(code)}/regenerate-password`, {
        method: 'POST',
        read: (value) => readText(readRecord(value)['password']),
      }),
    isLimitReached: () => call(`${root}/max-limit-reached`, { read: readFlag }),
    wrongUsernames: () =>
      call(`${root}/wrong-credentials-combination`, { read: readWrongUsernames }),
    uploadImage: (file) => {
      const form = new FormData()
      form.append('file', file)
      return call('/media/', {
        method: 'POST',
        body: form,
        read: (value) => readText(readRecord(value)['filePath']),
      })
    },
  }
}

const readFlowType = readOneOf(flowTypes)
const readType = readOneOf(['default', 'app'] as const)

function readSummary(value: unknown): ConnectionSummary {
  const record = readRecord(value)
  return {
    code: readText(record['code']),
    label: readText(record['label']),
    flowType: readFlowType(record['flowType']),
    image: readTextOrNull(record['image']),
    auditable: readFlag(record['auditable']),
    type: readType(record['type']),
  }
}

function readConnection(value: unknown): Connection {
  const record = readRecord(value)
  return {
    code: readText(record['code']),
    label: readText(record['label']),
    flowType: readFlowType(record['flow_type']),
    image: readTextOrNull(record['image']),
    auditable: readFlag(record['auditable']),
    type: readType(record['type']),
    clientId: readText(record['client_id']),
    secret: readText(record['secret']),
    username: readText(record['username']),
    password: readTextOrNull(record['password']),
    roleId: readIdOrNull(record['user_role_id']),
    groupId: readIdOrNull(record['user_group_id']),
  }
}

function readWrongUsernames(value: unknown): WrongUsernames {
  // An empty map comes as an empty list.
  if (Array.isArray(value) && value.length === 0) return {}
  const entries = Object.values(readRecord(value)).map((item) => {
    const { code, users } = readRecord(item)
    const uses = Array.isArray(users) ? users : Object.values(readRecord(users))
    return [
      readText(code),
      uses.map((use: unknown) => {
        const record = readRecord(use)
        return { username: readText(record['username']), date: readText(record['date']) }
      }),
    ] as const
  })
  return Object.fromEntries(entries)
}
