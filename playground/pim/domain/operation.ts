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

/** What a rule about a single text needs of an operation. */
export type Checking = Pick<Operation, 'check'>

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

/** Makes the operation of a request: its checks are appended to `checks`, what is to be done afterwards to `left`. */
export type OperationMaker = (checks: Check[], left?: Afterwards[]) => Operation

/** What an operation has of its own, beside the collections. */
type Own = Omit<Operation, keyof State>

/** A maker of operations on these collections. */
export function createOperations(
  collections: Collections<State>,
  environment: Environment,
): OperationMaker {
  class RequestOperation implements Own {
    readonly url = environment.url
    readonly marketplace = environment.marketplace
    readonly newId = environment.newId
    readonly random = environment.random
    caller?: Caller
    readonly #checks: Check[]
    readonly #left: Afterwards[]

    constructor(checks: Check[], left: Afterwards[]) {
      this.#checks = checks
      this.#left = left
    }

    get current(): Settings {
      return collections.settings.get('current') as Settings
    }

    now(): number {
      const { offset, frozenAt } = this.current.clock
      return frozenAt ?? this.hostNow() + offset
    }

    hostNow(): number {
      return Math.trunc(environment.now())
    }

    afterwards(work: Afterwards): void {
      this.#left.push(work)
    }

    check(id: string, ok: boolean, because: string): boolean {
      this.#checks.push({ id, ok, because })
      return ok
    }
  }
  // Once for all requests: nothing is copied for one, and no object gets a prototype of its own, which would slow down
  // every access to it.
  Object.setPrototypeOf(RequestOperation.prototype, collections)
  return (checks, left = []) => new RequestOperation(checks, left) as Own as Operation
}
