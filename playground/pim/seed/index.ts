import type { Marketplace } from '../domain/marketplace.ts'
import { recordsOf, type Records, type Scenario } from '../domain/scenario.ts'
import { catalogue } from './catalogue.ts'
import store from './marketplace.json' with { type: 'json' }
import scenario from './scenario.json' with { type: 'json' }

/** The state that a PIM begins with unless it is told another one. */
export const defaultScenario = scenario as Scenario

/** What the App Store lists. */
export const marketplace: Marketplace = store

/** The records of a scenario and of the demo catalogue, by collection and key. */
export function initialState(from: Scenario = defaultScenario): Records {
  return { ...catalogue(), ...recordsOf(from) }
}
