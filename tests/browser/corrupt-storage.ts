import type { Page } from 'playwright-core'

/** What can be wrong with the database in which the browser keeps the PIM. */
export interface Damage {
  readonly version: number
  readonly stores: readonly string[]
  /** `[store, key, value]` */
  readonly records: readonly (readonly [store: string, key: string, value: unknown])[]
}

const sound = { version: 1, stores: ['changes', 'meta'] }

/** One damage a kind, named as a sentence names it. */
export const damages = {
  'a record that is a text': {
    ...sound,
    records: [['changes', 'connections/larkspur_shop', 'garbage']],
  },
  'a record that lacks fields': {
    ...sound,
    records: [
      [
        'changes',
        'connections/broken',
        { collection: 'connections', key: 'broken', value: { code: 'broken' } },
      ],
    ],
  },
  'a record of an unknown collection': {
    ...sound,
    records: [['changes', 'oddments/one', { collection: 'oddments', key: 'one', value: {} }]],
  },
  'a version that is a text': { ...sound, records: [['meta', 'version', 'one']] },
  'a missing object store': { ...sound, stores: ['meta'], records: [] },
  'a database of a higher version': { ...sound, version: 7, records: [] },
} satisfies Record<string, Damage>

/** Puts a damaged database in place of the page's own, which must not be open. */
export async function corruptStorage(page: Page, damage: Damage): Promise<void> {
  await page.evaluate(async ({ version, stores, records }) => {
    const name = 'connect-your-pim'
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
    await done(indexedDB.deleteDatabase(name))
    const opening = indexedDB.open(name, version)
    opening.addEventListener('upgradeneeded', () => {
      for (const store of stores) opening.result.createObjectStore(store)
    })
    const database = await done(opening)
    for (const [store, key, value] of records) {
      await done(database.transaction(store, 'readwrite').objectStore(store).put(value, key))
    }
    database.close()
  }, damage)
}
