import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import {
  askedFor,
  connectedApp,
  connectionCode,
  customApp,
  customAppId,
  enterprise,
} from './pim-app-states.ts'
import { type Change, rights } from './pim-states.ts'
import { startSmallApp, type SmallApp } from './small-app.ts'

const id = customAppId(1)
const wizard = `/connect/apps/authorize?client_id=${id}`
const certified = 'cd613e30-d8f1-4adf-91b7-584a2265b1f5'
const lantern = customApp(1, 'Tidepool sync')

let screens: Screens
let app: SmallApp

beforeAll(async () => {
  screens = await openScreens()
  app = await startSmallApp()
})
afterAll(async () => {
  await app?.close()
  await screens?.close()
})
beforeEach(() => screens.start(lantern))

/** The custom app as one that runs: its URLs are those of the small app. */
const running: Change = (state) => ({
  ...state,
  customApps: state.customApps.map((item) => ({
    ...item,
    activateUrl: `${app.url}/activate`,
    callbackUrl: `${app.url}/callback`,
  })),
})

/** Clicks `Connect` on the card of the app and gives the tab that opens. */
async function connect(scope: string): Promise<Page> {
  app.scope = scope
  app.credentials = { clientId: id, clientSecret: 'k'.repeat(86) }
  await screens.open('/connect/app-store')
  const opened = screens.page.context().waitForEvent('page')
  const card = screens.page.getByRole('listitem').filter({ hasText: 'Tidepool sync' })
  await card.getByRole('button', { name: 'Connect' }).click()
  return opened
}

const lines = (page: Page) => page.getByRole('listitem').allInnerTexts()
const agree = (page: Page) => page.getByRole('checkbox', { name: /^I agree to this App’s Privacy/ })

test('an app is connected in one step once the consent is given', async () => {
  await screens.start(lantern, running)
  const tab = await connect('read_products write_categories')
  await tab.getByRole('heading', { name: 'Tidepool sync needs to' }).waitFor()
  await tab.getByText('View and edit categories').waitFor()
  expect(await lines(tab)).toEqual(['View products and product models', 'View and edit categories'])
  const confirm = tab.getByRole('button', { name: 'Confirm' })
  expect(await confirm.isDisabled()).toBe(true)
  await agree(tab).check()
  await confirm.click()
  await tab.getByRole('heading', { name: 'Connected' }).waitFor()
  await tab.close()
  expect(app.token).toMatchObject({ scope: 'read_products write_categories' })
})

test('the user’s data is asked for first, and the wizard goes back and forth', async () => {
  const { page, button } = screens
  await screens.start(lantern, askedFor(id, 'openid email profile read_products'))
  await screens.open(wizard)
  await screens.text('View your email address')
  expect((await lines(page)).slice(0, 2)).toEqual([
    'View your email address',
    'View your firstname and your lastname',
  ])
  await screens.text('Ada Marlow')
  const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
  expect(await steps.allTextContents()).toEqual([
    expect.stringContaining('Authentication'),
    expect.stringContaining('Authorizations'),
  ])
  expect(await steps.first().getAttribute('aria-current')).toBe('step')
  await button('Allow and next').click()
  await screens.text('View products and product models')
  expect(await screens.focused()).toBe('Tidepool sync needs to')
  await button('Previous').click()
  await screens.text('View your email address')
  await button('Allow and next').click()
  expect(await button('Confirm').isDisabled()).toBe(true)
  await agree(page).check()
  expect(await button('Confirm').isDisabled()).toBe(false)
})

test('openid alone adds no step', async () => {
  await screens.start(lantern, askedFor(id, 'openid read_products'))
  await screens.open(wizard)
  await screens.text('View products and product models')
  expect(await screens.page.getByRole('list', { name: 'Steps' }).count()).toBe(0)
})

test('an app that asks for nothing would like to access the PIM', async () => {
  await screens.start(lantern, askedFor(id, ''))
  await screens.open(wizard)
  await screens.heading('Tidepool sync would like to access your PIM.')
  await screens.text('No specific authorizations have been requested.')
})

test('on an upgrade what is new says so, and nobody has to agree again', async () => {
  await screens.start(lantern, connectedApp(1), askedFor(id, 'read_products write_categories'))
  await screens.open(wizard)
  await screens.page.getByRole('heading', { name: 'Is already allowed to:' }).waitFor()
  expect(await lines(screens.page)).toEqual([
    expect.stringMatching(/^View and edit categories\s+NEW$/),
    'View products and product models',
  ])
  expect(await agree(screens.page).count()).toBe(0)
  expect(await screens.button('Confirm').isDisabled()).toBe(false)
})

test('a certified app needs both boxes', async () => {
  const { page, button } = screens
  await screens.start(askedFor(certified, 'read_products'))
  await screens.open(`/connect/apps/authorize?client_id=${certified}`)
  await screens.heading('Quillmark Translate needs to')
  const disclaimer = page.getByRole('checkbox', { name: /disclaimer about the certification/ })
  await agree(page).check()
  expect(await button('Confirm').isDisabled()).toBe(true)
  await disclaimer.check()
  expect(await button('Confirm').isDisabled()).toBe(false)
  await agree(page).uncheck()
  expect(await button('Confirm').isDisabled()).toBe(true)
})

test('in an Enterprise Edition permissions follow, and are kept for the app', async () => {
  const { page, button } = screens
  await screens.start(enterprise, lantern, running)
  const tab = await connect('write_products')
  await agree(tab).check()
  await tab.getByRole('button', { name: 'Allow and next' }).click()
  await tab.getByRole('heading', { level: 1, name: 'Tidepool sync' }).waitFor()
  await tab.getByLabel('Add to Categories, Own').selectOption({ index: 1 })
  await tab.getByRole('group', { name: 'Locales, View' }).getByLabel('All').check()
  await tab.getByLabel('Add to Attribute groups, Edit').selectOption({ index: 1 })
  await tab
    .getByRole('group', { name: 'Attribute groups, Edit' })
    .getByRole('button', { name: 'Clear' })
    .click()
  await tab.getByRole('button', { name: 'Next' }).click()
  await tab.getByRole('group', { name: 'Attribute groups, Edit' }).getByText('None').waitFor()
  await tab.getByRole('button', { name: 'Confirm' }).click()
  await tab.getByRole('heading', { name: 'Connected' }).waitFor()
  await tab.close()
  const nothing = { all: false, identifiers: [] }
  expect((await screens.dump()).appPermissions).toMatchObject([
    {
      categories: { own: { all: false, identifiers: [expect.any(String)] }, edit: nothing },
      locales: { view: { all: true, identifiers: [] } },
      attributeGroups: { edit: nothing, view: nothing },
    },
  ])
  await screens.open('/connect/connected-apps')
  await button('Manage app').click()
  await page.getByRole('tab', { name: 'Permissions' }).click()
  const all = page.getByRole('group', { name: 'Locales, View' }).getByLabel('All')
  await expect.poll(() => all.isChecked()).toBe(true)
})

test('an app that only reads products gets the level View alone', async () => {
  await screens.start(enterprise, lantern, askedFor(id, 'read_products'))
  await screens.open(wizard)
  await agree(screens.page).check()
  await screens.button('Allow and next').click()
  await screens.page.getByRole('group', { name: 'Categories, View' }).waitFor()
  expect(await screens.page.getByRole('group', { name: /, (Own|Edit)$/ }).count()).toBe(0)
})

test('a cancelled wizard creates nothing', async () => {
  await screens.start(lantern, askedFor(id, 'read_products'))
  await screens.open(wizard)
  await screens.button('Cancel').click()
  await screens.heading('App Store')
  expect((await screens.dump()).connectedApps).toEqual([])
})

test('a confirmation that is refused says why, and the wizard stays', async () => {
  const { page } = screens
  await screens.start(lantern, askedFor(id, 'read_products'))
  await screens.open(wizard)
  await agree(page).check()
  await screens.breakNetwork('/rest/apps/confirm-authorization')
  await screens.button('Confirm').click()
  await screens.flash('Sorry, an error occurred while connecting the App.')
  await screens.flash('The PIM cannot be reached.')
  expect(await screens.button('Confirm').isDisabled()).toBe(false)
})

test('a user who may only open apps is asked for their data alone', async () => {
  await screens.start(
    lantern,
    running,
    connectedApp(1),
    rights('akeneo_connectivity_connection_open_apps'),
  )
  app.scope = 'openid email read_products'
  app.credentials = { clientId: id, clientSecret: 'k'.repeat(86) }
  await screens.page.goto(
    `${screens.server.url}/#/connect/connected-apps/${connectionCode(1)}/open`,
  )
  await screens.heading('Tidepool sync needs to')
  await screens.text('View your email address')
  expect(await screens.page.getByRole('checkbox').count()).toBe(0)
  await screens.button('Confirm').click()
  await screens.page.getByRole('heading', { name: 'Connected' }).waitFor()
})
