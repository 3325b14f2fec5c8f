import { type Answer, type Call, readNothing } from './call.ts'
import { readFlag, readList, readRecord, readText, readTextOrNull, readTexts } from './read.ts'

/** An app or a connector as the App Store page lists it. */
export interface StoreItem {
  id: string
  name: string
  logo: string | null
  /** Null when the one who declared it no longer exists. */
  author: string | null
  /** In the App Store; an app that was declared here has none. */
  categories: readonly string[]
  description: string | null
  url: string | null
  certified: boolean
  connected: boolean
  isPending: boolean
}

export interface AppCredentials {
  clientId: string
  clientSecret: string
}

export interface CustomAppsApi {
  list(): Promise<Answer<readonly StoreItem[]>>
  create(draft: {
    name: string
    activateUrl: string
    callbackUrl: string
  }): Promise<Answer<AppCredentials>>
  remove(clientId: string): Promise<Answer<null>>
  maskedSecret(clientId: string): Promise<Answer<string>>
  regenerateSecret(clientId: string): Promise<Answer<string>>
  isLimitReached(): Promise<Answer<boolean>>
  storeApps(): Promise<Answer<readonly StoreItem[]>>
  storeConnectors(): Promise<Answer<readonly StoreItem[]>>
  /** Where the App Store itself is. */
  storeUrl(): Promise<Answer<string>>
}

const root = '/rest/custom-apps'

/** The addresses of contract D.3. */
export function createCustomAppsApi(call: Call): CustomAppsApi {
  const at = (clientId: string) => `${root}/${encodeURIComponent(clientId)}`
  return {
    list: () => call(root, { read: readItems('apps') }),
    create: (draft) => call(root, { method: 'POST', body: draft, read: readCredentials }),
    remove: (clientId) => call(at(clientId), { method: 'DELETE', read: readNothing }),
    maskedSecret: (clientId) => call(`${at(clientId)}/secret`, { read: readText }),
    regenerateSecret: (clientId) =>
      call(`${at(clientId)}/secret`, { method: 'POST', read: readText }),
    isLimitReached: () => call(`${root}/max-limit-reached`, { read: readFlag }),
    storeApps: () => call('/rest/marketplace/apps', { read: readItems('apps') }),
    storeConnectors: () => call('/rest/marketplace/extensions', { read: readItems('extensions') }),
    storeUrl: () => call('/rest/marketplace/marketplace-url', { read: readText }),
  }
}

function readItems(name: 'apps' | 'extensions') {
  return (value: unknown): readonly StoreItem[] => readList(readItem)(readRecord(value)[name])
}

function readItem(value: unknown): StoreItem {
  const record = readRecord(value)
  return {
    id: readText(record['id']),
    name: readText(record['name']),
    logo: readTextOrNull(record['logo']),
    author: readTextOrNull(record['author']),
    categories: readTexts(record['categories']),
    description: readTextOrNull(record['description']),
    url: readTextOrNull(record['url']),
    certified: record['certified'] === true,
    connected: record['connected'] === true,
    isPending: record['isPending'] === true,
  }
}

function readCredentials(value: unknown): AppCredentials {
  const record = readRecord(value)
  return {
    clientId: readText(record['clientId']),
    clientSecret: readText(record['clientSecret']),
  }
}
