import { createMemoryHistory } from 'vue-router'
import { expect, test } from 'vitest'
import { createScreensRouter } from '../../playground/ui/pim/router.ts'
import { screenStates } from './pim-screen-states/index.ts'
import { looks } from './pim-screen-states/screen-row.ts'
import { screenTable } from './pim-screen-states/table.ts'

const namesIn = (row: (typeof screenTable)[number]) => [
  ...looks.flatMap((look) => {
    const cell = row[look]
    return 'none' in cell ? [] : cell
  }),
  ...row.further,
]

test('every screen of the router stands in the table of states, and nothing else does', () => {
  const routes = createScreensRouter(createMemoryHistory()).getRoutes()
  const paths = routes.filter(({ redirect }) => redirect === undefined).map(({ path }) => path)
  expect(screenTable.flatMap((row) => row.paths).toSorted()).toEqual(paths.toSorted())
})

test.each(screenTable)('$screen: every look has a state, or a reason why there is none', (row) => {
  for (const look of looks) {
    const cell = row[look]
    if ('none' in cell) expect(cell.none.length, look).toBeGreaterThan(20)
    else expect(cell.length, look).toBeGreaterThan(0)
  }
})

test('the table names every state once, and no other', () => {
  const names = screenTable.flatMap(namesIn)
  expect(names.toSorted()).toEqual(screenStates.map(({ name }) => name).toSorted())
  expect(new Set(names).size).toBe(names.length)
})
