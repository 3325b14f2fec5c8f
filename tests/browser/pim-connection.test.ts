import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import { connection, wrongUsername } from './pim-states.ts'

const list = '/connect/connection-settings'
const edit = `${list}/fernwood_erp/edit`
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let screens: Screens

beforeAll(async () => {
  screens = await openScreens({ permissions: ['clipboard-read', 'clipboard-write'] })
})
afterAll(() => screens?.close())
beforeEach(() => screens.start())

test('a saved change is there after a reload', async () => {
  const { page } = screens
  await screens.open(edit)
  await page.getByLabel('Label', { exact: true }).fill('Fernwood two')
  await page.getByLabel('Role').selectOption('Administrator')
  await page.getByLabel('Group').selectOption('Suppliers')
  await screens.text('There are unsaved changes.')
  await page.getByLabel('Label', { exact: true }).press('Enter')
  await screens.flash('Connection successfully updated.')
  await screens.heading('Fernwood two')
  await page.reload()
  await screens.heading('Fernwood two')
  await expect.poll(() => page.getByLabel('Role').inputValue()).toBe('1')
  await expect.poll(() => page.getByLabel('Group').inputValue()).toBe('2')
})

test('what is neither source nor destination cannot be tracked', async () => {
  const { page } = screens
  await screens.open(edit)
  const track = page.getByLabel('Track in Data flows dashboard')
  expect(await track.isChecked()).toBe(true)
  await page.getByLabel('Flow type').selectOption('Other')
  expect(await track.isChecked()).toBe(false)
  expect(await track.isDisabled()).toBe(true)
})

test('the default role and the default group are warned about', async () => {
  await screens.open(edit)
  await screens.text('is made for people')
  await screens.text('The default group sees the whole catalog.')
  await screens.page.getByLabel('Role').selectOption('Visitor')
  await screens.page.getByText('is made for people').waitFor({ state: 'detached' })
})

test('a change is kept when the network fails, and saved when it is back', async () => {
  const { page } = screens
  await screens.open(edit)
  await page.getByLabel('Label', { exact: true }).fill('Fernwood two')
  await screens.breakNetwork()
  await screens.button('Save').click()
  await screens.flash('Sorry, an error occurred while editing the connection.')
  await screens.flash('The PIM cannot be reached.')
  expect(await page.getByLabel('Label', { exact: true }).inputValue()).toBe('Fernwood two')
  await screens.mendNetwork()
  await screens.button('Save').click()
  await screens.heading('Fernwood two')
})

test('unsaved changes are asked about before they are lost', async () => {
  const { page } = screens
  await screens.open(edit)
  await page.getByLabel('Label', { exact: true }).fill('Fernwood two')
  await screens.link('Error monitoring').click()
  await screens.dialog.getByRole('button', { name: 'Stay' }).click()
  await screens.heading('Fernwood ERP')
  expect(await page.getByLabel('Label', { exact: true }).inputValue()).toBe('Fernwood two')
  await screens.link('Back to Connect').click()
  await screens.dialog.getByRole('button', { name: 'Leave' }).click()
  await screens.heading('Connection settings')
  await screens.link('Fernwood ERP').waitFor()
})

test('a credential is copied, and that is told', async () => {
  const { page, value } = screens
  await screens.open(edit)
  const secret = await value('Secret')
  await screens.button('Copy to clipboard: Secret').click()
  await screens.flash('Secret copied to clipboard')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
})

test('a new secret is made after a question, and Escape makes none', async () => {
  const { value } = screens
  await screens.open(edit)
  const before = await value('Secret')
  await screens.button('Regenerate the secret').click()
  await screens.dialog
    .getByText('Are you sure you want to regenerate the connection secret?')
    .waitFor()
  await screens.page.keyboard.press('Escape')
  await screens.dialog.waitFor({ state: 'detached' })
  expect(await value('Secret')).toBe(before)
  await screens.button('Regenerate the secret').click()
  await screens.dialog.getByRole('button', { name: 'Regenerate' }).click()
  await screens.flash('Connection secret successfully regenerated.')
  await expect.poll(() => value('Secret')).not.toBe(before)
})

test('a new password is shown once', async () => {
  const { value } = screens
  await screens.open(edit)
  await screens.button('Regenerate the password').click()
  await screens.dialog.getByRole('button', { name: 'Regenerate' }).click()
  await screens.flash('Connection password successfully regenerated.')
  await expect.poll(() => value('Password')).toMatch(/^[0-9a-f]{9}$/)
  await screens.link('Error monitoring').click()
  await screens.link('Connection settings').first().click()
  await screens.heading('Fernwood ERP')
  await expect.poll(() => value('Password')).toBe('••••••••')
})

test('a connection is deleted after a question that says what it means', async () => {
  await screens.open(edit)
  await screens.button('Other actions').click()
  await screens.page.getByRole('menuitem', { name: 'Delete' }).click()
  const means = screens.dialog.getByRole('link', { name: 'Here is what will happen.' })
  expect(await means.getAttribute('href')).toContain('#delete-a-connection')
  await screens.dialog.getByRole('button', { name: 'Delete' }).click()
  await screens.flash('Connection successfully deleted.')
  await screens.heading('Connection settings')
  expect((await screens.dump()).connections.map(({ code }) => code)).toEqual(['larkspur_shop'])
})

test('a deletion that is refused leaves the connection where it is', async () => {
  await screens.open(`${list}/fernwood_erp/delete`)
  await screens.breakNetwork('/rest/connections/fernwood_erp', 500)
  await screens.dialog.getByRole('button', { name: 'Delete' }).click()
  await screens.flash('Sorry, an error occurred while deleting the connection.')
  await screens.dialog.waitFor()
})

test('a picture is kept, shown and removed; a file that is none is refused', async () => {
  const { page } = screens
  await screens.open(edit)
  const file = page.getByLabel(/Change your image/)
  const none = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('') }
  await file.setInputFiles(none)
  await screens.text('Sorry, the file you are trying to upload has an extension not allowed.')
  const buffer = Buffer.from(pixel, 'base64')
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer })
  await screens.button('Remove the image').waitFor()
  await screens.button('Save').click()
  await screens.flash('Connection successfully updated.')
  await page.reload()
  await screens.button('Remove the image').click()
  await screens.button('Save').click()
  await screens.flash('Connection successfully updated.')
  expect((await screens.dump()).connections[0]?.image).toBe(null)
})

test('usernames that are not the connection’s own are listed with their last use', async () => {
  await screens.start(wrongUsername('fernwood_erp', 'admin'), wrongUsername('fernwood_erp', 'noor'))
  await screens.open(edit)
  await screens.text('Calls of this connection were made with other usernames')
  await screens.page
    .getByRole('listitem')
    .filter({ hasText: /^admin on \d+\/\d+\/\d+ at / })
    .waitFor()
  await screens.page
    .getByRole('listitem')
    .filter({ hasText: /^noor on / })
    .waitFor()
})

test('a connection that does not exist is told from one that may not be seen', async () => {
  await screens.open(`${list}/unknown/edit`)
  await screens.text('This connection does not exist')
  await screens.breakNetwork('/rest/connections/harbour_1', 403)
  await screens.open(`${list}/harbour_1/edit`)
  await screens.text('You are not allowed to see this page')
})

test('an event subscription needs a URL, gets a secret, and can then be tested', async () => {
  const { page, value } = screens
  await screens.open(`${list}/fernwood_erp/event-subscription`)
  await page.getByLabel('Event subscription activation').check()
  await screens.button('Save').click()
  await screens.text('This field is required.')
  await page.getByLabel('URL').fill('http://localhost:3000')
  await screens.text('Please, click on the Save button to be able to test the URL.')
  expect(await screens.button('Test').isDisabled()).toBe(true)
  await screens.button('Save').click()
  await screens.text('This url is not allowed.')
  await page.getByLabel('URL').fill('https://events.example.com')
  await screens.button('Save').click()
  await screens.flash('Event subscription successfully updated.')
  const before = await value('Secret')
  expect(before.length).toBeGreaterThan(20)
  await screens.button('Test').click()
  await screens.text('Failed to connect to server')
  await screens.button('Regenerate the secret').click()
  await screens.dialog.getByRole('button', { name: 'Regenerate' }).click()
  await screens.flash('Webhook secret successfully regenerated.')
  await expect.poll(() => value('Secret')).not.toBe(before)
  expect((await screens.dump()).webhooks).toMatchObject([
    { connectionCode: 'fernwood_erp', enabled: true, url: 'https://events.example.com' },
  ])
  await screens.link('Event logs').click()
  await screens.text('There is no log for the moment.')
})

test('the fourth event subscription is one too many', async () => {
  const codes = ['fernwood_erp', 'larkspur_shop', 'harbour_1']
  await screens.start(connection(1), connection(2), (state) => ({
    ...state,
    webhooks: codes.map((connectionCode) => ({
      connectionCode,
      enabled: true,
      secret: 's'.repeat(50),
      url: 'https://events.example.com',
      isUsingUuid: false,
    })),
  }))
  await screens.open(`${list}/harbour_2/event-subscription`)
  await screens.text('You can connect up to 3 connections to the Event subscription feature.')
  expect(await screens.page.getByLabel('Event subscription activation').isDisabled()).toBe(true)
})

test('what changes elsewhere appears, what is being edited stays, and what is deleted is told', async () => {
  const { page } = screens
  const address = `${screens.server.url}/rest/connections/fernwood_erp`
  const headers = { 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest' }
  const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await screens.open(`${list}/fernwood_erp/edit`)
  const secret = await screens.value('Secret')
  await page.getByLabel('Label', { exact: true }).fill('Fernwood two')
  await fetch(`${address}/regenerate-secret`, { method: 'POST', headers })
  await comeBack()
  await expect.poll(() => screens.value('Secret')).not.toBe(secret)
  expect(await page.getByLabel('Label', { exact: true }).inputValue()).toBe('Fernwood two')
  await fetch(address, { method: 'DELETE', headers })
  await comeBack()
  await page.getByRole('alert').getByText('was deleted meanwhile').waitFor()
})
