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
