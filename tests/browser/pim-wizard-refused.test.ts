import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import { askedFor, customApp, customAppId } from './pim-app-states.ts'
import { rights } from './pim-states.ts'

const id = customAppId(1)
const wizard = `/connect/apps/authorize?client_id=${id}`
const lantern = customApp(1, 'Tidepool sync')

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start(lantern))

test('without an authorization under way there is no wizard', async () => {
  await screens.open(wizard)
  await screens.page
    .getByRole('alert')
    .getByText('This app has no authorization under way.')
    .waitFor()
})

test('the user, not the app, is told what was wrong with the request', async () => {
  const calls: string[] = []
  screens.page.on('request', (request) => calls.push(request.url()))
  const request = '/connect/apps/v1/authorize?response_type=code&client_id=unknown'
  await screens.page.goto(screens.server.url + request)
  await screens.heading('The client_id does not match any existing app.')
  await screens.text('Please, contact the App support.')
  // There is nothing to load: no authorization is under way.
  expect(calls.filter((url) => url.includes('/rest/apps/'))).toEqual([])
})

test('nobody confirms what their role does not allow, by a link either', async () => {
  const refused = screens.page.getByRole('alert').getByText('You are not allowed to see this page')
  const asked = askedFor(id, 'openid email read_products')
  await screens.start(lantern, asked, rights('akeneo_connectivity_connection_open_apps'))
  await screens.open(wizard)
  await refused.waitFor()
  expect(await screens.button('Allow and next').count()).toBe(0)
  await screens.start(lantern, asked, rights('akeneo_connectivity_connection_manage_apps'))
  await screens.open(wizard.replace('authorize', 'authenticate'))
  await refused.waitFor()
  expect(await screens.button('Confirm').count()).toBe(0)
})

test('an activation that the PIM refuses says why', async () => {
  await screens.open('/connect/apps/activate?id=unknown')
  await screens.page
    .getByRole('alert')
    .getByText('Sorry, an error occurred while connecting the App.')
    .waitFor()
  await screens.button('Back').click()
  await screens.heading('App Store')
})
