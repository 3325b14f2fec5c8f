import { afterAll, beforeAll, expect, test } from 'vitest'
import { findViolationsInBothThemes } from './find-violations.ts'
import { openSite, type Site } from './open-site.ts'
import { openScenarioPanel } from './scenario-panel.ts'

// The gallery, what the reader saves of their own, files, undo and redo.

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test('a scenario of the gallery is loaded after a question, undone and done again', async () => {
  const { page, panel, press, replace, sees, misses } = await openScenarioPanel(site)
  await sees('Fernwood ERP')
  expect(await findViolationsInBothThemes(page)).toEqual([])

  await press('Load: Fresh PIM')
  await panel.getByText('It replaces 2 connections').waitFor()
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await press('Keep mine')
  await sees('Fernwood ERP')
  await press('Load: Fresh PIM')
  await replace()
  await misses('Fernwood ERP')

  await press('Undo')
  await sees('Fernwood ERP')
  await press('Redo')
  await misses('Fernwood ERP')
  await panel.getByRole('button', { name: 'Load: App pending' }).focus()
  await page.keyboard.press('Control+z')
  await sees('Fernwood ERP')
  await page.keyboard.press('Control+Shift+z')
  await misses('Fernwood ERP')

  await press('Back to the beginning')
  await replace()
  await sees('Fernwood ERP')
  await press('Undo')
  await misses('Fernwood ERP')
  await page.context().close()
})

test('what a screen changes can be undone as well, and Ctrl+Z outside of the panel is left alone', async () => {
  const { page, playground, panel, press, sees, misses } = await openScenarioPanel(site)
  const { pim } = playground
  await panel.getByText('Nothing to undo yet.').waitFor()
  await pim.getByRole('button', { name: 'Create', exact: true }).click()
  await pim.getByLabel('Label (required)').fill('Moss ERP')
  await pim.getByRole('button', { name: 'Save' }).click()
  await playground.heading('Moss ERP')
  await panel.getByText(/^Last change: connections/).waitFor()
  await pim.getByRole('textbox', { name: 'Label' }).focus()
  await page.keyboard.press('Control+z')
  await panel.getByText(/^Last change: connections/).waitFor()

  // Those made while the panel is closed are changes of their own.
  await page.getByRole('button', { name: 'Missions', exact: true }).click()
  for (const label of ['Moss PLM', 'Moss shop']) {
    await pim.getByRole('textbox', { name: 'Label' }).fill(label)
    await pim.getByRole('button', { name: 'Save' }).click()
    await playground.heading(label)
  }
  await playground.goTo('/connect/connection-settings')
  await page.getByRole('button', { name: 'Scenarios', exact: true }).click()
  await sees('Moss shop')
  await press('Undo')
  await sees('Moss PLM')
  await press('Undo')
  await sees('Moss ERP')
  await press('Undo')
  await misses('Moss ERP')
  await page.context().close()
})

test('a state is saved, changed, loaded, renamed, deleted and brought back', async () => {
  const { page, panel, press, replace, sees, misses } = await openScenarioPanel(site)
  await panel.getByLabel('Name for the present state').fill('Before the demo')
  await press('Save the present state')
  await press('Load: Fresh PIM')
  await replace()
  await misses('Fernwood ERP')
  await press('Load: Before the demo')
  await replace()
  await sees('Fernwood ERP')

  await panel.getByLabel('Name for the present state').fill('Before the demo')
  await press('Save the present state')
  await panel.getByText('You have a scenario of that name already.').waitFor()
  await press('Rename: Before the demo')
  await panel.getByLabel('New name of Before the demo').fill('Demo')
  await page.keyboard.press('Enter')
  await press('Delete: Demo')
  await press('Undo: delete “Demo”')
  await panel.getByRole('button', { name: 'Load: Demo' }).waitFor()
  await page.reload()
  await panel.getByRole('button', { name: 'Load: Demo' }).waitFor()
  await page.context().close()
})

test('full storage is told, and nothing else is lost', async () => {
  const { page, panel, press } = await openScenarioPanel(site)
  await page.evaluate(() => {
    for (let length = 4_000_000; length > 10; length = Math.floor(length / 2)) {
      try {
        for (let copy = 0; copy < 3; copy += 1) {
          localStorage.setItem(`filler-${length}-${copy}`, 'x'.repeat(length))
        }
      } catch {
        // It is full for this length; a shorter one may still fit.
      }
    }
  })
  await panel.getByLabel('Name for the present state').fill('Too much')
  await press('Save the present state')
  await panel.getByText('The storage of this browser is full, so nothing was kept.').waitFor()
  expect(await panel.getByRole('button', { name: 'Load: Too much' }).count()).toBe(0)
  await page.context().close()
})

test('an exported file, imported, gives the same state; a broken one is refused with its place', async () => {
  const { page, playground, panel, press, replace, exported, importFile, sees, misses } =
    await openScenarioPanel(site)
  const before = await exported()
  await press('Load: Fresh PIM')
  await replace()
  await misses('Fernwood ERP')
  await importFile(JSON.stringify(before))
  await replace()
  await sees('Fernwood ERP')
  expect(await exported()).toEqual(before)

  const refusals: [string, RegExp][] = [
    ['{\n"era": "today",\n', /It cannot be read: .*line 3/],
    [JSON.stringify({ ...before, session: 'nobody' }), /At \/session: There is no such user/],
    [
      JSON.stringify({ ...before, connections: [{ ...before.connections[0], flowType: 'up' }] }),
      /At \/connections\/0\/flowType: /,
    ],
  ]
  for (const [text, refusal] of refusals) {
    await importFile(text)
    await panel.getByRole('alert').getByText(refusal).waitFor()
    expect(await exported()).toEqual(before)
  }
  // Only the PIM itself finds that a key is none.
  const [key] = before.openIdKeys
  const privateKey = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'
  await importFile(JSON.stringify({ ...before, openIdKeys: [{ ...key, privateKey }] }))
  await replace()
  await panel.getByRole('alert').getByText('At /openIdKeys/0/privateKey').waitFor()
  expect(await exported()).toEqual(before)
  expect(await findViolationsInBothThemes(page)).toEqual([])

  // A screen speaks of the limit that the file holds.
  await importFile(JSON.stringify({ ...before, limits: { ...before.limits, connections: 12 } }))
  await replace()
  await playground.goTo('/connect/connection-settings/create')
  const remark = playground.pim.getByText('You can connect up to 12 third-parties or Apps.')
  await remark.waitFor()

  // On paper a screen is light, whatever the theme.
  const scheme = () => remark.evaluate((element) => getComputedStyle(element).colorScheme)
  await page.getByRole('radio', { name: 'Dark theme' }).check({ force: true })
  await expect.poll(scheme).toBe('dark')
  await page.emulateMedia({ media: 'print' })
  expect(await scheme()).not.toBe('dark')
  await page.context().close()
})
