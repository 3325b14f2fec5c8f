import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { namedScenarios } from '../../playground/pim/index.ts'
import { findViolationsInBothThemes } from './find-violations.ts'
import { openSite, type Site } from './open-site.ts'

// The explorer of the API, with an app that may read products, and connections that have no token yet.

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

interface Explorer {
  readonly page: Page
  readonly flow: Locator
  readonly answer: Locator
  button(name: string | RegExp): Locator
  send(): Promise<void>
  /** Filters the endpoints by the words of one, and chooses it. */
  choose(id: string): Promise<void>
}

async function open(operation = '', width = 1280): Promise<Explorer> {
  const page = await site.newPage({
    viewport: { width, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const query = new URLSearchParams({ view: 'api', pane: 'flow', ...(operation && { operation }) })
  await page.goto(`${site.url}/playground.html?${query}`)
  const flow = page
    .getByRole('region', { name: 'Flow', exact: true })
    .or(page.getByRole('tabpanel', { name: 'Flow' }))
  const button = (name: string | RegExp) => flow.getByRole('button', { name })
  await button(/Endpoint:/).waitFor()
  // The worker, which lets this test reach the page's PIM, starts with the first press.
  await button(/Call the API/).click()
  await loadScenario(page, 'app-connected')
  return {
    page,
    flow,
    answer: flow.getByRole('region', { name: 'Answer' }),
    button,
    send: () => flow.getByRole('button', { name: 'Send', exact: true }).click(),
    async choose(id) {
      await button(/^Endpoint:/).click()
      await flow.getByRole('searchbox', { name: 'Filter the endpoints' }).fill(id)
      const line = flow.getByRole('navigation', { name: 'Endpoints' })
      await line.getByText(id, { exact: true }).click()
    },
  }
}

async function loadScenario(page: Page, id: string): Promise<void> {
  const named = await namedScenarios.find((each) => each.id === id)?.load()
  if (!named) throw new RangeError(id)
  // The ERP may change products too.
  const isErp = (username: string) => username.startsWith('fernwood_erp')
  const users = named.users.map((user) => (isErp(user.username) ? { ...user, roleId: '1' } : user))
  const scenario = { ...named, users }
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const put = (body: string) =>
    fetch('https://my-pim.example.com/_control/scenario', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
    }).then(
      ({ status }) => status,
      () => 0,
    )
  await expect
    .poll(() => page.evaluate(put, JSON.stringify(scenario)), { timeout: 15_000 })
    .toBe(200)
  await page.getByText('Lantern Feeds (app)').first().waitFor({ state: 'attached' })
}

for (const width of [1280, 390]) {
  test(`products are listed with the app's token, at ${width} px`, async () => {
    const { page, flow, answer, send } = await open('', width)
    await flow.getByText('It needs read_products. The token has it.').waitFor()
    await send()
    await answer.getByRole('heading', { name: 'Status 200, 10 items' }).waitFor()
    await answer.getByText('This decided:').waitFor()
    await page.getByRole('status').getByText('Status 200: the PIM did it').waitFor()
    const sent = flow.getByRole('region', { name: 'Sent requests' })
    await sent.getByRole('button', { name: /^Send again: GET/ }).click()
    await expect.poll(() => sent.getByRole('listitem').count()).toBe(2)
    expect(await findViolationsInBothThemes(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    )
    await page.context().close()
  })
}

test('a missing scope is told before and after, and no token is refused otherwise', async () => {
  const { page, flow, answer, send, choose } = await open()
  await choose('GET /api/rest/v1/channels')
  const lacks = 'It needs read_channel_settings. The token does not have read_channel_settings.'
  await flow.getByText(lacks).waitFor()
  await send()
  await answer.getByRole('heading', { name: 'Status 403' }).waitFor()
  await answer.getByText(lacks).waitFor()
  await answer.getByText('Access forbidden. You are not allowed to list channels.').waitFor()
  await flow.getByLabel('Token', { exact: true }).selectOption('No token')
  await send()
  await answer.getByRole('heading', { name: 'Status 401' }).waitFor()
  await page.context().close()
})

test('a product is changed with the token of a connection, and broken JSON is marked and sent', async () => {
  const { page, flow, answer, button, send, choose } = await open()
  await choose('PATCH /api/rest/v1/products/{code}')
  await send()
  await flow.getByRole('alert').getByText('Nothing was sent: code must have a value.').waitFor()
  await flow.getByText('Get a token for a connection').click()
  await button(/^Get one for Fernwood ERP/).click()
  await flow.getByText('a token for 60 minutes').waitFor()

  const code = flow.getByLabel('code (required)')
  await code.focus()
  await flow.getByText(/The PIM has \d+ to choose from/).waitFor()
  await code.fill('armchair-ondrel')
  await send()
  await answer.getByRole('heading', { name: 'Status 204' }).waitFor()

  const body = flow.getByRole('textbox', { name: 'Source of the body' })
  await body.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('{\n  "enabled": tru\n}')
  await flow.getByText('This is no JSON from line 2, column 14 on.').waitFor()
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await send()
  await answer.getByRole('heading', { name: 'Status 400' }).waitFor()
  await button('Back to the example').click()
  await send()
  await answer.getByRole('heading', { name: 'Status 204' }).waitFor()

  // Products too are as they were, back before the change.
  const read = async () => {
    await choose('GET /api/rest/v1/products/{code}')
    await code.fill('armchair-ondrel')
    await send()
    await answer.getByRole('heading', { name: 'Status 200' }).waitFor()
    return /"updated": "[^"]+"/.exec(await answer.innerText())?.[0]
  }
  const changed = await read()
  await button('Exchanges').click()
  const arrows = flow.getByRole('list', { name: 'Exchanges, oldest first' }).getByRole('button')
  await arrows.filter({ hasText: 'Call the API: products' }).first().click()
  await button('Go back to before it').click()
  await button('Do not send').click()
  await page.getByRole('radio', { name: 'Run' }).check({ force: true })
  await button(/Call the API/).click()
  const restored = await read()
  expect(changed).toMatch(/^"updated": "2/)
  expect(restored).toMatch(/^"updated": "2/)
  expect(restored).not.toBe(changed)
  await page.context().close()
})

test('an address names an endpoint; one that is not there leads to the list', async () => {
  const known = await open('GET /api/rest/v1/families/{code}')
  await known.flow.getByRole('form', { name: 'Read a family' }).waitFor()
  await known.choose('GET /api/rest/v1/locales')
  const { searchParams } = new URL(known.page.url())
  expect(searchParams.get('operation')).toBe('GET /api/rest/v1/locales')
  expect(known.page.url()).not.toMatch(/token/i)
  await known.page.context().close()

  const page = await site.newPage()
  await page.goto(`${site.url}/playground.html?view=api&operation=GET%20/nowhere`)
  await page.getByText('The API has no endpoint GET /nowhere. Choose one of these.').waitFor()
  await page.getByRole('button', { name: /products List products$/ }).click()
  await page.getByRole('form', { name: 'List products' }).waitFor()
  expect(await page.getByText('The API has no endpoint').count()).toBe(0)
  await page.context().close()
})

test('the request is copied as curl and as a program', async () => {
  const { page, flow, button } = await open()
  await flow.getByText('As curl, PHP, Node.js, Python or Java').click()
  const copied = async (language: string) => {
    await flow.getByLabel('Language').selectOption(language)
    await button('Copy the code').click()
    await page.getByRole('status').getByText(`Copied: ${language}`).waitFor()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  const command = await copied('curl')
  expect(command).toMatch(/authorization: Bearer \w{40,}/)
  const shown = await flow.getByRole('region', { name: 'Request in curl' }).innerText()
  expect(shown).toContain('••••')
  expect(await copied('Python')).toContain('os.environ["ACCESS_TOKEN"]')
  await page.context().close()
})
