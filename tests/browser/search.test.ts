import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findViolations } from './find-violations.ts'
import { areSome } from './journeys.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site
let page: Page

beforeAll(async () => {
  site = await openSite()
  page = await site.newPage()
})
afterAll(() => site.close())

/** What a newcomer types, old words included, and the page that answers it. */
const questions: [typed: string, answer: string][] = [
  ['how do I create a connection?', '/articles/manage-your-connections.html'],
  ['flow type', '/articles/manage-your-connections.html'],
  ['I forgot the password of my connection', '/articles/manage-your-connections.html'],
  ['what is an app', '/articles/what-is-an-app.html'],
  ['app', '/articles/what-is-an-app.html'],
  ['test app', '/apps/create-custom-app.html'],
  ['developer mode', '/apps/create-custom-app.html'],
  ['source app', '/articles/manage-your-connections.html'],
  ['app monitoring', '/articles/connection-dashboard.html'],
  ['marketplace', '/articles/what-is-an-app.html'],
  ['disconnect an app', '/articles/manage-your-apps.html'],
  ['get a token', '/tutorials/how-to-get-your-app-token.html'],
  ['code_challenge', '/apps/authentication-and-authorization.html'],
  ['openid sign in users', '/apps/authentication-and-authorization.html'],
  ['refresh token', '/documentation/authentication.html'],
  ['read families and attributes', '/tutorials/how-to-retrieve-pim-structure.html'],
  ['catalog product mapping', '/apps/catalogs.html'],
  ['which version do I have', '/versions-in-detail.html'],
  ['errors of my connector', '/articles/app-monitoring.html'],
  ['old names glossary', '/glossary.html'],
]

/** What people type who are in a hurry, think in German, paste an error, or know another product's words. */
const hasty: [typed: string, answer: string][] = [
  ['conection', '/articles/manage-your-connections.html'],
  ['how to conect my shop', '/articles/how-to-connect-my-pim.html'],
  ['authentification', '/documentation/authentication.html'],
  ['catalogues', '/apps/catalogs.html'],
  ['verbindung erstellen', '/articles/manage-your-connections.html'],
  ['Passwort vergessen', '/articles/manage-your-connections.html'],
  ['produkte exportieren', '/articles/how-to-connect-my-pim.html'],
  ['invalid_client', '/apps/authentication-and-authorization.html'],
  ['error: invalid_grant', '/apps/authentication-and-authorization.html'],
  ['Authentication is required', '/documentation/authentication.html'],
  ['401', '/documentation/authentication.html'],
  ['415 unsupported media type', '/documentation/introduction.html'],
  ['429 too many requests', '/documentation/introduction.html'],
  ['422', '/api-reference-index.html'],
  ['System > Connections', '/articles/manage-your-connections.html'],
  ['Manage test apps', '/apps/create-custom-app.html'],
  ['PIM Marketplace', '/articles/what-is-an-app.html'],
  ['connect menu greyed out', '/articles/what-is-an-app.html'],
  ['api keys', '/articles/manage-your-connections.html'],
  ['redirect uri', '/apps/create-custom-app.html'],
  ['end of life version 5', '/versions-in-detail.html'],
  ['uninstall app', '/articles/manage-your-apps.html'],
  ['nothing in data flows', '/articles/connection-dashboard.html'],
  ['postman', '/apps/app-developer-tools.html'],
]

/** What people type who know OAuth but not the PIM, or an older PIM, or one word only. */
const brief: [typed: string, answer: string][] = [
  ['OAuth', '/apps/authentication-and-authorization.html'],
  ['oauth2', '/apps/authentication-and-authorization.html'],
  ['pkce', '/apps/authentication-and-authorization.html'],
  ['jwt', '/apps/authentication-and-authorization.html'],
  ['single sign on', '/apps/authentication-and-authorization.html'],
  ['read_products', '/apps/authentication-and-authorization.html'],
  ['state parameter csrf', '/apps/authentication-and-authorization.html'],
  ['code has expired', '/apps/authentication-and-authorization.html'],
  ['connector', '/articles/what-is-a-connection.html'],
  ['difference between app and connector', '/apps/overview.html'],
  ['starter kit', '/apps/overview.html'],
  ['publish app in store', '/apps/overview.html'],
  ['graphql', '/apps/overview.html'],
  ['client secret', '/apps/create-custom-app.html'],
  ['regenerate client secret', '/apps/create-custom-app.html'],
  ['draft app', '/apps/create-custom-app.html'],
  ['Create a test App', '/apps/create-custom-app.html'],
  ['custm app', '/apps/create-custom-app.html'],
  ['php client', '/apps/app-developer-tools.html'],
  ['erp', '/apps/app-concepts-and-use-cases.html'],
  ['ngrok', '/tutorials/how-to-get-your-app-token.html'],
  ['acess token', '/tutorials/how-to-get-your-app-token.html'],
  ['revoke secret', '/articles/manage-your-connections.html'],
  ['how many connections', '/articles/manage-your-connections.html'],
  ['magento', '/articles/manage-your-connections.html'],
  ['webhook', '/articles/manage-your-connections.html'],
  ['wo finde ich die client id', '/articles/manage-your-connections.html'],
  ['activity dashboard', '/articles/connection-dashboard.html'],
  ['Datenfluss', '/articles/connection-dashboard.html'],
  ['App verbinden', '/articles/how-to-connect-my-pim-with-apps.html'],
  ['proposal', '/articles/how-to-connect-my-pim-with-apps.html'],
  ['Katalog', '/apps/catalogs.html'],
  ['base64', '/documentation/authentication.html'],
  ['pagination', '/documentation/introduction.html'],
  ['create product', '/api-reference-index.html'],
  ['PATCH products-uuid', '/api-reference-index.html'],
  ['what is a pim', '/concepts/introduction.html'],
  ['channel scope', '/concepts/introduction.html'],
  ['PXM Studio', '/glossary.html'],
  ['old link does not work', '/legacy-urls.html'],
  ['try without account', '/playground.html'],
]

async function search(typed: string): Promise<string[]> {
  await dialog().getByRole('searchbox').fill('')
  await dialog().getByText('Labels and words of all PIM versions').waitFor()
  await dialog().getByRole('searchbox').fill(typed)
  await dialog()
    .getByRole('status')
    .filter({ hasText: /page|Nothing/ })
    .waitFor()
  return dialog()
    .locator('.page')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
}

function dialog() {
  return page.getByRole('dialog', { name: 'Search' })
}

describe('the search', () => {
  it('opens with a key, and answers a newcomer’s questions among the first three pages', async () => {
    await page.goto(`${site.url}/articles/`)
    // The page hears no key before its scripts are there.
    await expect.poll(opensByKey, { timeout: 20_000 }).toBe(true)
    const missed: string[] = []
    const all = [...questions, ...hasty, ...brief]
    for (const [typed, answer] of all.filter((_, index) => !areSome || index % 4 === 0)) {
      const found = await search(typed)
      if (!found.slice(0, 3).includes(answer)) missed.push(`${typed}: ${found.join(' ')}`)
    }
    expect(missed).toEqual([])
  })

  it('says why it shows connections to someone who looks for an “app”', async () => {
    expect(await search('app')).toContain('/articles/what-is-a-connection.html')
    await dialog().getByText('Until the end of 2019, “app” was the word').waitFor()
  })

  it('says what it took a mistyped or a German word for', async () => {
    await search('conection')
    await dialog().getByText('Found for “connection”.').waitFor()
    await search('Verbindung löschen')
    await dialog().getByText('found for “connection delete”').waitFor()
  })

  it('shows pages for the chosen readers only', async () => {
    expect(await search('write a page')).not.toContain('/contributing/writing-a-page.html')
    await dialog().getByText('Doc authors').click()
    await dialog().getByRole('link', { name: 'Writing a page' }).first().waitFor()
    await dialog().getByText('Everyone').click()
  })

  it('says so when nothing is found', async () => {
    expect(await search('jjqqzz')).toEqual([])
    await dialog().getByText('Nothing found for “jjqqzz”').waitFor()
  })

  it.each(['light', 'dark'] as const)('has no violation in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await search('token')
    expect(await findViolations(page)).toEqual([])
  })

  it('is walked through and left by keyboard, with the focus where it was', async () => {
    await page.keyboard.press('Escape')
    expect(await page.getByRole('button', { name: 'Search' }).evaluate(isFocused)).toBe(true)
    await page.keyboard.press('Control+k')
    await search('refresh token')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await dialog().getByRole('link').first().evaluate(isFocused)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(/documentation\/authentication\.html/)
    await dialog().waitFor({ state: 'detached' })
  })

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.getByRole('button', { name: 'Search' }).click()
    await search('token')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBe(390)
  })
})

async function opensByKey(): Promise<boolean> {
  if (!(await dialog().isVisible())) await page.keyboard.press('/')
  return dialog().isVisible()
}

function isFocused(element: Element): boolean {
  return document.activeElement === element
}
