import {
  createMemoryDriver,
  type Change,
  type Driver,
  type Scenario,
} from '../../../playground/pim/index.ts'
import { buildPim, type BuiltPim } from '../build-pim.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Records that the request wrote, as `collection/key`. */
  readonly written: readonly string[]
  /** Milliseconds of machine time, so that a busy machine counts for nothing. */
  readonly took: number
}

export interface WatchedPim {
  readonly pim: BuiltPim
  /** Sends a request and watches what becomes of it. */
  ask(request: Request): Promise<Answer>
  /** The whole state but the catalogue, as it was last read. */
  readonly state: Scenario
  /** The same as text. */
  readonly stateText: string
  /** Reads the state again. */
  look(): Promise<void>
  /** Everything that was ever written, as the driver keeps it. */
  kept(): Promise<readonly Change[]>
}

/** A request with the answer that came in a state. */
export interface Exchange {
  readonly state: Scenario
  readonly answer: Answer
  /** The same request once more. */
  again(): Request
}

const slow = 1000

/**
 * Milliseconds of machine time that an answer took. One that took long is asked for twice more: what a machine does
 * beside it may be counted once, but not each time.
 */
export async function timeTaken({ state, answer, again }: Exchange): Promise<number> {
  let least = answer.took
  for (let tries = 0; least >= slow && tries < 2; tries += 1) {
    const other = await watchPim(state)
    // Loads the catalogue.
    await other.pim.send('/api/rest/v1/families')
    const { took } = await other.ask(again())
    least = Math.min(least, took)
  }
  return least
}

/** A PIM whose writes are seen. An unexpected failure inside of it is thrown. */
export async function watchPim(scenario: Partial<Scenario>): Promise<WatchedPim> {
  const memory = createMemoryDriver()
  let written: string[] = []
  const driver: Driver = {
    ...memory,
    commit(changes, version) {
      written.push(...changes.map(({ collection, key }) => `${collection}/${key}`))
      return memory.commit(changes, version)
    },
  }
  const pim = buildPim({ scenario, options: { driver } })
  let stateText = ''
  let state: Scenario
  async function look(): Promise<void> {
    const text = await (await pim.send('/_control/scenario')).text()
    if (text === stateText) return
    stateText = text
    state = JSON.parse(text) as Scenario
  }
  await look()
  return {
    pim,
    async ask(request) {
      written = []
      const before = process.cpuUsage()
      const response = await pim.fetch(request)
      const text = await response.text()
      const { user, system } = process.cpuUsage(before)
      return {
        status: response.status,
        headers: response.headers,
        text,
        written,
        took: (user + system) / 1000,
      }
    },
    get state() {
      return state
    },
    get stateText() {
      return stateText
    },
    look,
    kept: async () => (await memory.load()).changes,
  }
}
