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
import { findImpossible } from './record-rules.ts'
import { findContradiction } from './scenario-rules.ts'
import type { State } from './state.ts'
import { quote } from './text.ts'

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
  return findDuplicate(scenario) ?? findContradiction(scenario) ?? findImpossible(scenario)
}

/**
 * Says why records cannot be a state together, or nothing when they can. What was kept once opens again, also where a
 * scenario would be refused for it today: only what the PIM could not answer with is a reason.
 */
export function refuseState(collections: Collections<State>): string | undefined {
  const current = collections.settings.get('current')
  if (!current) return 'there are no settings'
  const mismatch = findContradiction(dumpScenario({ ...collections, current }))
  return mismatch && `${mismatch.pointer}: ${mismatch.message}`
}

/** What no two records have in common, beside their keys. */
const uniqueFields: { readonly [Name in ScenarioCollection]?: readonly (keyof State[Name])[] } = {
  roles: ['code', 'label'],
}

/** Two records of a collection that would be stored under the same key, or that share what only one can have. */
function findDuplicate(scenario: Scenario): Mismatch | undefined {
  for (const name of scenarioCollections) {
    const toKey = keyOf[name] as (record: unknown) => string
    const records = recordsIn(scenario, name) as readonly Readonly<Record<string, string>>[]
    for (const field of ['key', ...(uniqueFields[name] ?? [])]) {
      const seen = new Set<string>()
      for (const [index, record] of records.entries()) {
        const value = record[field] ?? toKey(record)
        const at = field in record ? `/${field}` : ''
        if (seen.has(value)) {
          const message = `Has the ${field} ${quote(value)} of another one`
          return { pointer: `/${name}/${index}${at}`, message }
        }
        seen.add(value)
      }
    }
  }
  return undefined
}
