import { expect, test } from 'vitest'
import { catalogueCollections } from './catalogue-state.ts'
import { scenarioCollections } from './scenario.ts'
import { collectionNames } from './state.ts'

test('a scenario holds every collection of the state but the product catalogue', () => {
  // The one record of the settings is the scenario's own fields.
  const declared = [...scenarioCollections, ...catalogueCollections, 'settings']
  expect(declared.toSorted()).toEqual(collectionNames.toSorted())
})
