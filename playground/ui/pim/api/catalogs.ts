import { type Answer, type Call, readNothing } from './call.ts'
import { readFlag, readList, readRecord, readText } from './read.ts'

/** A selection of products that an app made for itself, and a person switches on. */
export interface AppCatalog {
  id: string
  name: string
  enabled: boolean
}

export interface CatalogsApi {
  /** Those of an app's user. */
  list(owner: string): Promise<Answer<readonly AppCatalog[]>>
  read(id: string): Promise<Answer<AppCatalog>>
  enable(id: string, enabled: boolean): Promise<Answer<null>>
}

const root = '/rest/catalogs'

/** The catalogs of connected apps, as people see them (contract H.3). */
export function createCatalogsApi(call: Call): CatalogsApi {
  const at = (id: string) => `${root}/${encodeURIComponent(id)}`
  return {
    list: (owner) =>
      call(`${root}?owner=${encodeURIComponent(owner)}`, { read: readList(readCatalog) }),
    read: (id) => call(at(id), { read: readCatalog }),
    enable: (id, enabled) =>
      call(at(id), { method: 'PATCH', body: { enabled }, read: readNothing }),
  }
}

function readCatalog(value: unknown): AppCatalog {
  const record = readRecord(value)
  return {
    id: readText(record['id']),
    name: readText(record['name']),
    enabled: readFlag(record['enabled']),
  }
}
