import type { Driver } from './driver.ts'
import { createStore, type Store, type StoreOptions } from './store.ts'

/** What the tests of stores keep. */
export interface State {
  readonly boats: { readonly name: string; readonly port: string }
  readonly ports: { readonly name: string }
}

export const seed: StoreOptions<State>['seed'] = {
  boats: [
    ['a', { name: 'Avocet', port: 'north' }],
    ['b', { name: 'Brant', port: 'south' }],
    ['c', { name: 'Curlew', port: 'north' }],
  ],
}

/** A store of boats, with the seed that every test begins with. */
export function open(driver: Driver, options: Partial<StoreOptions<State>> = {}): Store<State> {
  return createStore<State>({ driver, names: ['boats', 'ports'], seed, ...options })
}

export function namesOf(store: Store<State>): Promise<string[]> {
  return store.read(async ({ boats }) => [...boats.values()].map(({ name }) => name))
}
