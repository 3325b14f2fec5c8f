import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlayground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test('what is made in one tab of the reader appears in the lists of another by itself', async () => {
  const first = await site.newPage()
  const second = await first.context().newPage()
  const list = await openPlayground(first, site.url, '/connect/connection-settings')
  await list.pim.getByRole('link', { name: 'Fernwood ERP' }).waitFor()

  const form = await openPlayground(second, site.url, '/connect/connection-settings/create')
  await form.pim.getByLabel('Label (required)').fill('Tidepool')
  await form.pim.getByRole('button', { name: 'Save' }).click()
  await form.heading('Tidepool')
  await list.pim.getByRole('link', { name: 'Tidepool' }).waitFor()

  await list.goTo('/connect/app-store')
  await list.pim.getByRole('heading', { name: 'Connectors' }).waitFor()
  await form.goTo('/connect/custom-apps/create')
  await form.declareApp('Harbour Sync')
  const card = list.pim.getByRole('listitem').filter({ hasText: 'Harbour Sync' })
  await card.getByRole('button', { name: 'Connect' }).waitFor()

  await form.goTo('/connect/app-store')
  const create = form.pim.getByRole('button', { name: 'Create an App' })
  await create.waitFor()
  // What lies behind another tab is drawn seldom.
  await first.bringToFront()
  await list.goTo('/system/roles')
  await list.pim.getByRole('link', { name: 'Administrator' }).click()
  await list.pim.getByRole('tab', { name: 'Permissions', exact: true }).click()
  await list.pim.getByLabel('Create and delete custom apps').uncheck()
  await list.pim.getByRole('button', { name: 'Save' }).click()
  await create.waitFor({ state: 'detached' })
  expect(await form.pim.getByRole('heading', { level: 1 }).innerText()).toBe('App Store')

  // The page of the role itself follows too, as long as nobody edits it.
  await second.bringToFront()
  await form.goTo('/system/roles')
  await form.pim.getByRole('link', { name: 'Administrator' }).click()
  await form.pim.getByRole('tab', { name: 'Permissions', exact: true }).click()
  await form.pim.getByLabel('Create and delete custom apps').check()
  await form.pim.getByRole('button', { name: 'Save' }).click()
  const right = list.pim.getByRole('checkbox', { name: 'Create and delete custom apps' })
  await expect.poll(() => right.isChecked()).toBe(true)

  // What is being edited is asked about before the page goes, or the state under it.
  await first.bringToFront()
  await right.uncheck()
  const stay = list.pim.getByRole('dialog').getByRole('button', { name: 'Stay' })
  await first.getByRole('banner').getByRole('link', { name: 'Tutorials' }).first().click()
  await stay.click()
  await first.getByRole('button', { name: 'Scenarios' }).click()
  const fresh = first.getByRole('listitem').filter({ hasText: 'Fresh PIM' })
  await fresh.getByRole('button', { name: 'Load' }).click()
  await first.getByRole('button', { name: 'Replace my PIM' }).click()
  await stay.click()
  expect(await right.isChecked()).toBe(false)
  await first.context().close()
})
