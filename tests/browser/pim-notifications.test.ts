import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectedApp, customApp } from './pim-app-states.ts'
import { openScreens, type Screens } from './open-screens.ts'
import { notifications } from './pim-states.ts'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start())

const panel = () => screens.page.getByRole('region', { name: 'Notifications', exact: true })
const bell = (unread: number) =>
  screens.button(unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`)
const items = () => panel().getByRole('listitem')

test('the bell counts what is unread; reading and removing is kept', async () => {
  await screens.start(notifications(4))
  await screens.open('/system/roles')
  await bell(3).click()
  await expect.poll(() => items().count()).toBe(4)
  const text = await items().first().innerText()
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  expect(lines.slice(1)).toEqual([
    'Connected App authorizations',
    'Unread:',
    'The Harbour Sync 4 App requires an authorization update. Please open the app to proceed.',
    'Open App',
  ])
  await items().first().getByRole('button', { name: 'Mark as read' }).click()
  await bell(2).waitFor()
  await items().first().getByRole('button', { name: 'Remove the notification' }).click()
  await expect.poll(() => items().count()).toBe(3)
  await panel().getByRole('button', { name: 'Mark all as read' }).click()
  await bell(0).waitFor()
  // The bell does not wait for the PIM's answer.
  const kept = async () => (await screens.dump()).notifications.map(({ isViewed }) => isViewed)
  await expect.poll(kept).toEqual([true, true, true])
})

test('older notifications come on demand, and those without any say so', async () => {
  await screens.start(notifications(12))
  await screens.open('/system/roles')
  await bell(8).click()
  await expect.poll(() => items().count()).toBe(10)
  await panel().getByRole('button', { name: 'Show older ones' }).click()
  await expect.poll(() => items().count()).toBe(12)
  await screens.start()
  await screens.open('/system/roles')
  await bell(0).click()
  await panel().getByText('You have no notifications.').waitFor()
})

test('the list is opened, walked through and left by keyboard', async () => {
  const { page } = screens
  await screens.start(notifications(1))
  await screens.open('/system/roles')
  await bell(1).focus()
  await page.keyboard.press('Enter')
  await items().first().waitFor()
  await page.keyboard.press('Tab')
  expect(await screens.focused()).toBe('Mark as read')
  await page.keyboard.press('Tab')
  expect(await screens.focused()).toBe('Open App')
  await page.keyboard.press('Escape')
  await panel().waitFor({ state: 'detached' })
  expect(await screens.focused()).toBe('Notifications, 1 unread')
})

test('a notification leads to the app, and counts as read then', async () => {
  const { page } = screens
  await screens.start(customApp(1), connectedApp(1, { hasOutdatedScopes: true }), notifications(1))
  await page.route('https://lantern.example.com/**', (route) => route.fulfill({ body: 'the app' }))
  await screens.open('/system/roles')
  await bell(1).click()
  await panel().getByRole('link', { name: 'Open App' }).click()
  await page.getByText('the app').waitFor()
  await expect.poll(async () => (await screens.dump()).notifications[0]?.isViewed).toBe(true)
})

test('the name of an app is text, whatever it holds', async () => {
  await screens.start(notifications(1, '<img src=x onerror="document.title=1"> & "Sons"'))
  await screens.open('/system/roles')
  await bell(1).click()
  await panel().getByText('<img src=x onerror="document.title=1"> & "Sons"').waitFor()
  expect(await panel().getByRole('img').count()).toBe(0)
})

test('a list that cannot be had says so, and a change that is refused is told', async () => {
  await screens.start(notifications(1))
  await screens.open('/system/roles')
  await screens.breakNetwork('/notification/list')
  await bell(1).click()
  await panel().getByText('The PIM cannot be reached', { exact: true }).waitFor()
  await screens.mendNetwork()
  await panel().getByRole('button', { name: 'Try again' }).click()
  await screens.breakNetwork('/notification/mark_viewed', 500)
  await panel().getByRole('button', { name: 'Mark as read' }).click()
  await screens.flash('The notifications could not be changed.')
  await bell(1).waitFor()
})
