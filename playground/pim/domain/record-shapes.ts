import { eras } from '../contract/words.ts'
import {
  anything,
  flag,
  integer,
  listOf,
  mapOf,
  nullable,
  recordOf,
  text,
  word,
  type Shape,
} from '../store/shape.ts'
import { appShapes, texts, time } from './app-shapes.ts'
import { faults } from './faults.ts'
import type { ScenarioCollection } from './scenario.ts'
import {
  errorTypes,
  eventTypes,
  logLevels,
  type BusinessError,
  type Connection,
  type ErrorCount,
  type EventCount,
  type EventLog,
  type Notification,
  type OAuthClient,
  type Role,
  type Settings,
  type UploadedFile,
  type User,
  type UserGroup,
  type Webhook,
  type WrongCredentials,
} from './state.ts'

/** The latest moment to which the clock can be set: early enough that whatever lives a while ends before year 10000. */
export const latestClock = Date.UTC(9000, 0, 1)

const count = integer(0, 1_000_000)
const total = integer(0, Number.MAX_SAFE_INTEGER)
const number: Shape = { kind: 'text', pattern: /^\d{1,15}$/ }
const day: Shape = { kind: 'text', pattern: /^\d{4}-\d{2}-\d{2}$/ }
const kind = word('default', 'app')
const flowType = word('data_source', 'data_destination', 'other')
const mimeType: Shape = { kind: 'text', pattern: /^[a-z]+\/[a-z0-9.+-]+$/ }
const base64: Shape = { kind: 'text', pattern: /^[A-Za-z0-9+/]*={0,2}$/ }
// An id of the real PIM: no wildcard.
const acl: Shape = { kind: 'text', pattern: /^[a-z][a-z0-9_]*$/ }

/** The fields of the settings. */
export const settingsFields: { readonly [Name in keyof Settings]: Shape } = {
  era: word(...eras),
  edition: word('CE', 'GE', 'EE'),
  session: text,
  clock: recordOf<Settings['clock']>({
    offset: integer(-latestClock, latestClock),
    frozenAt: nullable(integer(0, latestClock)),
  }),
  faults: listOf(word(...Object.keys(faults))),
  strict: flag,
  limits: recordOf<Settings['limits']>({ connections: count, customApps: count, catalogs: count }),
  nextId: integer(1, Number.MAX_SAFE_INTEGER - 100),
}

/** What a record of each collection of a scenario looks like. */
export const recordShapes: { readonly [Name in ScenarioCollection]: Shape } = {
  ...appShapes,
  connections: recordOf<Connection>({
    code: text,
    label: text,
    flowType,
    image: nullable(text),
    auditable: flag,
    type: kind,
    clientId: text,
    username: text,
    createdAt: time,
  }),
  oauthClients: recordOf<OAuthClient>({ id: text, secret: text, grantTypes: texts }),
  users: recordOf<User>({
    id: text,
    username: text,
    password: text,
    firstName: text,
    lastName: text,
    email: text,
    type: word('user', 'api'),
    enabled: flag,
    roleId: text,
    groupIds: texts,
  }),
  roles: recordOf<Role>({ id: text, code: text, label: text, type: kind, acls: listOf(acl) }),
  userGroups: recordOf<UserGroup>({ id: text, name: text, type: kind }),
  notifications: recordOf<Notification>({
    id: number,
    username: text,
    appName: text,
    connectionCode: text,
    createdAt: time,
    isViewed: flag,
  }),
  wrongCredentials: recordOf<WrongCredentials>({
    connectionCode: text,
    username: text,
    usedAt: time,
  }),
  eventCounts: recordOf<EventCount>({
    connectionCode: text,
    eventType: word(...eventTypes),
    day,
    count: total,
  }),
  errorCounts: recordOf<ErrorCount>({
    connectionCode: text,
    errorType: word(...errorTypes),
    day,
    count: total,
  }),
  businessErrors: recordOf<BusinessError>({
    id: text,
    connectionCode: text,
    at: time,
    content: mapOf(anything),
  }),
  webhooks: recordOf<Webhook>({
    connectionCode: text,
    enabled: flag,
    secret: nullable(text),
    url: nullable(text),
    isUsingUuid: flag,
  }),
  eventLogs: recordOf<EventLog>({
    id: text,
    connectionCode: text,
    at: time,
    level: word(...logLevels),
    message: text,
    context: mapOf(anything),
  }),
  files: recordOf<UploadedFile>({ path: text, name: text, mimeType, content: base64 }),
}
