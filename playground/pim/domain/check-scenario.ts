import { findMismatch, listOf, optional, type Mismatch, type Shape } from '../store/shape.ts'
import { recordShapes, settingsFields } from './record-shapes.ts'
import type { Collections } from '../store/store.ts'
import {
  dumpScenario,
  keyOf,
  laterCollections,
  recordsIn,
  scenarioCollections,
  type Scenario,
  type ScenarioCollection,
} from './scenario.ts'
import { findContradiction } from './scenario-rules.ts'
import type { State } from './state.ts'

/** What a scenario looks like. */
export const scenarioShape: Shape = {
  kind: 'record',
  isOpen: false,
  fields: {
    ...settingsFields,
    ...Object.fromEntries(scenarioCollections.map((name) => [name, shapeOf(name)])),
  },
}

function shapeOf(name: ScenarioCollection): Shape {
  const records = listOf(recordShapes[name])
  return laterCollections.has(name) ? optional(records) : records
}

/** The first thing that keeps a value from being a scenario, or nothing when it is one. */
export function checkScenario(value: unknown): Mismatch | undefined {
  const mismatch = findMismatch(scenarioShape, value)
  if (mismatch) return mismatch
  const scenario = value as Scenario
  return findDuplicate(scenario) ?? findContradiction(scenario)
}

/** Says why records cannot be a state together, or nothing when they can. */
export function refuseState(collections: Collections<State>): string | undefined {
  const current = collections.settings.get('current')
  if (!current) return 'there are no settings'
  const mismatch = findContradiction(dumpScenario({ ...collections, current }))
  return mismatch && `${mismatch.pointer}: ${mismatch.message}`
}

/** Two records of a collection that would be stored under the same key. */
function findDuplicate(scenario: Scenario): Mismatch | undefined {
  for (const name of scenarioCollections) {
    const toKey = keyOf[name] as (record: unknown) => string
    const seen = new Set<string>()
    for (const [index, record] of recordsIn(scenario, name).entries()) {
      const key = toKey(record)
      if (seen.has(key)) {
        return { pointer: `/${name}/${index}`, message: `Has the key "${key}" of another one` }
      }
      seen.add(key)
    }
  }
  return undefined
}
