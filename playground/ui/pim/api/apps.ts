import { type Answer, type Call, readNothing } from './call.ts'
import { type FlowType, flowTypes } from './connections.ts'
import {
  readFlag,
  readList,
  readOneOf,
  readRecord,
  readText,
  readTextOrNull,
  readTexts,
} from './read.ts'

/** One right, as the PIM words it: `type` is how far, `entities` is on what (contract G.2). */
export interface ScopeMessage {
  icon: string
  type: 'view' | 'edit' | 'delete'
  entities: string
}

export interface WizardData {
  appName: string
  appLogo: string | null
  appUrl: string | null
  appIsCertified: boolean
  /** Null when the app was never connected. */
  oldScopeMessages: readonly ScopeMessage[] | null
  scopeMessages: readonly ScopeMessage[]
  oldAuthenticationScopes: readonly string[] | null
  authenticationScopes: readonly string[]
  displayCheckboxConsent: boolean
}

export interface ConnectedApp {
  id: string
  name: string
  connectionCode: string
  logo: string | null
  author: string | null
  categories: readonly string[]
  scopes: readonly string[]
  /** The app's own user group, to which its permissions belong. */
  userGroupName: string
  /** The app's own user, who owns its catalogs. */
  username: string
  isCustomApp: boolean
  isPending: boolean
  hasOutdatedScopes: boolean
}

export interface MonitoringSettings {
  flowType: FlowType
  auditable: boolean
}

/** What the PIM answers to a consent: where to go, and the group to which the app's permissions belong. */
export interface Confirmed {
  userGroup: string
  redirectUrl: string
}

export interface AppsApi {
  activateUrl(clientId: string): Promise<Answer<string>>
  loadWizard(clientId: string): Promise<Answer<WizardData>>
  confirmAuthorization(clientId: string): Promise<Answer<Confirmed>>
  confirmAuthentication(clientId: string): Promise<Answer<string>>
  listConnected(): Promise<Answer<readonly ConnectedApp[]>>
  readConnected(connectionCode: string): Promise<Answer<ConnectedApp>>
  scopeMessages(connectionCode: string): Promise<Answer<readonly ScopeMessage[]>>
  authenticationScopes(connectionCode: string): Promise<Answer<readonly string[]>>
  monitoring(connectionCode: string): Promise<Answer<MonitoringSettings>>
  saveMonitoring(connectionCode: string, settings: MonitoringSettings): Promise<Answer<null>>
  removeConnected(connectionCode: string): Promise<Answer<null>>
  openUrl(connectionCode: string): Promise<Answer<string>>
}

const root = '/rest/apps'

/** The addresses of contract E.1, E.5 to E.7 and H.1. */
export function createAppsApi(call: Call): AppsApi {
  const at = (code: string) => `${root}/connected-apps/${encodeURIComponent(code)}`
  const ofClient = (action: string, clientId: string) =>
    `${root}/${action}/${encodeURIComponent(clientId)}`
  const readRedirect = (value: unknown) => readText(readRecord(value)['redirectUrl'])
  const readUrl = (value: unknown) => readText(readRecord(value)['url'])
  return {
    activateUrl: (clientId) => call(ofClient('activate', clientId), { read: readUrl }),
    loadWizard: (clientId) => call(ofClient('load-wizard-data', clientId), { read: readWizard }),
    confirmAuthorization: (clientId) =>
      call(ofClient('confirm-authorization', clientId), { method: 'POST', read: readConfirmed }),
    confirmAuthentication: (clientId) =>
      call(ofClient('confirm-authentication', clientId), { method: 'POST', read: readRedirect }),
    listConnected: () => call(`${root}/connected-apps`, { read: readList(readConnectedApp) }),
    readConnected: (code) => call(at(code), { read: readConnectedApp }),
    scopeMessages: (code) =>
      call(`${at(code)}/scope-messages`, { read: readList(readScopeMessage) }),
    authenticationScopes: (code) => call(`${at(code)}/authentication-scopes`, { read: readTexts }),
    monitoring: (code) => call(`${at(code)}/monitoring-settings`, { read: readMonitoring }),
    saveMonitoring: (code, settings) =>
      call(`${at(code)}/monitoring-settings`, {
        method: 'POST',
        body: settings,
        read: readNothing,
      }),
    removeConnected: (code) => call(at(code), { method: 'DELETE', read: readNothing }),
    openUrl: (code) => call(`${at(code)}/open-app-url`, { read: readUrl }),
  }
}

function readConfirmed(value: unknown): Confirmed {
  const record = readRecord(value)
  return {
    userGroup: readText(record['userGroup']),
    redirectUrl: readText(record['redirectUrl']),
  }
}

function readScopeMessage(value: unknown): ScopeMessage {
  const record = readRecord(value)
  return {
    icon: readText(record['icon']),
    type: readOneOf(['view', 'edit', 'delete'] as const)(record['type']),
    entities: readText(record['entities']),
  }
}

function readOptional<T>(read: (value: unknown) => T, value: unknown): T | null {
  return value === null || value === undefined ? null : read(value)
}

function readWizard(value: unknown): WizardData {
  const record = readRecord(value)
  return {
    appName: readText(record['appName']),
    appLogo: readTextOrNull(record['appLogo']),
    appUrl: readTextOrNull(record['appUrl']),
    appIsCertified: record['appIsCertified'] === true,
    oldScopeMessages: readOptional(readList(readScopeMessage), record['oldScopeMessages']),
    scopeMessages: readList(readScopeMessage)(record['scopeMessages']),
    oldAuthenticationScopes: readOptional(readTexts, record['oldAuthenticationScopes']),
    authenticationScopes: readTexts(record['authenticationScopes']),
    displayCheckboxConsent: readFlag(record['displayCheckboxConsent']),
  }
}

function readConnectedApp(value: unknown): ConnectedApp {
  const record = readRecord(value)
  return {
    id: readText(record['id']),
    name: readText(record['name']),
    connectionCode: readText(record['connection_code']),
    logo: readTextOrNull(record['logo']),
    author: readTextOrNull(record['author']),
    categories: readTexts(record['categories']),
    scopes: readTexts(record['scopes']),
    userGroupName: readText(record['user_group_name']),
    username: readText(record['connection_username']),
    isCustomApp: record['is_custom_app'] === true,
    isPending: record['is_pending'] === true,
    hasOutdatedScopes: record['has_outdated_scopes'] === true,
  }
}

function readMonitoring(value: unknown): MonitoringSettings {
  const record = readRecord(value)
  return {
    flowType: readOneOf(flowTypes)(record['flowType']),
    auditable: readFlag(record['auditable']),
  }
}
