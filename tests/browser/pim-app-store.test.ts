import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import { connectedApp, customApp, customAppId, customApps } from './pim-app-states.ts'
import { connections, rights } from './pim-states.ts'

const store = '/connect/app-store'
const manageCustomApps = 'akeneo_connectivity_connection_manage_test_apps'
const manageApps = 'akeneo_connectivity_connection_manage_apps'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start())

const card = (name: string) => screens.page.getByRole('listitem').filter({ hasText: name })

async function declare(name: string, activateUrl = 'https://tidepool.example.com'): Promise<void> {
  const { page } = screens
  await page.getByLabel('Name (required)').fill(name)
  await page.getByLabel('Activate url (required)').fill(activateUrl)
  await page.getByLabel('Callback url (required)').fill('https://tidepool.example.com/callback')
  await screens.button('Create').click()
}

test('without a custom app there is no section of them, and the store has its own two', async () => {
  await screens.open(store)
  await screens.section('Apps').getByText('3 apps', { exact: true }).waitFor()
  await screens.section('Connectors').getByText('2 connectors', { exact: true }).waitFor()
  expect(await screens.section('My custom apps').count()).toBe(0)
  await screens.text('There are 5 apps and connectors compatible with your PIM version.')
  const link = screens.link('Go to the Akeneo App Store')
  expect(await link.getAttribute('href')).toBe('https://app-store.example.com')
})

test('one custom app has a section, and counts among the results', async () => {
  await screens.start(customApp(1, 'Tidepool sync'))
  await screens.open(store)
  const section = screens.section('My custom apps')
  await section.getByText('1 app', { exact: true }).waitFor()
  await section.getByText('Developed by Ada Marlow').waitFor()
  await screens.text('6 results')
})

test('many are searched by name', async () => {
  await screens.start(customApps(12))
  await screens.open(store)
  await screens.section('My custom apps').getByText('12 apps', { exact: true }).waitFor()
  const search = screens.page.getByRole('searchbox', { name: 'Search by name' })
  await search.fill('lantern 12')
  await screens.page.getByRole('status').filter({ hasText: '1 result' }).waitFor()
  expect(await card('Lantern').count()).toBe(1)
  await search.fill('zzz')
  await screens.page.getByRole('status').filter({ hasText: 'No results' }).waitFor()
})

test('when the App Store is down the custom apps are there all the same', async () => {
  await screens.start(customApp(1, 'Tidepool sync'))
  await screens.breakNetwork('/rest/marketplace')
  await screens.open(store)
  await screens.text("We can't reach the App Store, please come back later.")
  await card('Tidepool sync').waitFor()
})

test('when nothing can be reached the page says so', async () => {
  await screens.breakNetwork()
  await screens.open(store)
  await screens.page
    .getByRole('alert')
    .getByText('The PIM cannot be reached', { exact: true })
    .waitFor()
})

test('at the limit of custom apps none can be declared', async () => {
  await screens.start(customApps(20))
  await screens.open(store)
  await screens.text('You reached the limit of 20 custom apps.')
  expect(await screens.button('Create an App').isDisabled()).toBe(true)
})

test('at the limit of connections nothing can be connected', async () => {
  await screens.start(connections(48), customApp(1, 'Tidepool sync'))
  await screens.open(store)
  const connect = card('Tidepool sync').getByRole('button', { name: 'Connect' })
  expect(await connect.isDisabled()).toBe(true)
})

test('a connected app says so, a pending one too', async () => {
  await screens.start(
    customApp(1, 'Tidepool sync'),
    customApp(2, 'Harbour sync'),
    connectedApp(1),
    connectedApp(2, { isPending: true }),
  )
  await screens.open(store)
  const label = (name: string) => card(name).getByRole('button').innerText()
  await card('Tidepool sync').waitFor()
  expect(await label('Tidepool sync')).toMatch(/^connected$/i)
  expect(await card('Tidepool sync').getByRole('button').isDisabled()).toBe(true)
  expect(await card('Harbour sync').getByRole('button').isDisabled()).toBe(true)
})

test('without the permission nothing declares an app or deletes one, and the dialog says so at once', async () => {
  await screens.start(customApp(1, 'Tidepool sync'), rights(manageApps))
  await screens.open(store)
  await screens.section('Apps').waitFor()
  expect(await screens.button('Create an App').count()).toBe(0)
  expect(await screens.link('Delete Tidepool sync').count()).toBe(0)
  await screens.open(`/connect/custom-apps/${customAppId(1)}/delete`)
  await screens.dialog.getByText('You are not allowed to see this page').waitFor()
  expect(await screens.dialog.getByRole('button', { name: 'Delete' }).count()).toBe(0)
  await screens.dialog.getByRole('button', { name: 'Cancel' }).click()
  await screens.dialog.waitFor({ state: 'detached' })
})

test('who may only declare apps cannot connect one', async () => {
  await screens.start(customApp(1, 'Tidepool sync'), rights(manageCustomApps))
  await screens.open(store)
  const connect = card('Tidepool sync').getByRole('button', { name: 'Connect' })
  await connect.waitFor()
  expect(await connect.isDisabled()).toBe(true)
  expect(await connect.getAttribute('title')).toBe('Your role lacks the permission Manage apps')
})

test('an app is declared in two steps, the second of which shows its credentials', async () => {
  await screens.open(store)
  await screens.button('Create an App').click()
  await screens.heading('App information')
  await declare('Tidepool sync')
  await screens.heading('Credentials')
  expect(await screens.focused()).toBe('Credentials')
  expect(await screens.value('Client id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
  expect(await screens.value('Client secret')).toMatch(/^[\w-]{86}$/)
  await screens.button('Done').click()
  await screens.section('My custom apps').getByText('Tidepool sync').waitFor()
})

test('what is wrong with an app stands under its fields, and nothing is declared', async () => {
  await screens.open('/connect/custom-apps/create')
  await screens.button('Create').click()
  await screens.text('The name of the app is required.')
  await screens.text('The activate url is required.')
  await screens.text('The callback url is required.')
  await declare('Tidepool sync', 'nowhere')
  await screens.text('The activate url must be a valid URL.')
  expect(await screens.page.getByLabel('Name (required)').inputValue()).toBe('Tidepool sync')
  expect((await screens.dump()).customApps).toEqual([])
})

test('a form that cannot be sent says so and keeps what was typed', async () => {
  await screens.open('/connect/custom-apps/create')
  await screens.breakNetwork()
  await declare('Tidepool sync')
  await screens.flash('The PIM cannot be reached.')
  expect(await screens.page.getByLabel('Name (required)').inputValue()).toBe('Tidepool sync')
})

test('an app is deleted after a question that says what goes with it', async () => {
  await screens.start(customApp(1, 'Tidepool sync'), connectedApp(1))
  await screens.open(store)
  await screens.link('Delete Tidepool sync').click()
  await screens.dialog.getByText('so does the connected app').waitFor()
  await screens.dialog.getByRole('button', { name: 'Delete' }).click()
  await screens.flash('Custom app successfully deleted.')
  await card('Tidepool sync').waitFor({ state: 'detached' })
  await expect.poll(() => screens.focused()).toBe('App Store')
  expect((await screens.dump()).connectedApps).toEqual([])
})

test('a deletion that is refused leaves the app where it is', async () => {
  await screens.start(customApp(1, 'Tidepool sync'))
  await screens.open(`/connect/custom-apps/${customAppId(1)}/delete`)
  await screens.breakNetwork('/rest/custom-apps', 500)
  await screens.dialog.getByRole('button', { name: 'Delete' }).click()
  await screens.flash('Sorry, an error occured while deleting the custom app.')
  expect((await screens.dump()).customApps).toHaveLength(1)
})

test('what was a test app in 2022 is called so everywhere', async () => {
  await screens.open(store, '?era=test-apps-2022')
  await screens.text('Developer mode')
  await screens.button('Create a test App').click()
  await screens.heading('App information')
  expect(screens.page.url()).toContain('/connect/app-store/test-apps/create')
  await screens.text('Create a test app')
  await declare('Tidepool sync')
  await screens.text('we show them only once here.')
  await screens.button('Done').click()
  await screens.section('My test apps').waitFor()
})
