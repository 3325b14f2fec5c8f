import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import { connectedApp, connectionCode, customApp, enterprise } from './pim-app-states.ts'
import { rights } from './pim-states.ts'

const list = '/connect/connected-apps'
const lantern = `${list}/${connectionCode(1)}`

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start(customApp(1), connectedApp(1)))

const card = (name: string) => screens.page.getByRole('listitem').filter({ hasText: name })
const tabs = () =>
  screens.page
    .getByRole('tab')
    .allTextContents()
    .then((all) => all.map((one) => one.trim()))

test('without any connected app the list leads to the App Store', async () => {
  await screens.start()
  await screens.open(list)
  await screens.text('Your PIM is connected with 0 apps.')
  await screens.text('No apps connected yet.')
  await screens.section('Connected apps').getByRole('link', { name: 'App Store' }).click()
  await screens.heading('App Store')
})

test('one custom app stands in a section of its own', async () => {
  await screens.open(list)
  await screens.text('Your PIM is connected with 1 app.')
  const section = screens.section('My connected custom apps')
  await section.getByText('1 app', { exact: true }).waitFor()
  await section.getByText('Developed by Ada Marlow').waitFor()
  await screens.section('Connected apps').getByText('No apps', { exact: true }).waitFor()
})

test('many say what is wrong with each of them', async () => {
  await screens.start(
    connectedApp(1),
    connectedApp(2, { isPending: true, author: null }),
    connectedApp(3, { hasOutdatedScopes: true }),
    connectedApp(4, { isCustomApp: false }),
  )
  await screens.open(list)
  await screens.text('Your PIM is connected with 4 apps.')
  await screens.text('Some of your apps are not connected with your PIM.')
  await card('Lantern 2').getByText('App not connected. Opening the App should fix').waitFor()
  await card('Lantern 2').getByText('Developed by Removed user').waitFor()
  await card('Lantern 3').getByText('New access authorization required.').waitFor()
  await card('Lantern 4').getByText('App no longer listed on the Akeneo App Store.').waitFor()
})

test('a list that cannot be had says so, and loads on the second try', async () => {
  await screens.breakNetwork()
  await screens.open(list)
  await screens.flash('Sorry, an error occured while fetching the connected apps list.')
  await screens.page
    .getByRole('alert')
    .getByText('The PIM cannot be reached', { exact: true })
    .waitFor()
  await screens.mendNetwork()
  await screens.button('Try again').click()
  await card('Lantern 1').waitFor()
})

test('each button of a card needs its own permission', async () => {
  await screens.start(connectedApp(1), rights('akeneo_connectivity_connection_open_apps'))
  await screens.open(list)
  await expect.poll(() => screens.button('Open App').isDisabled()).toBe(false)
  expect(await screens.button('Manage app').isDisabled()).toBe(true)
  await screens.start(connectedApp(1), rights('akeneo_connectivity_connection_manage_apps'))
  await screens.open(list)
  await expect.poll(() => screens.button('Manage app').isDisabled()).toBe(false)
  expect(await screens.button('Open App').isDisabled()).toBe(true)
})

test('the settings tell what the app may do, and keep what is counted', async () => {
  const { page } = screens
  await screens.open(list)
  await screens.button('Manage app').click()
  await screens.heading('Lantern 1')
  await screens.text('View products and product models')
  expect(await tabs()).toEqual(['Settings', 'Error monitoring'])
  await page.getByLabel('Flow type').selectOption('Data source')
  await page.getByLabel('Track in Data flows dashboard').check()
  await screens.text('There are unsaved changes.')
  await screens.button('Save').click()
  await screens.flash('App settings successfully updated.')
  expect((await screens.dump()).connections.at(-1)).toMatchObject({
    flowType: 'data_source',
    auditable: true,
  })
})

test('settings that cannot be saved stay in the form', async () => {
  const { page } = screens
  await screens.open(lantern)
  await page.getByLabel('Flow type').selectOption('Data source')
  await screens.breakNetwork('/rest/apps', 500)
  await screens.button('Save').click()
  await screens.flash('Sorry, an error occurred while editing the app.')
  expect(await page.getByLabel('Flow type').inputValue()).toBe('data_source')
  await screens.link('App Store').click()
  await screens.dialog.getByRole('button', { name: 'Leave' }).click()
  await screens.heading('App Store')
})

test('an app without scopes says so, a pending one too', async () => {
  await screens.start(connectedApp(1, { isPending: true, scopes: [] }))
  await screens.open(lantern)
  await screens.text('This app is not connected to your PIM.')
  await screens.text('This connected app doesn’t access your product information.')
  await screens.text('No specific authorizations have been requested.')
})

test('a new secret is shown after a question, and the old one is masked but for its end', async () => {
  await screens.open(lantern)
  expect(await screens.value('Client secret')).toContain(`${'*'.repeat(30)}kkkk`)
  await screens.button('Regenerate').click()
  await screens.dialog.getByText('Are you sure you want to proceed ?').waitFor()
  await screens.dialog.getByRole('button', { name: 'Regenerate' }).click()
  await screens.dialog.getByRole('heading', { name: 'New credentials' }).waitFor()
  const [, secret = ''] = await screens.dialog.getByRole('definition').allInnerTexts()
  expect(secret).toMatch(/^[\w-]{86}$/)
  await screens.button('Done').click()
  await expect.poll(() => screens.value('Client secret')).toContain(secret.slice(-4))
  expect((await screens.dump()).customApps[0]?.clientSecret).toBe(secret)
})

test('without the permission the secret can be neither seen nor made anew', async () => {
  await screens.start(
    customApp(1),
    connectedApp(1),
    rights('akeneo_connectivity_connection_manage_apps'),
  )
  await screens.open(lantern)
  await screens.text('The client secret cannot be shown to your role.')
  expect(await screens.button('Regenerate').count()).toBe(0)
})

test('an Enterprise Edition has permissions, to be changed and saved', async () => {
  const { page } = screens
  await screens.start(enterprise, connectedApp(1, { scopes: ['write_products'] }))
  await screens.open(`${lantern}?tab=permissions`)
  expect(await tabs()).toEqual(['Settings', 'Permissions', 'Error monitoring'])
  await page.getByRole('group', { name: 'Locales, Edit' }).getByLabel('All').check()
  await screens.text('There are unsaved changes.')
  await screens.button('Save').click()
  await screens.flash('App settings successfully updated.')
  expect((await screens.dump()).appPermissions).toMatchObject([
    { userGroup: connectionCode(1), locales: { edit: { all: true } } },
  ])
})

test('permissions that cannot be loaded or saved say so', async () => {
  const { page } = screens
  await screens.start(enterprise, connectedApp(1))
  await screens.breakNetwork('/rest/app-permissions', 500)
  await screens.open(`${lantern}?tab=permissions`)
  const failed =
    'Saved permissions on attribute groups, categories and locales could not be loaded.'
  await page.getByRole('alert').getByText(failed).waitFor()
  await screens.mendNetwork()
  await screens.button('Try again').click()
  await page.getByRole('group', { name: 'Locales, View' }).getByLabel('All').check()
  await screens.breakNetwork('/rest/app-permissions', 500)
  await screens.button('Save').click()
  await screens.flash('Please check the App permission settings.')
})

test('an app is deleted after a question, and can be connected again', async () => {
  await screens.open(lantern)
  await screens.button('Other actions').click()
  await screens.page.getByRole('menuitem', { name: 'Delete' }).click()
  await screens.dialog.getByText('Are you sure you want to delete the app?').waitFor()
  await screens.dialog.getByRole('button', { name: 'Delete' }).click()
  await screens.flash('App successfully deleted.')
  await screens.text('No apps connected yet.')
  await screens.open('/connect/app-store')
  const connect = card('Lantern 1').getByRole('button', { name: 'Connect' })
  await expect.poll(() => connect.isDisabled()).toBe(false)
})

test('an app that does not exist is not found, and cannot be opened', async () => {
  await screens.open(`${list}/nobody`)
  await screens.text('App not found')
  await screens.open(`${list}/nobody/open`)
  await screens.page
    .getByRole('alert')
    .getByText('Sorry, an error occurred while opening the App.')
    .waitFor()
})
