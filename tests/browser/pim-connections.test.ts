import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import { connection, connections, noConnections, signedIn, wrongUsername } from './pim-states.ts'

const list = '/connect/connection-settings'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start())

test('without any connection the list leads to the form', async () => {
  await screens.start(noConnections)
  await screens.open(list)
  await screens.text('No connection declared yet.')
  await screens.link('click here.').click()
  await screens.heading('Create a new connection')
})

test('one connection stands in the section of its flow type', async () => {
  await screens.start(noConnections, connection(1, { label: 'Tidepool' }))
  await screens.open(list)
  const section = screens.section('Data source')
  await section.getByRole('link', { name: 'Tidepool' }).waitFor()
  await section.getByText('1 connection', { exact: true }).waitFor()
  expect(await screens.page.getByRole('region').count()).toBe(1)
})

test('many stand in their sections: sources, destinations, others', async () => {
  await screens.start(noConnections, connections(12))
  await screens.open(list)
  await screens.section('Data sources').waitFor()
  expect(await screens.page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    'Data sources',
    'Data destinations',
    'Others',
  ])
  for (const title of ['Data sources', 'Data destinations', 'Others']) {
    expect(await screens.section(title).getByRole('link').count()).toBe(4)
    await screens.section(title).getByText('4 connections').waitFor()
  }
})

test('at the limit nothing can be created, and the page says why', async () => {
  await screens.start(connections(48))
  await screens.open(list)
  await screens.text('You reached the limit of 50 connections and connected Apps.')
  expect(await screens.button('Create').isDisabled()).toBe(true)
})

test('the form of a new connection says how many there can be, and asks the PIM for it', async () => {
  await screens.start((state) => ({ ...state, limits: { ...state.limits, connections: 12 } }))
  await screens.open(`${list}/create`)
  await screens.text('You can connect up to 12 third-parties or Apps.')
})

test('a sign marks the connections that are used with somebody else’s username', async () => {
  await screens.start(wrongUsername('fernwood_erp', 'noor'))
  await screens.open(list)
  await screens.text('a warning sign marks them')
  await screens.page
    .getByRole('link', { name: /Fernwood ERP.*Used with a wrong username/s })
    .click()
  await screens.heading('Fernwood ERP')
  await screens.text('Discover why you should use it.')
})

test('when the PIM cannot be reached the list says so, and loads on the second try', async () => {
  await screens.breakNetwork()
  await screens.open(list)
  await screens.page
    .getByRole('alert')
    .getByText('The PIM cannot be reached', { exact: true })
    .waitFor()
  await screens.mendNetwork()
  await screens.button('Try again').click()
  await screens.link('Fernwood ERP').waitFor()
})

test('who may not manage connections sees the list, creates none and opens none', async () => {
  await screens.start(signedIn('noor'))
  await screens.open(list)
  await screens.link('Fernwood ERP').waitFor()
  expect(await screens.button('Create').isDisabled()).toBe(true)
  await screens.link('Fernwood ERP').click()
  await screens.text('You are not allowed to see this page')
  for (const form of [`${list}/create`, '/connect/custom-apps/create']) {
    await screens.open(form)
    await screens.text('You are not allowed to see this page')
    expect(await screens.page.getByRole('textbox').count()).toBe(0)
    for (const name of ['Save', 'Create']) expect(await screens.button(name).count()).toBe(0)
  }
})

test('what a program makes appears when somebody comes back, and what another tab makes at once', async () => {
  await screens.open(list)
  await screens.link('Fernwood ERP').waitFor()
  await fetch(`${screens.server.url}/rest/connections`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
    body: JSON.stringify({ code: 'tidepool', label: 'Tidepool', flow_type: 'other' }),
  })
  await screens.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await screens.section('Other').getByRole('link', { name: 'Tidepool' }).waitFor()

  const other = await screens.page.context().newPage()
  await other.goto(`${screens.server.url}/#${list}/create`)
  await other.getByLabel('Label (required)').fill('Driftwood')
  await other.getByRole('button', { name: 'Save' }).click()
  await screens.link('Driftwood').waitFor()
  await other.close()
})

test('a new connection gets a code from its label, and its password is shown once', async () => {
  const { page, value } = screens
  await screens.open(list)
  await screens.button('Create').click()
  await page.getByLabel('Label (required)').fill('Harbour Shop-2')
  expect(await page.getByLabel('Code (required)').inputValue()).toBe('harbourshop_2')
  await page.getByLabel('Flow type (required)').selectOption('Data destination')
  await screens.button('Save').click()
  await screens.flash('Connection successfully created.')
  await screens.heading('Harbour Shop-2')
  expect(await value('Password')).toMatch(/^[0-9a-f]{9}$/)
  await screens.text('Make sure to save this password somewhere')
  expect(await value('Username')).toMatch(/^harbourshop_2_\d{4}$/)
  await page.reload()
  await screens.text('If you forgot your password')
  expect(await value('Password')).toBe('••••••••')
})

test('a code that was written by hand stays when the label changes', async () => {
  const { page } = screens
  await screens.open(`${list}/create`)
  await page.getByLabel('Code (required)').fill('my_own')
  await page.getByLabel('Label (required)').fill('Harbour')
  expect(await page.getByLabel('Code (required)').inputValue()).toBe('my_own')
})

test('what is wrong stands under its field, and what was typed stays', async () => {
  const { page } = screens
  const before = await screens.dump()
  await screens.open(`${list}/create`)
  await page.getByLabel('Label (required)').fill('ab')
  await page.getByLabel('Code (required)').fill('fernwood_erp')
  await screens.button('Save').click()
  await screens.text('Connection label is too short. It should have 3 characters or more.')
  await screens.flash('Sorry, an error occurred while creating the connection.')
  const label = page.getByLabel('Label (required)')
  expect(await label.getAttribute('aria-invalid')).toBe('true')
  await expect.poll(() => label.evaluate((field) => field === document.activeElement)).toBe(true)
  await label.fill('Fernwood')
  await screens.button('Save').click()
  await screens.text('Connection code must be unique.')
  expect(await label.inputValue()).toBe('Fernwood')
  expect(await page.getByLabel('Code (required)').inputValue()).toBe('fernwood_erp')
  expect(await screens.dump()).toEqual(before)
})

test('a form that cannot be sent says so and keeps what was typed', async () => {
  await screens.open(`${list}/create`)
  await screens.page.getByLabel('Label (required)').fill('Harbour')
  await screens.breakNetwork('/rest/connections', 503)
  await screens.button('Save').click()
  await screens.flash('The PIM could not answer.')
  expect(await screens.page.getByLabel('Label (required)').inputValue()).toBe('Harbour')
})
