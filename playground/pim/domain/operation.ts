import type { Collections } from '../store/store.ts'
import type { Caller } from './caller.ts'
import type { Marketplace } from './marketplace.ts'
import type { Settings, State } from './state.ts'

/** One step of the PIM's reasoning: which rule, whether it held, and why. It goes into the journal only. */
export interface Check {
  readonly id: string
  readonly ok: boolean
  readonly because: string
}

/** One request's view of the PIM: its collections, and the clock, ids and chance that the rules may use. */
export interface Operation extends Collections<State> {
  /** The PIM's address without a trailing slash. */
  readonly url: string
  readonly current: Settings
  /** What the App Store lists. */
  readonly marketplace: Marketplace
  /** Whose token was sent, as soon as it is known. */
  caller?: Caller
  /** Milliseconds since the epoch on the PIM's own clock. */
  now(): number
  /** Milliseconds since the epoch on the clock of whoever runs the PIM. */
  hostNow(): number
  /** A UUID v4. */
  newId(): string
  random(byteLength: number): Uint8Array
  /**
   * Has `work` done in a change of its own once this request is answered: what is counted of a read does not make the
   * read wait for its turn.
   */
  afterwards(work: Afterwards): void
  /** Notes a step of the reasoning and gives back whether it held. */
  check(id: string, ok: boolean, because: string): boolean
}

/** What is left to do when a request is answered. */
export type Afterwards = (operation: Operation) => void

/** What the host gives to a PIM so that every answer can be reproduced. */
export interface Environment {
  readonly url: string
  readonly marketplace: Marketplace
  readonly now: () => number
  readonly newId: () => string
  readonly random: (byteLength: number) => Uint8Array
}

/** The operation of one request; its checks are appended to `checks`, what is to be done afterwards to `left`. */
export function createOperation(
  collections: Collections<State>,
  environment: Environment,
  checks: Check[],
  left: Afterwards[] = [],
): Operation {
  return inherit(collections, {
    url: environment.url,
    marketplace: environment.marketplace,
    get current(): Settings {
      return currentSettings(collections)
    },
    now(): number {
      const { offset, frozenAt } = currentSettings(collections).clock
      return frozenAt ?? Math.trunc(environment.now()) + offset
    },
    hostNow: () => Math.trunc(environment.now()),
    newId: environment.newId,
    random: environment.random,
    afterwards(work: Afterwards): void {
      left.push(work)
    },
    check(id: string, ok: boolean, because: string): boolean {
      checks.push({ id, ok, because })
      return ok
    },
  })
}

/** `own`, which finds in `base` what it does not have itself: nothing is copied for each request. */
function inherit<Base extends object, Own extends object>(base: Base, own: Own): Base & Own {
  return Object.setPrototypeOf(own, base)
}

function currentSettings(collections: Collections<State>): Settings {
  return collections.settings.get('current') as Settings
}
