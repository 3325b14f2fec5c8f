import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import recorded from '../../playground/ui/widgets/recorded/exchanges.json' with { type: 'json' }
import { areSome } from './journeys.ts'
import { findViolations, findViolationsInBothThemes } from './find-violations.ts'
import { openArticle } from './open-article.ts'
import { openSite, type Site } from './open-site.ts'

/** Every article with widgets, and the widgets in it. */
const articles: Readonly<Record<string, readonly string[]>> = {
  '/api-reference-index.html': ['api-explorer'],
  '/apps/authentication-and-authorization.html': ['oauth-stepper', 'challenge-lab'],
  '/apps/catalogs.html': ['catalog-builder-developer'],
  '/apps/create-custom-app.html': [
    'role-permissions',
    'custom-app-wizard',
    'activation-wizard',
    'credentials-panel-app',
  ],
  '/articles/app-monitoring.html': ['data-flows-apps', 'error-monitor'],
  '/articles/connection-dashboard.html': ['data-flows'],
  '/articles/how-to-configure-catalogs-for-apps.html': ['catalog-builder'],
  '/articles/how-to-connect-my-pim-with-apps.html': ['activation-wizard'],
  '/articles/manage-your-apps.html': [
    'connection-form',
    'flow-type-chooser',
    'credentials-panel',
    'connected-app-manager',
    'role-permissions',
  ],
  '/articles/manage-your-connections.html': [
    'connection-form',
    'flow-type-chooser',
    'credentials-panel',
  ],
  '/articles/what-is-an-app.html': ['app-store'],
  '/documentation/authentication.html': ['token-lab'],
  '/documentation/introduction.html': ['api-explorer-root'],
  '/tutorials/how-to-get-your-app-token.html': [
    'role-permissions',
    'custom-app-wizard',
    'oauth-stepper',
  ],
  '/tutorials/how-to-retrieve-pim-structure.html': ['api-explorer-channel'],
}
const exchanges: Readonly<Record<string, readonly { title: string; response: string }[]>> = recorded

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** What of a widget's exchanges is missing from what the page shows. */
async function missingExchanges(page: Page, names: readonly string[]): Promise<string[]> {
  const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
  return names.flatMap((name) =>
    (exchanges[name] ?? [])
      .flatMap(({ title, response }) => [title, response.replaceAll(/\s+/g, ' ')])
      .filter((wanted) => !text.includes(wanted))
      .map((wanted) => `${name}: ${wanted.slice(0, 80)}`),
  )
}

test('a reader without scripts sees what every widget exchanges, and no empty frame', async () => {
  const page = await site.newPage({ javaScriptEnabled: false })
  for (const [path, names] of Object.entries(articles)) {
    await page.goto(site.url + path)
    expect(await missingExchanges(page, names), path).toEqual([])
    expect(await page.getByText('Loading a PIM').count(), path).toBe(0)
    const markdown = await page.request.get(site.url + path.replace(/html$/, 'md'))
    const twin = await markdown.text()
    for (const name of names) {
      for (const { title } of exchanges[name] ?? []) expect(twin, path).toContain(`**${title}:**`)
    }
  }
  await page.goto(`${site.url}/articles/manage-your-connections.html`)
  await page.getByText('Data only goes out of the PIM: choose Data destination.').waitFor()
  await page.context().close()
})

test('print shows the exchanges in place of the widgets, the screen the widgets alone', async () => {
  const page = await site.newPage()
  const path = '/documentation/authentication.html'
  const article = await openArticle(page, site.url, path)
  const lab = await article.widget('Where do the four strings go?', 'From four strings to a call')
  const title = page.getByText('The refresh token buys a new one:')
  expect(await title.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(await title.isVisible()).toBe(true)
  expect(await lab.isVisible()).toBe(false)
  expect(await missingExchanges(page, articles[path] ?? [])).toEqual([])
  await page.context().close()
})

for (const width of areSome ? [390] : [1280, 390]) {
  test(`opened widgets have no barrier, in both themes, ${width} pixels wide`, async () => {
    const page = await site.newPage({ viewport: { width, height: 900 } })
    const found: string[] = []
    const look = async (path: string) => {
      const scroll = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ])
      expect(scroll[0], path).toBeLessThanOrEqual(scroll[1] ?? 0)
      // What a narrow window changes is not a matter of colour.
      const violations = await (width > 1000 ? findViolationsInBothThemes : findViolations)(page)
      found.push(...violations.map((each) => `${path}: ${each}`))
    }
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()

    let path = '/apps/authentication-and-authorization.html'
    let article = await openArticle(page, site.url, path)
    await article.widget("What's the code challenge?", 'Code challenge lab')
    const stepper = await article.widget('The OAuth 2.0 flow', 'The activation, step by step')
    await press('Begin the activation')
    await stepper.getByText('Held: Activate the app').waitFor()
    await look(path)

    path = '/documentation/authentication.html'
    article = await openArticle(page, site.url, path)
    const lab = await article.widget('Where do the four strings go?', 'From four strings to a call')
    await lab.getByLabel('Take the strings of').selectOption({ label: 'Fernwood ERP' })
    await press('Ask for a token')
    await lab.getByText('Status 200: a token for 60 minutes').waitFor()
    await look(path)

    path = '/apps/catalogs.html'
    article = await openArticle(page, site.url, path)
    await article.putInPlace('Step 3: Get products using catalogs', 'Make a catalog')
    await page.getByRole('heading', { name: 'Store locator' }).waitFor()
    await look(path)

    path = '/apps/create-custom-app.html'
    article = await openArticle(page, site.url, path)
    await article.widget('Step 2 - Create an App & get credentials', 'Your PIM: a custom app')
    await article.widget('Step 3 - Connect your custom app', 'Your PIM: the wizard')
    await article.widget(
      'Regenerate your custom app credentials',
      'Your PIM: credentials of an app',
    )
    await page.getByRole('button', { name: 'Reset the PIM' }).last().click()
    await look(path)

    expect(found).toEqual([])
    await page.context().close()
  }, 120_000)
}
