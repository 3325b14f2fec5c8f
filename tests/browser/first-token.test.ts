import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtSite } from '../site/build-site.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'
import { serveFolder, type FileServer } from './serve-folder.ts'

// The main job, on the static files behind a plain file server: only what a reader sees is clicked.

// A whole mission takes its time where much else runs on the machine.
vi.setConfig({ testTimeout: 240_000 })

let site: FileServer
let browser: TestBrowser

beforeAll(async () => {
  site = await serveFolder(await builtSite())
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** The panes of the workbench, and what a person does in them. */
class Workbench {
  readonly page: Page
  readonly pim: Locator
  readonly app: Locator
  readonly flow: Locator

  constructor(page: Page) {
    this.page = page
    this.pim = page.getByRole('region', { name: 'Browser' })
    this.app = page.getByRole('region', { name: 'Your app' })
    this.flow = page.getByRole('region', { name: 'Flow' })
  }

  heading(name: string): Promise<void> {
    return this.pim.getByRole('heading', { level: 1, name }).waitFor()
  }

  async copied(name: string): Promise<string> {
    await this.pim.getByRole('button', { name: `Copy to clipboard: ${name}` }).click()
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  async openStore(): Promise<void> {
    await this.pim.getByRole('link', { name: 'Connect', exact: true }).click()
    await this.pim.getByRole('link', { name: 'App Store' }).click()
    await this.heading('App Store')
  }

  async setPermission(isGranted: boolean): Promise<void> {
    await this.pim.getByRole('link', { name: 'System', exact: true }).click()
    await this.pim.getByRole('link', { name: 'Administrator' }).click()
    await this.pim.getByRole('tab', { name: 'Permissions', exact: true }).click()
    await this.pim.getByLabel('Create and delete custom apps').setChecked(isGranted)
    await this.pim.getByRole('button', { name: 'Save' }).click()
    await this.pim.getByText('There are unsaved changes.').waitFor({ state: 'detached' })
  }

  async registerApp(name: string): Promise<{ id: string; secret: string }> {
    await this.pim.getByRole('button', { name: 'Create an App' }).click()
    await this.pim.getByLabel('Name (required)').fill(name)
    await this.pim.getByLabel('Activate url (required)').fill('http://localhost:8000/activate')
    await this.pim.getByLabel('Callback url (required)').fill('http://localhost:8000/callback')
    await this.pim.getByRole('button', { name: 'Create', exact: true }).click()
    await this.heading('Credentials')
    const credentials = {
      id: await this.copied('Client id'),
      secret: await this.copied('Client secret'),
    }
    await this.pim.getByRole('button', { name: 'Done' }).click()
    await this.heading('App Store')
    return credentials
  }

  async runApp(): Promise<void> {
    await this.app.getByRole('button', { name: 'Run', exact: true }).click()
    await this.app.getByText('App listening on http://localhost:8000').waitFor()
  }
}

async function open(): Promise<Workbench> {
  const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto(`${site.url}/playground.html`)
  return new Workbench(page)
}

test('a reader connects an app, gets its token, lists products, and finds all of it after a reload', async () => {
  const workbench = await open()
  const { page, pim, app, flow } = workbench

  // A connection, with a code made from its label, and its credentials.
  await workbench.heading('Connection settings')
  await pim.getByRole('button', { name: 'Create' }).click()
  await pim.getByLabel('Label (required)').fill('My ERP-2 (é)')
  expect(await pim.getByLabel('Code (required)').inputValue()).toBe('myerp_2___')
  await pim.getByRole('button', { name: 'Save' }).click()
  await workbench.heading('My ERP-2 (é)')
  expect(await workbench.copied('Client ID')).toMatch(/^\d+_[0-9a-z]{45,52}$/)
  expect(await workbench.copied('Secret')).toMatch(/^[0-9a-z]{45,52}$/)
  expect(await workbench.copied('Username')).toMatch(/^myerp_2____\d{4}$/)
  expect(await workbench.copied('Password')).toMatch(/^[0-9a-f]{9}$/)

  // The right to create apps, taken away and given back.
  await workbench.setPermission(false)
  await workbench.openStore()
  await pim.getByRole('button', { name: 'Create an App' }).waitFor({ state: 'detached' })
  await workbench.setPermission(true)
  await workbench.openStore()

  // The app: declared in the PIM, configured by hand, run.
  const { id, secret } = await workbench.registerApp('Harbour Sync')
  await app.getByRole('tab', { name: 'Configuration' }).click()
  await app.getByRole('textbox', { name: 'CLIENT_ID' }).fill(id)
  await app.getByRole('textbox', { name: 'CLIENT_SECRET' }).fill(secret)
  await workbench.runApp()

  // The wizard, in a tab of its own.
  const card = pim.getByRole('listitem').filter({ hasText: 'Harbour Sync' })
  await card.getByRole('button', { name: 'Connect' }).click()
  await workbench.heading('Harbour Sync needs to')
  expect(await pim.getByRole('group', { name: 'Page', exact: true }).count()).toBe(1)
  await pim.getByText('View and edit products and product models').waitFor()
  expect(await pim.getByRole('button', { name: 'Confirm' }).isDisabled()).toBe(true)
  await pim.getByRole('checkbox', { name: /^I agree to this App’s Privacy Policy/ }).check()
  await pim.getByRole('button', { name: 'Confirm' }).click()

  // The token, on the app's page and in its console.
  const appPage = pim.frameLocator('iframe')
  await appPage.getByText('Scope: read_products write_products').waitFor()
  const shown = await appPage.getByText(/^Access token:/).innerText()
  const token = shown.replace('Access token:', '').trim()
  expect(token).toMatch(/^[\w-]{86}$/)
  await app.getByText(`Access token: ${token}`).waitFor()
  await flow.getByRole('button', { name: /Exchange the code for a token/ }).waitFor()

  // The products.
  await flow.getByRole('button', { name: /^Call the API/ }).click()
  await flow.getByRole('button', { name: 'Send' }).click()
  await flow.getByText('Status 200, 10 items').waitFor()

  // All still there.
  await page.reload()
  await pim.getByRole('link', { name: 'Connection settings' }).click()
  await pim.getByRole('link', { name: 'My ERP-2 (é)' }).waitFor()
  await pim.getByRole('link', { name: 'Connected Apps' }).click()
  await pim.getByRole('heading', { name: 'Harbour Sync' }).waitFor()
  await page.context().close()
})

test('step by step, nothing is sent until the reader sends it', async () => {
  const workbench = await open()
  const { page, pim, app, flow } = workbench
  await workbench.openStore()
  await workbench.registerApp('Pier Sync')
  await app.getByRole('button', { name: 'Take from the PIM' }).click()
  await workbench.runApp()
  await page.getByRole('radio', { name: 'Step by step' }).check({ force: true })

  const card = pim.getByRole('listitem').filter({ hasText: 'Pier Sync' })
  await card.getByRole('button', { name: 'Connect' }).click()
  const arrow = (title: string) => flow.getByRole('button', { name: new RegExp(`^${title}`) })
  for (const title of ['Activate the app', 'Ask for authorizations']) {
    const held = flow.getByRole('form', { name: `Held: ${title}` })
    await held.waitFor()
    expect(await arrow(title).count()).toBe(0)
    await held.getByRole('button', { name: 'Send', exact: true }).click()
    await arrow(title).waitFor()
  }
  await workbench.heading('Pier Sync needs to')
  await pim.getByRole('checkbox', { name: /^I agree/ }).check()
  await pim.getByRole('button', { name: 'Confirm' }).click()

  // One character of the challenge is changed: the PIM says which check it failed.
  await flow
    .getByRole('form', { name: 'Held: Bring the code to the app' })
    .getByRole('button', { name: 'Send', exact: true })
    .click()
  const exchange = flow.getByRole('form', { name: 'Held: Exchange the code for a token' })
  const challenge = exchange.getByLabel('code_challenge')
  const proof = await challenge.inputValue()
  expect(proof).toMatch(/^[0-9a-f]{64}$/)
  await challenge.fill((proof.startsWith('0') ? '1' : '0') + proof.slice(1))
  await exchange.getByRole('button', { name: /^Send/ }).click()
  const refusal = flow.getByRole('region', { name: 'Refused: Exchange the code for a token' })
  await refusal.getByText('400').waitFor()
  await refusal.getByRole('button', { name: 'Show why' }).click()
  const detail = flow.getByRole('region', { name: 'Exchange: Exchange the code for a token' })
  await detail.getByText('The code_challenge is not the SHA-256 of code_identifier').waitFor()
  await detail.getByText('This decided: challenge.right').waitFor()
  await detail
    .getByRole('region', { name: 'Raw response' })
    .filter({ hasText: '"error": "invalid_client"' })
    .waitFor()
  await detail.getByText('They differ from character 1 on').waitFor()

  // Undone, the hop is held again as the app made it; the app never saw the refusal.
  await refusal.getByRole('button', { name: 'Undo' }).click()
  await exchange.waitFor()
  expect(await challenge.inputValue()).toBe(proof)
  await exchange.getByRole('button', { name: 'Send', exact: true }).click()
  await arrow('Exchange the code for a token').filter({ hasText: '200' }).waitFor()
  expect(await arrow('Exchange the code for a token').count()).toBe(1)
  await pim.frameLocator('iframe').getByRole('heading', { name: 'Connected' }).waitFor()
  await page.context().close()
})
