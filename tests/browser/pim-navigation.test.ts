import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'

const list = '/connect/connection-settings'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start())

test('the page that a link leads to is read from its heading on, and names the tab', async () => {
  await screens.open(list)
  await screens.link('Fernwood ERP').click()
  await screens.heading('Fernwood ERP')
  await expect.poll(() => screens.focused()).toBe('Fernwood ERP')
  await expect.poll(() => screens.page.title()).toBe('Fernwood ERP | PIM')
  await screens.link('Event subscription').click()
  await screens.heading('Event subscription')
  await expect.poll(() => screens.focused()).toBe('Event subscription')
})

test('the first page leaves the focus where it is', async () => {
  await screens.open(list)
  await screens.link('Fernwood ERP').waitFor()
  expect(await screens.page.evaluate(() => document.activeElement === document.body)).toBe(true)
})

test('the browser goes back and forth between screens', async () => {
  const { page } = screens
  await screens.open(list)
  await screens.link('Fernwood ERP').click()
  await screens.heading('Fernwood ERP')
  await page.goBack()
  await screens.heading('Connection settings')
  await page.goForward()
  await screens.heading('Fernwood ERP')
})

test.each([
  ['/connections', '/connect/connection-settings'],
  ['/connections/create', '/connect/connection-settings/create'],
  ['/connections/fernwood_erp/edit', '/connect/connection-settings/fernwood_erp/edit'],
  ['/connections/fernwood_erp/monitoring', '/connect/connection-settings/fernwood_erp/monitoring'],
  ['/connect/connection-settings/fernwood_erp', '/connect/connection-settings/fernwood_erp/edit'],
])('the older address %s leads to %s', async (older, address) => {
  await screens.open(older)
  expect(screens.page.url()).toBe(`${screens.server.url}/#${address}`)
})

test('an address without a screen says so and leads on', async () => {
  await screens.open('/no/such/page')
  await screens.heading('Page not found')
  await screens.page.getByRole('main').getByRole('link', { name: 'App Store' }).click()
  await screens.heading('App Store')
})

test('a dialog keeps the focus and gives it back', async () => {
  const { page } = screens
  await screens.open(`${list}/fernwood_erp/edit`)
  await screens.button('Regenerate the secret').focus()
  await page.keyboard.press('Enter')
  await screens.dialog.waitFor()
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press(presses % 2 === 0 ? 'Tab' : 'Shift+Tab')
    const isInside = await screens.dialog.evaluate((dialog) =>
      dialog.contains(document.activeElement),
    )
    expect(isInside).toBe(true)
  }
  await page.keyboard.press('Escape')
  await screens.dialog.waitFor({ state: 'detached' })
  expect(await screens.focused()).toBe('Regenerate the secret')
})

test('a menu is opened, walked and left by keyboard', async () => {
  const { page } = screens
  await screens.open(`${list}/fernwood_erp/edit`)
  await screens.button('Other actions').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => screens.focused()).toBe('Delete')
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  expect(await screens.focused()).toBe('Other actions')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await screens.dialog.getByText('Confirm deletion').waitFor()
})

test('a connection is created by keyboard alone', async () => {
  const { page } = screens
  await screens.open(`${list}/create`)
  await screens.button('Close').focus()
  await page.keyboard.press('Tab')
  expect(await screens.focused()).toBe('Save')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Harbour')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await screens.flash('Connection successfully created.')
  await screens.heading('Harbour')
  await expect.poll(() => page.getByLabel('Flow type').inputValue()).toBe('data_destination')
})

test('each screen speaks the words of the era that the address or the scenario names', async () => {
  await screens.open(list, '?era=apps-2019')
  await screens.heading('Apps')
  await screens.page
    .getByRole('navigation', { name: 'System navigation' })
    .getByText('Apps')
    .waitFor()
  await screens.section('Source app').waitFor()

  await screens.start((state) => ({ ...state, era: 'connections-2020' }))
  await screens.open(list)
  await screens.heading('Connections')
  await screens.section('Source connection').waitFor()
})

test('a screen whose program does not come says so, and comes on the second try', async () => {
  const { page } = screens
  await page.route(/RoleList-.*\.js/, (route) => route.abort())
  await page.goto(`${screens.server.url}/#/system/roles`)
  await page.getByRole('alert').getByText('This page could not be loaded').waitFor()
  await screens.mendNetwork()
  await screens.button('Try again').click()
  await screens.heading('Roles')
})

test('a link whose program does not come leaves the page where it is', async () => {
  const { page } = screens
  await page.route(/DataFlows-.*\.js/, (route) => route.abort())
  await screens.open(list)
  await screens.link('Data flows').click()
  await screens.flash('That page could not be loaded.')
  await screens.heading('Connection settings')
})

test('while the PIM has not answered the page says that it loads', async () => {
  const { page } = screens
  let answer = (): void => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route(
    (url) => url.pathname === '/rest/connections',
    async (route) => {
      await held
      await route.continue()
    },
  )
  await screens.open(list)
  await page.getByRole('status').getByText('Loading ...').waitFor()
  answer()
  await screens.link('Fernwood ERP').waitFor()
  expect(await page.getByText('Loading ...').count()).toBe(0)
})

test('when nobody is signed in the page says so, and leads to where one signs in', async () => {
  await screens.start((state) => ({
    ...state,
    users: state.users.map((user) => Object.assign({}, user, { enabled: false })),
  }))
  await screens.open(`${list}/fernwood_erp/edit`)
  await screens.page.getByRole('alert').getByText('Nobody is signed in').waitFor()
  await screens.button('Sign in').click()
  await screens.page.waitForURL(`${screens.server.url}/user/login`)
})
