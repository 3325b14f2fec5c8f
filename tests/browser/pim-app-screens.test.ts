import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildScreens } from '../../.vitepress/commands/screens.ts'
import { type RunningServer, startServer } from '../../playground/hosts/node/index.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'
import { startSmallApp, type SmallApp } from './small-app.ts'

let screens: string
let browser: TestBrowser
let server: RunningServer
let app: SmallApp
let page: Page

describe('the PIM’s screens of apps, standing alone', () => {
  beforeAll(async () => {
    screens = await buildScreens()
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  beforeEach(async () => {
    server = await startServer({ screens })
    app = await startSmallApp()
    page = await browser.newPage()
  })
  afterEach(async () => {
    await page.context().close()
    await app.close()
    await server.close()
  })

  it('declares a custom app and shows its credentials', async () => {
    await open('/connect/app-store')
    await button('Create an App').click()
    await heading('App information')
    await button('Create').click()
    await page.getByText('The name of the app is required.').waitFor()
    await page.getByText('The activate url is required.').waitFor()
    await page.getByText('The callback url is required.').waitFor()
    await fillForm('Tidepool sync')
    await heading('Credentials')
    expect(await value('Client id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    expect(await value('Client secret')).toMatch(/^[\w-]{86}$/)
    await button('Done').click()
    await page
      .locator('section', { hasText: 'My custom apps' })
      .getByText('Tidepool sync')
      .waitFor()
  })

  it('refuses a URL that is none and keeps what was typed', async () => {
    await open('/connect/custom-apps/create')
    await page.getByLabel('Name (required)').fill('Tidepool sync')
    await page.getByLabel('Activate url (required)').fill('nowhere')
    await page.getByLabel('Callback url (required)').fill(`${app.url}/callback`)
    await button('Create').click()
    await page.getByText('The activate url must be a valid URL.').waitFor()
    expect(await page.getByLabel('Name (required)').inputValue()).toBe('Tidepool sync')
    await open('/connect/app-store')
    await page.getByText('Apps', { exact: true }).waitFor()
    expect(await page.getByText('My custom apps').count()).toBe(0)
  })

  it('connects an app in one step once the consent is given, and lists it', async () => {
    app.scope = 'read_products write_categories'
    await declare('Tidepool sync')
    const tab = await connect()
    await tab.getByRole('heading', { name: 'Tidepool sync needs to' }).waitFor()
    expect(await tab.locator('.lines li').allInnerTexts()).toEqual([
      'View products and product models',
      'View and edit categories',
    ])
    const confirm = tab.getByRole('button', { name: 'Confirm' })
    expect(await confirm.isDisabled()).toBe(true)
    await tab.getByRole('checkbox').check()
    await confirm.click()
    await tab.getByRole('heading', { name: 'Connected' }).waitFor()
    await tab.close()
    expect(app.token).toMatchObject({ scope: 'read_products write_categories' })

    await open('/connect/connected-apps')
    await page.getByText('Your PIM is connected with 1 app.').waitFor()
    await page.getByText('My connected custom apps').waitFor()
    await button('Manage app').click()
    await page.getByText('View and edit categories').waitFor()
    const secret = page.locator('.row', { hasText: 'Client secret' }).locator('.value')
    expect(await secret.innerText()).toBe(app.credentials.clientSecret.slice(-4).padStart(34, '*'))
  })

  it('asks for the user’s data first when the app wants to know who it is', async () => {
    app.scope = 'openid email read_products'
    await declare('Tidepool sync')
    const tab = await connect()
    await tab.getByText('View your email address').waitFor()
    expect(await tab.getByText('View products and product models').count()).toBe(0)
    await tab.getByRole('button', { name: 'Allow and next' }).click()
    await tab.getByText('View products and product models').waitFor()
    await tab.getByRole('button', { name: 'Previous' }).click()
    await tab.getByRole('button', { name: 'Allow and next' }).click()
    await tab.getByRole('checkbox').check()
    await tab.getByRole('button', { name: 'Confirm' }).click()
    await tab.getByRole('heading', { name: 'Connected' }).waitFor()
    await tab.close()
    expect(app.token).toMatchObject({ scope: 'email openid read_products' })
  })

  it('creates nothing when the wizard is cancelled', async () => {
    await declare('Tidepool sync')
    const tab = await connect()
    await tab.getByText('No specific authorizations have been requested.').waitFor()
    await tab.getByRole('button', { name: 'Cancel', exact: true }).click()
    await tab.getByRole('heading', { level: 1, name: 'App Store' }).waitFor()
    await tab.close()
    await open('/connect/connected-apps')
    await page.getByText('No apps connected yet.').waitFor()
  })

  it('tells the user, not the app, what was wrong with the request', async () => {
    await page.goto(`${server.url}/connect/apps/v1/authorize?response_type=code&client_id=unknown`)
    await heading('The client_id does not match any existing app.')
    await page.getByText('Please, contact the App support.').waitFor()
  })

  it('regenerates the secret, saves the flow type, and disconnects', async () => {
    await declare('Tidepool sync')
    const tab = await connect()
    await tab.getByRole('checkbox').check()
    await tab.getByRole('button', { name: 'Confirm' }).click()
    await tab.getByRole('heading', { name: 'Connected' }).waitFor()
    await tab.close()

    await open('/connect/connected-apps')
    await button('Manage app').click()
    await button('Regenerate').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Regenerate' }).click()
    await page.getByRole('heading', { name: 'New credentials' }).waitFor()
    const dialog = page.getByRole('dialog').locator('.row', { hasText: 'Client secret' })
    const secret = await dialog.locator('.value').innerText()
    expect(secret).toMatch(/^[\w-]{86}$/)
    expect(secret).not.toBe(app.credentials.clientSecret)
    await button('Done').click()

    await page.getByLabel('Flow type').selectOption('Data source')
    await page.getByLabel('Track in Data flows dashboard').check()
    await button('Save').click()
    await page.locator('.flash', { hasText: 'App settings successfully updated.' }).waitFor()

    await button('Other actions').click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByText('No apps connected yet.').waitFor()
    await page.getByRole('link', { name: 'App Store' }).first().click()
    await button('Connect').first().waitFor()
  })

  it('deletes a declared app after a question', async () => {
    await declare('Tidepool sync')
    await open('/connect/app-store')
    await page.getByRole('link', { name: 'Delete Tidepool sync' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.locator('.flash', { hasText: 'Custom app successfully deleted.' }).waitFor()
    await page.getByText('Tidepool sync').waitFor({ state: 'detached' })
  })

  it('says test app everywhere in the wording of 2022', async () => {
    await page.goto(`${server.url}/?era=test-apps-2022#/connect/app-store`)
    await page.getByText('Developer mode').waitFor()
    await button('Create a test App').click()
    expect(page.url()).toContain('/connect/app-store/test-apps/create')
    await page.getByText('Create a test app').waitFor()
    await fillForm('Tidepool sync')
    await page.getByText('we show them only once here.').waitFor()
    await button('Done').click()
    await page.getByText('My test apps').waitFor()
  })
})

async function open(path: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${server.url}/#${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

function button(name: string) {
  return page.getByRole('button', { name, exact: true })
}

function heading(name: string): Promise<void> {
  return page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

function value(name: string): Promise<string> {
  return page.locator('.row', { hasText: name }).locator('.value').innerText()
}

async function fillForm(name: string): Promise<void> {
  await page.getByLabel('Name (required)').fill(name)
  await page.getByLabel('Activate url (required)').fill(`${app.url}/activate`)
  await page.getByLabel('Callback url (required)').fill(`${app.url}/callback`)
  await button('Create').click()
}

async function declare(name: string): Promise<void> {
  await open('/connect/custom-apps/create')
  await fillForm(name)
  await heading('Credentials')
  app.credentials = {
    clientId: await value('Client id'),
    clientSecret: await value('Client secret'),
  }
}

/** Clicks `Connect` on the card of the declared app and gives the tab that opens. */
async function connect(): Promise<Page> {
  await open('/connect/app-store')
  const opened = page.context().waitForEvent('page')
  const section = page.locator('section', { hasText: 'My custom apps' })
  await section.getByRole('button', { name: 'Connect' }).click()
  return opened
}
