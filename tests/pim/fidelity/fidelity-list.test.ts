import { expect, test } from 'vitest'
import { readFidelityList } from './fidelity-list.ts'
import { shownApps } from './shown/apps.ts'
import { shownCatalogs } from './shown/catalogs.ts'
import { shownConnections } from './shown/connections.ts'
import { shownDashboard } from './shown/dashboard.ts'
import { shownRestApi } from './shown/rest-api.ts'
import { shownRestEntities } from './shown/rest-entities.ts'

// The list is only true while the mock does what each line says: one request or more shows it.
const shown = {
  ...shownConnections,
  ...shownApps,
  ...shownRestApi,
  ...shownRestEntities,
  ...shownCatalogs,
  ...shownDashboard,
}

/** Lines that no request can show, and what holds them instead. */
const elsewhere: Readonly<Record<string, string>> = {
  'Signing an id_token in a page': 'needs a page that is no secure context',
  'Buttons of the activation': 'the tests of the screens',
  'Where the checkbox about terms of use stands': 'the tests of the screens',
  'Selectors of the dashboard': 'the tests of the screens',
  'Refusals of which only status and property can be relied on': 'the tests of each refusal',
}

const list = await readFidelityList()

test('every line of the list is shown, here or elsewhere, and nothing else', () => {
  const subjects = list.map(({ subject }) => subject).sort()
  expect([...Object.keys(shown), ...Object.keys(elsewhere)].sort()).toEqual(subjects)
})

for (const [subject, show] of Object.entries(shown)) test(subject, show)
