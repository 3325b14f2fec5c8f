import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openArticle } from './open-article.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const button = (place: Locator, name: string) => place.getByRole('button', { name, exact: true })
const heading = (place: Locator, name: string) =>
  place.getByRole('heading', { name, exact: true }).first()

test('connections are made in the article, keep their credentials at hand, and are in the playground', async () => {
  const page = await site.newPage()
  const path = '/articles/manage-your-connections.html'
  const article = await openArticle(page, site.url, path)

  // The reader has no connection at all: nothing is made without a press.
  const panelTitle = 'Your PIM: credentials of a connection'
  const panel = await article.widget('Grab your credentials', panelTitle)
  await heading(panel, 'Larkspur Shop').waitFor()
  await panel.getByRole('button', { name: 'Regenerate the password' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Regenerate' }).click()
  await panel.getByText('Make sure to save this password somewhere').waitFor()
  const { users } = await article.state()
  expect(users.find(({ username }) => username === 'larkspur_shop_3141')?.password).not.toBe(
    'e27b6a904',
  )

  const form = await article.widget('Create a connection', 'Your PIM: connections')
  await form.getByLabel('Label (required)').fill('Orchard DAM')
  expect(await form.getByLabel('Code (required)').inputValue()).toBe('orcharddam')
  await button(form, 'Save').click()
  await form.getByText('Make sure to save this password somewhere').waitFor()
  for (const name of ['Client ID', 'Secret', 'Username', 'Password']) {
    await button(form, `Copy to clipboard: ${name}`).waitFor()
  }
  expect((await article.state()).connections.map(({ code }) => code)).toContain('orcharddam')

  // What the text does not describe has a way back, and a way on.
  await form.getByRole('link', { name: 'System', exact: true }).click()
  await form.getByText('This screen is beyond what the text describes.').waitFor()
  await button(form, 'Back').click()
  await heading(form, 'Create a new connection').waitFor()

  const chooser = await article.widget('Choose your flow type', 'Find the flow type that fits')
  await button(chooser, 'Yes, data comes in').click()
  await button(chooser, 'Yes, data goes out').click()
  await button(chooser, 'What goes out').click()
  await chooser.getByText('Choose Data destination').waitFor()
  await page.getByLabel('PIM version').selectOption('apps-2019')
  await chooser.getByText('Choose Destination app').waitFor()
  await form
    .getByLabel('Flow type (required)')
    .getByText('Destination app')
    .waitFor({ state: 'attached' })
  await button(chooser, 'Start over').click()
  await chooser.getByText('Does the software send data into the PIM').waitFor()
  await page.getByLabel('PIM version').selectOption('today')

  await panel.getByRole('link', { name: 'Open in the playground' }).click()
  const pim = page.getByRole('region', { name: 'Browser' })
  await heading(pim, 'Larkspur Shop').waitFor()
  await pim.getByRole('link', { name: 'Connection settings' }).last().click()
  await pim.getByRole('link', { name: 'Orchard DAM' }).waitFor()
  await page.context().close()
})

test('a reset asks first, and a PIM without a connection offers one', async () => {
  const page = await site.newPage()
  const article = await openArticle(page, site.url, '/articles/manage-your-connections.html')
  const form = await article.widget('Create a connection', 'Your PIM: connections')
  await form.getByLabel('Label (required)').fill('Orchard DAM')
  await button(form, 'Save').click()
  await heading(form, 'Orchard DAM').waitFor()

  await button(form, 'Reset the PIM').click()
  const question = form.getByRole('group', { name: 'Reset the PIM' })
  await question.getByText('Every connection, app and token that you made here').waitFor()
  await button(question, 'Keep it').click()
  expect((await article.state()).connections).toHaveLength(3)
  await button(form, 'Reset the PIM').click()
  await button(question, 'Reset').click()
  await heading(form, 'Create a new connection').waitFor()
  const fresh = await article.state()
  expect(fresh.connections).toHaveLength(2)

  await page.evaluate(
    async (state) => {
      await fetch('https://my-pim.example.com/_control/scenario', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(state),
      })
    },
    { ...fresh, connections: [] },
  )
  await article.page.reload()
  await article.putInPlace('Grab your credentials', 'Create a connection')
  const panel = page.getByRole('region', { name: 'Your PIM: credentials of a connection' })
  await heading(panel, 'Larch Shop').waitFor()
  expect((await article.state()).connections.map(({ code }) => code)).toEqual(['larch_shop'])
  await page.context().close()
})

test('a custom app is declared, connected, managed and given a new secret where the text says so', async () => {
  const page = await site.newPage()
  const article = await openArticle(page, site.url, '/apps/create-custom-app.html')

  const role = await article.widget(
    'Step 1 - Set up your role permissions',
    'Your PIM: permissions of a role',
  )
  await role.getByRole('tab', { name: 'Permissions', exact: true }).click()
  await role.getByRole('checkbox', { name: 'Open apps' }).uncheck()
  await role.getByText('There are unsaved changes').waitFor()
  await button(role, 'Save').click()
  await role.getByText('There are unsaved changes').waitFor({ state: 'hidden' })
  expect((await article.state()).roles[0]?.acls).not.toContain(
    'akeneo_connectivity_connection_open_apps',
  )

  const wizard = await article.widget(
    'Step 2 - Create an App & get credentials',
    'Your PIM: a custom app',
  )
  await wizard.getByLabel('Name (required)').fill('Tidewater Print')
  await wizard.getByLabel('Activate url (required)').fill('https://tidewater.example.com/activate')
  await wizard.getByLabel('Callback url (required)').fill('https://tidewater.example.com/callback')
  await button(wizard, 'Create').click()
  await heading(wizard, 'Credentials').waitFor()
  expect((await article.state()).customApps.map(({ name }) => name)).toEqual(['Tidewater Print'])

  // The wizard for that app, in another edition and with other scopes.
  const edition = page.getByLabel('Edition of your PIM')
  await edition.scrollIntoViewIfNeeded()
  await edition.selectOption('EE')
  await page.getByLabel('What Tidewater Print asks for').selectOption('sign-in')
  const activation = page.getByRole('region', { name: 'Your PIM: the wizard' })
  for (const step of ['Authentication', 'Authorizations', 'Permissions', 'Well done!']) {
    await activation.getByText(step, { exact: true }).first().waitFor()
  }
  await edition.selectOption('CE')
  await activation.getByText('Permissions', { exact: true }).waitFor({ state: 'hidden' })
  expect((await article.state()).edition).toBe('CE')
  await page.getByLabel('What Tidewater Print asks for').selectOption('read')
  await activation.getByRole('checkbox', { name: /^I agree to this App/ }).check()
  await button(activation, 'Confirm').click()
  await activation.getByText('The app has 30 seconds to exchange the code').waitFor()
  const connected = await article.state()
  expect(connected.connectedApps.map(({ name }) => name)).toEqual(['Tidewater Print'])

  const credentials = await article.widget(
    'Regenerate your custom app credentials',
    'Your PIM: credentials of an app',
  )
  await button(credentials, 'Regenerate').click()
  const dialog = page.getByRole('dialog')
  await button(dialog, 'Regenerate').click()
  await expect
    .poll(async () => (await article.state()).customApps[0]?.clientSecret)
    .not.toBe(connected.customApps[0]?.clientSecret)
  await page.context().close()
})

test('without the permission to manage apps, the App Store is there to look at', async () => {
  const page = await site.newPage()
  const article = await openArticle(page, site.url, '/articles/what-is-an-app.html')
  const store = await article.widget("What's an app?", 'Your PIM: App Store')
  const connect = store.getByRole('button', { name: /^Connect/ }).first()
  const may = store.getByRole('checkbox', { name: 'Manage apps' })
  await connect.waitFor()
  expect(await connect.isEnabled()).toBe(true)
  await may.click()
  await expect.poll(() => connect.isDisabled()).toBe(true)
  expect((await article.state()).roles[0]?.acls).not.toContain(
    'akeneo_connectivity_connection_manage_apps',
  )
  await may.click()
  await expect.poll(() => connect.isEnabled()).toBe(true)
  await connect.click()
  await store.getByText('From here the PIM sends the browser to').waitFor()
  await page.context().close()
})

test('a connected app is found, opened and deleted in the article', async () => {
  const page = await site.newPage()
  const article = await openArticle(page, site.url, '/articles/manage-your-apps.html')
  await article.putInPlace('Part B: connected apps', 'Connect an app')
  const manager = page.getByRole('region', { name: 'Your PIM: connected apps' })
  await button(manager, 'Manage app').click()
  await heading(manager, 'Lantern Feeds').waitFor()
  expect((await article.state()).accessTokens).toHaveLength(1)
  await button(manager, 'Other actions').click()
  await manager.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect.poll(async () => (await article.state()).connectedApps).toEqual([])
  await page.context().close()
})

test('a busy week takes the place of the reader’s PIM, and gives it back', async () => {
  const page = await site.newPage()
  const article = await openArticle(page, site.url, '/articles/connection-dashboard.html')
  await article.putInPlace('Destination connection monitoring', 'Load a busy week')
  const flows = page.getByRole('region', { name: 'Your PIM: Data flows' })
  await flows.getByText('Products created').first().waitFor()
  const charts = await flows.getByRole('figure').allTextContents()
  expect(charts.some((text) => /Total over the last 7 days: [1-9]/.test(text))).toBe(true)
  await flows.getByLabel('Data connections').first().selectOption({ label: 'Fernwood ERP' })
  await page.getByRole('button', { name: 'Put my PIM back' }).click()
  await page.getByText('Your PIM has counted nothing yet').waitFor()
  expect((await article.state()).connections.map(({ code }) => code)).toEqual([
    'fernwood_erp',
    'larkspur_shop',
  ])
  await page.context().close()
})

test('what an app reads is counted before the reader’s eyes, and errors can be read', async () => {
  const page = await site.newPage()
  const article = await openArticle(page, site.url, '/articles/app-monitoring.html')
  await article.putInPlace('Turn it on for a connected app', 'Track an app')
  const flows = page.getByRole('region', { name: 'Your PIM: Data flows of apps' })
  await button(flows, 'Let Lantern Feeds read 10 products').click()
  await flows.getByText('Ten products were sent.').waitFor()
  const outbound = flows.getByRole('region', { name: 'Outbound' })
  await expect
    .poll(() => outbound.getByRole('figure').first().textContent())
    .toContain('Total over the last 7 days: 10')

  await article.putInPlace('Errors of an app', 'Load a busy week')
  const monitor = page.getByRole('region', { name: 'Your PIM: errors of a connection' })
  await heading(monitor, 'Error monitoring').waitFor()
  await monitor.getByText(/^You have \d+ errors$/).waitFor()
  await page.context().close()
})
