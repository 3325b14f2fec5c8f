import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildScreens } from '../../.vitepress/commands/screens.ts'
import { type RunningServer, startServer } from '../../playground/hosts/node/index.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'

let screens: string
let browser: TestBrowser
let server: RunningServer
let page: Page

describe('the PIM’s screens, standing alone', () => {
  beforeAll(async () => {
    screens = await buildScreens()
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  beforeEach(async () => {
    server = await startServer({ screens })
    page = await browser.newPage()
  })
  afterEach(async () => {
    await page.context().close()
    await server.close()
  })

  it('creates a connection with a code from its label and shows the password once', async () => {
    await open('/connect/connection-settings')
    await button('Create').click()
    await page.getByLabel('Label (required)').fill('Harbour Shop-2')
    expect(await page.getByLabel('Code (required)').inputValue()).toBe('harbourshop_2')
    await page.getByLabel('Flow type (required)').selectOption('Data destination')
    await button('Save').click()

    await flash('Connection successfully created.')
    await heading('Harbour Shop-2')
    const password = await page
      .locator('.row', { hasText: 'Password' })
      .locator('.value')
      .innerText()
    expect(password).toMatch(/^[0-9a-f]{9}$/)
    await page.getByText('Make sure to save this password somewhere').waitFor()

    await page.reload()
    await page.locator('.row', { hasText: 'Password' }).getByText('••••••••').waitFor()
    await page.getByRole('link', { name: 'Back to Connect' }).click()
    const section = page.locator('section', { hasText: 'Data destinations' })
    await section.getByText('2 connections').waitFor()
    await section.getByRole('link', { name: 'Harbour Shop-2' }).waitFor()
  })

  it('puts what is wrong under the fields, keeps what was typed and changes nothing', async () => {
    const before = await connectionCodes()
    await open('/connect/connection-settings/create')
    await page.getByLabel('Label (required)').fill('ab')
    await page.getByLabel('Code (required)').fill('fernwood_erp')
    await button('Save').click()
    await page.getByText('Connection label is too short. It should have 3 characters').waitFor()
    await flash('Sorry, an error occurred while creating the connection.')
    await page.getByLabel('Label (required)').fill('Fernwood')
    await button('Save').click()
    await page.getByText('Connection code must be unique.').waitFor()
    expect(await page.getByLabel('Label (required)').inputValue()).toBe('Fernwood')
    expect(await page.getByLabel('Code (required)').inputValue()).toBe('fernwood_erp')
    expect(await connectionCodes()).toEqual(before)
  })

  it('keeps the form when the network fails', async () => {
    await open('/connect/connection-settings/fernwood_erp/edit')
    await page.getByLabel('Label', { exact: true }).fill('Fernwood two')
    await page.route('**/rest/**', (route) => route.abort())
    await button('Save').click()
    await flash('Sorry, an error occurred while editing the connection.')
    await flash('The PIM cannot be reached.')
    expect(await page.getByLabel('Label', { exact: true }).inputValue()).toBe('Fernwood two')
    await page.unroute('**/rest/**')
    await button('Save').click()
    await heading('Fernwood two')
  })

  it('asks before unsaved changes are lost', async () => {
    await open('/connect/connection-settings/fernwood_erp/edit')
    await page.getByLabel('Label', { exact: true }).fill('Fernwood two')
    await page.getByText('There are unsaved changes.').waitFor()
    await page.getByRole('link', { name: 'Back to Connect' }).click()
    await button('Stay').click()
    await heading('Fernwood ERP')
    await page.getByRole('link', { name: 'Back to Connect' }).click()
    await button('Leave').click()
    await heading('Connection settings')
  })

  it('replaces the secret after a question, and deletes after another', async () => {
    await open('/connect/connection-settings/fernwood_erp/edit')
    const secret = page.locator('.row', { hasText: 'Secret' }).locator('.value')
    const before = await secret.innerText()
    await button('Regenerate the secret').click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await secret.innerText()).toBe(before)
    await button('Regenerate the secret').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Regenerate' }).click()
    await flash('Connection secret successfully regenerated.')
    await expect.poll(() => secret.innerText()).not.toBe(before)

    await button('Other actions').click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await flash('Connection successfully deleted.')
    expect(await connectionCodes()).toEqual(['larkspur_shop'])
  })

  it('keeps a picture of the connection, and refuses a file that is none', async () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await open('/connect/connection-settings/fernwood_erp/edit')
    const file = page.locator('input[type="file"]')
    await file.setInputFiles({
      name: 'logo.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(''),
    })
    await page.getByText('the file you are trying to upload has an extension not allowed').waitFor()
    const buffer = Buffer.from(pixel, 'base64')
    await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer })
    await button('Save').click()
    await flash('Connection successfully updated.')
    await page.reload()
    await page.locator('header .tile img').waitFor()
    expect(await page.locator('header .tile img').evaluate(isDrawn)).toBe(true)
    await button('Remove the image').click()
    await page.locator('.drop .tile').waitFor({ state: 'detached' })
  })

  it('keeps the focus inside a dialog and gives it back', async () => {
    await open('/connect/connection-settings/fernwood_erp/edit')
    await button('Regenerate the secret').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab')
      const isInside = await page.evaluate(
        () => document.activeElement?.closest('[role="dialog"]') !== null,
      )
      expect(isInside).toBe(true)
    }
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focusedName()).toBe('Regenerate the secret')
  })

  it('focuses the heading of the page that a link leads to, and titles the page', async () => {
    await open('/connect/connection-settings')
    await page.getByRole('link', { name: 'Fernwood ERP' }).click()
    await heading('Fernwood ERP')
    expect(await focusedName()).toBe('Fernwood ERP')
    await expect.poll(() => page.title()).toBe('Fernwood ERP | PIM')
  })

  it('leads older addresses to the connections', async () => {
    await open('/connections/fernwood_erp/edit')
    await heading('Fernwood ERP')
    expect(page.url()).toBe(`${server.url}/#/connect/connection-settings/fernwood_erp/edit`)
  })

  it('speaks the words of the era that the address or the scenario names', async () => {
    await page.goto(`${server.url}/?era=apps-2019#/connect/connection-settings`)
    await heading('Apps')
    await page.getByRole('navigation', { name: 'System navigation' }).getByText('Apps').waitFor()
    await page.getByText('Source app', { exact: true }).waitFor()

    const scenario = await (await fetch(`${server.url}/_control/scenario`)).json()
    await fetch(`${server.url}/_control/scenario`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...scenario, era: 'connections-2020' }),
    })
    await page.goto(`${server.url}/`)
    await heading('Connections')
    await page.getByRole('navigation', { name: 'System navigation' }).getByText('Roles').waitFor()
  })

  it('takes the button to create an app away with the permission, and gives it back', async () => {
    await open('/connect/app-store')
    await button('Create an App').waitFor()
    for (const isThere of [false, true]) {
      await page.getByRole('link', { name: 'System' }).click()
      await page.getByRole('link', { name: 'Administrator' }).click()
      await page.getByRole('tab', { name: 'Permissions', exact: true }).click()
      await page.getByLabel('Create and delete custom apps').setChecked(isThere)
      await button('Save').click()
      await page.getByText('There are unsaved changes.').waitFor({ state: 'detached' })
      await page.getByRole('link', { name: 'Connect', exact: true }).click()
      await page.getByRole('link', { name: 'App Store' }).click()
      await heading('App Store')
      await button('Create an App').waitFor({ state: isThere ? 'visible' : 'detached' })
    }
  })

  it('says so when a role may not see a page', async () => {
    await fetch(`${server.url}/_control/session`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'noor' }),
    })
    await open('/connect/connection-settings')
    await page.getByRole('link', { name: 'Fernwood ERP' }).waitFor()
    expect(await button('Create').isDisabled()).toBe(true)
    await page.getByRole('link', { name: 'Fernwood ERP' }).click()
    await page.getByText('You are not allowed to see this page').waitFor()
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

function flash(text: string): Promise<void> {
  return page.locator('.flash', { hasText: text }).first().waitFor()
}

function isDrawn(element: Element): Promise<boolean> {
  const image = element as HTMLImageElement
  return image.decode().then(() => image.naturalWidth === 1)
}

async function connectionCodes(): Promise<string[]> {
  const headers = { 'X-Requested-With': 'XMLHttpRequest' }
  const list: { code: string }[] = await (
    await fetch(`${server.url}/rest/connections`, { headers })
  ).json()
  return list.map(({ code }) => code)
}

function focusedName(): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement
    return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? ''
  })
}
