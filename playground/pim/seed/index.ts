import { keyOf, scenarioCollections, type Scenario } from '../domain/scenario.ts'
import type { Settings, State } from '../domain/state.ts'
import { catalogue } from './catalogue.ts'
import scenario from './scenario.json' with { type: 'json' }

/** The state that a PIM begins with unless it is told another one. */
export const defaultScenario = scenario as Scenario

type Seed = { [Name in keyof State]?: [string, State[Name]][] }

/** The records of a scenario and of the demo catalogue, by collection and key. */
export function initialState(from: Scenario = defaultScenario): Seed {
  const seed: Record<string, [string, unknown][]> = { ...catalogue() }
  const settings: Record<string, unknown> = { ...from }
  for (const name of scenarioCollections) {
    const toKey = keyOf[name] as (record: unknown) => string
    seed[name] = from[name].map((record) => [toKey(record), record])
    delete settings[name]
  }
  seed['settings'] = [['current', settings as unknown as Settings]]
  return seed as Seed
}
