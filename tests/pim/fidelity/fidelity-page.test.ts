import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readFidelityList } from './fidelity-list.ts'
import { fidelityPage, pagePath } from './fidelity-page.ts'

test('the page tells of exactly what the list has', async () => {
  const page = await readFile(pagePath, 'utf8')
  const message = 'Write it again: npx tsx tests/pim/fidelity/fidelity-page.ts'
  expect(page, message).toBe(fidelityPage(await readFidelityList()))
})

test('no subject of the list is there twice', async () => {
  const subjects = (await readFidelityList()).map(({ subject }) => subject)
  expect(subjects.length).toBeGreaterThan(80)
  expect(subjects.filter((subject, index) => subjects.indexOf(subject) !== index)).toEqual([])
})

test('a row is one line, whatever its cells have', () => {
  const page = fidelityPage([
    { kind: 'gap', section: 'K', subject: 'Two\nlines', mock: 'Either `a` | `b`.' },
  ])
  expect(page).toContain('### Users, roles and sign-in {#gaps-users-roles-and-sign-in}')
  expect(page).toContain('\n| Two lines | Either `a` \\| `b`. |\n')
})
