import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPlayground, type Playground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

const scopes = 'read_products write_products'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('a form that the PIM refuses', () => {
  test('a connection: each message stands under its field, what was typed stays, the list is as before', async () => {
    const { page, pim, goTo, heading } = await open('/connect/connection-settings/create')
    const label = pim.getByLabel('Label (required)')
    const code = pim.getByLabel('Code (required)')
    const save = pim.getByRole('button', { name: 'Save' })

    await label.fill('ab')
    await save.click()
    await expectErrors(label, [
      'Connection label is too short. It should have 3 characters or more.',
    ])
    await expectErrors(code, ['Connection code is too short. It should have 3 characters or more.'])
    expect(await label.inputValue()).toBe('ab')
    expect(await code.inputValue()).toBe('ab')

    await label.fill('Fernwood')
    await code.fill('fernwood-erp')
    await save.click()
    await expectErrors(label, [])
    await expectErrors(code, ['Connection code may contain only letters, numbers and underscores.'])

    await pim.getByLabel('Flow type (required)').selectOption('Other')
    await code.fill('fernwood_erp')
    await save.click()
    await expectErrors(code, ['Connection code must be unique.'])
    expect(await label.inputValue()).toBe('Fernwood')
    expect(await code.inputValue()).toBe('fernwood_erp')
    expect(await pim.getByLabel('Flow type (required)').inputValue()).toBe('other')

    await goTo('/connect/connection-settings')
    await heading('Connection settings')
    await pim.getByRole('link', { name: 'Fernwood ERP' }).waitFor()
    await pim.getByRole('link', { name: 'Larkspur Shop' }).waitFor()
    expect(await pim.getByRole('link', { name: 'Fernwood' }).count()).toBe(1)
    await page.context().close()
  })

  test('an app: likewise', async () => {
    const { page, pim, goTo, heading } = await open('/connect/custom-apps/create')
    const name = pim.getByLabel('Name (required)')
    const activate = pim.getByLabel('Activate url (required)')
    const callback = pim.getByLabel('Callback url (required)')
    await name.fill('ab')
    await activate.fill('nowhere')
    await pim.getByRole('button', { name: 'Create', exact: true }).click()
    await expectErrors(name, [
      'The name of the app is too short. It must have 3 characters or more.',
    ])
    await expectErrors(activate, ['The activate url must be a valid URL.'])
    await expectErrors(callback, ['The callback url is required.'])
    expect(await name.inputValue()).toBe('ab')
    expect(await activate.inputValue()).toBe('nowhere')

    await goTo('/connect/app-store')
    await heading('App Store')
    await pim.getByText('3 apps').waitFor()
    expect(await pim.getByText('My custom apps').count()).toBe(0)
    await page.context().close()
  })
})

describe('a flow that is broken on purpose', () => {
  test('a wrong secret: the app gets no token, the reader the reason, and the right secret still works', async () => {
    const playground = await open()
    const { page, pim, app, appPage, flow } = playground
    await declareApp(playground)
    await app.getByRole('tab', { name: 'Configuration' }).click()
    await app.getByLabel('CLIENT_ID').fill(await clientId(playground))
    await app.getByLabel('CLIENT_SECRET').fill('not-the-secret')
    await runAgain(playground)
    await connect(playground)
    await appPage.getByText('The PIM gave no token: status 400 invalid_client').waitFor()
    await arrow(flow, 'Exchange the code for a token', 400)
      .getByText('The code_challenge is not the SHA-256 of code_identifier and the secret')
      .waitFor()
    expect(await flow.getByText('token ready').count()).toBe(0)

    await app.getByRole('button', { name: 'Take from the PIM' }).click()
    await app.getByText('with older settings').waitFor()
    // It is said as long as it is so.
    await app.getByText('These are the credentials of').waitFor()
    const right = await app.getByLabel('CLIENT_SECRET').inputValue()
    await app.getByLabel('CLIENT_SECRET').fill('mistyped')
    await app.getByText('These are the credentials of').waitFor({ state: 'detached' })
    await app.getByLabel('CLIENT_SECRET').fill(right)
    await runAgain(playground)
    await playground.goTo('/connect/connected-apps')
    await pim.getByRole('button', { name: 'Open App' }).click()
    await appPage.getByRole('heading', { name: 'Connected', exact: true }).waitFor()
    await page.context().close()
  })

  test('a callback and a code used twice: the app refuses the first, the PIM the second', async () => {
    const playground = await open()
    const { page, pim, appPage, flow } = playground
    await declareApp(playground)
    await playground.runApp()
    await connect(playground)
    await appPage.getByRole('heading', { name: 'Connected', exact: true }).waitFor()

    await pim.getByRole('button', { name: 'Reload' }).click()
    await appPage.getByText('The state is not the one this app gave you.').waitFor()
    await arrow(flow, 'Bring the code to the app', 403).waitFor()

    await arrow(flow, 'Exchange the code for a token', 200).click()
    await flow.getByRole('button', { name: 'Send again' }).click()
    const again = arrow(flow, 'Exchange the code for a token (again)', 400)
    await again.getByText('or it was redeemed already').waitFor()
    await again.click()
    await flow
      .getByRole('region', { name: 'Raw response' })
      .filter({ hasText: '"Code is not valid"' })
      .waitFor()

    await playground.callApi('products')
    await flow.getByText('Status 200, 10 items').waitFor()
    await page.context().close()
  })

  test('a code kept for longer than 30 seconds: a warning before, a reason after', async () => {
    const playground = await open()
    const { page, pim, appPage, flow } = playground
    await declareApp(playground)
    await playground.runApp()
    await playground.startConnecting('Harbour Sync')
    await pim.getByText('View and edit products').waitFor()
    await page.getByText('Step by step').click()
    await playground.confirm()
    await send(held(flow, 'Bring the code to the app'))
    const exchange = held(flow, 'Exchange the code for a token')
    await exchange.getByText(/^The code is good for another \d+ seconds\.$/).waitFor()
    await page.evaluate(() => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + 31_000
    })
    await exchange.getByText('The code has expired: the PIM will refuse it.').waitFor()
    await send(exchange)
    await flow
      .getByRole('region', { name: 'Refused: Exchange the code for a token' })
      .getByRole('button', { name: 'Pass the answer on' })
      .click()
    await appPage.getByText('status 400 invalid_grant Code has expired').waitFor()
    await arrow(flow, 'Exchange the code for a token', 400).waitFor()
    await page.context().close()
  })

  test('a scope that the PIM does not know is left out, and what the token may not do is refused', async () => {
    const playground = await open()
    const { page, pim, app, appPage, flow } = playground
    await declareApp(playground)
    await playground.runApp()
    await playground.replaceInSource(scopes, 'read_products read_unicorns')
    await app.getByText('with older settings').waitFor()
    await runAgain(playground)

    await playground.startConnecting('Harbour Sync')
    await pim.getByText('View products and product models').waitFor()
    expect(await pim.getByText('unicorn').count()).toBe(0)
    await arrow(flow, 'Ask for authorizations', 302).click()
    await flow
      .getByText('Of 2 scopes that are asked for the PIM does not know "read_unicorns"')
      .waitFor()
    await playground.confirm()
    await appPage.getByText('Scope: read_products', { exact: true }).waitFor()

    await playground.callApi('families')
    await flow.getByText('Status 403').waitFor()
    await flow.getByText('Access forbidden. You are not allowed to list families.').waitFor()
    await flow.getByLabel('Token', { exact: true }).selectOption('No token')
    await playground.callApi('products')
    await flow.getByText('Status 401').waitFor()
    await flow.getByText('OAuth2 authentication required').waitFor()
    await page.context().close()
  })
})

async function open(screen = '/connect/app-store'): Promise<Playground> {
  return openPlayground(await site.newPage(), site.url, screen)
}

async function declareApp(playground: Playground): Promise<void> {
  await playground.pim.getByRole('button', { name: 'Create an App' }).click()
  await playground.declareApp('Harbour Sync')
}

async function connect(playground: Playground): Promise<void> {
  await playground.startConnecting('Harbour Sync')
  await playground.confirm()
}

/** Runs the app with the settings that it has now. */
async function runAgain({ app }: Playground): Promise<void> {
  await app.getByRole('button', { name: /^(Run|Restart)$/ }).click()
  await app.getByText('Running on http://localhost:8000', { exact: true }).waitFor()
}

/** The client id that the PIM shows beside the secret. */
function clientId({ pim }: Playground): Promise<string> {
  return pim.getByRole('definition').first().innerText()
}

/** An arrow of the diagram, by its title and the status of its answer. */
function arrow(flow: Locator, title: string, status: number): Locator {
  const list = flow.getByRole('list', { name: 'Exchanges, oldest first' })
  return list
    .getByRole('button')
    .filter({ hasText: title })
    .filter({ hasText: new RegExp(`answer:\\s*${status}`) })
    .last()
}

function held(flow: Locator, title: string): Locator {
  return flow.getByRole('form', { name: `Held: ${title}` })
}

function send(hop: Locator): Promise<void> {
  return hop.getByRole('button', { name: 'Send', exact: true }).click()
}

/** Waits for the messages that a field is described by, which is what a screen reader says of it. */
async function expectErrors(field: Locator, messages: readonly string[]): Promise<void> {
  const errors = () =>
    field.evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .flatMap((id) => Array.from(document.querySelectorAll(`#${CSS.escape(id)} p`)))
        .map((paragraph) => paragraph.textContent?.trim()),
    )
  await expect.poll(errors).toEqual(messages)
  expect(await field.getAttribute('aria-invalid')).toBe(messages.length > 0 ? 'true' : null)
}
