import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findViolations } from './find-violations.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site
let page: Page
/** Hosts answer an address that has no file with this page. */
let body: string

beforeAll(async () => {
  site = await openSite()
  page = await site.newPage()
  body = await readFile(join(site.folder, '404.html'), 'utf8')
  await page.route('**/pim/v9/**', (route) =>
    route.fulfill({ status: 404, contentType: 'text/html', body }),
  )
})
afterAll(() => site.close())

describe('an address that has no page', () => {
  it('is named, and the page of that name in another folder is offered', async () => {
    await page.goto(`${site.url}/pim/v9/articles/manage-your-apps.html`)
    await page.getByRole('heading', { name: 'Page not found' }).waitFor()
    await page.getByText('/pim/v9/articles/manage-your-apps.html').waitFor()
    expect(await findViolations(page)).toEqual([])
    const offered = page.getByRole('navigation', { name: 'You may be looking for:' })
    await offered.getByRole('link', { name: 'Manage your apps' }).click()
    await page.getByRole('heading', { level: 1, name: 'Manage your apps' }).waitFor()
  })

  it('is told from a page that did not come, which can be loaded again', async () => {
    const reader = await site.newPage()
    await reader.goto(`${site.url}/articles/manage-your-connections.html`)
    await reader.waitForLoadState('networkidle')
    await reader.context().setOffline(true)
    const link = reader.getByRole('navigation').getByRole('link', { name: 'Manage your apps' })
    await link.first().click()
    await reader.getByRole('heading', { name: 'Page not loaded' }).waitFor()
    await reader.getByText('/articles/manage-your-apps.html did not come').waitFor()
    expect(await findViolations(reader)).toEqual([])
    await reader.context().setOffline(false)
    await reader.getByRole('button', { name: 'Load again' }).click()
    await reader.getByRole('heading', { level: 1, name: 'Manage your apps' }).waitFor()
    await reader.context().close()
  })

  it.each([
    ['a tag', '/pim/v9/%3Cimg%20src=x%20onerror=alert(1)%3E.html', 'onerror=alert(1)'],
    ['half a character', '/pim/v9/%E0%A4%A.html', '%E0%A4%A'],
    ['a climb to another folder', '/pim/v9/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 'passwd'],
    ['an expression', '/pim/v9/{{constructor.constructor("alert(1)")()}}.html', 'constructor'],
    ['control characters', '/pim/v9/%00%0A.html', '/pim/v9/'],
    ['a name of the language', '/pim/v9/__proto__', '__proto__'],
    ['six thousand letters', `/pim/v9/${'a-'.repeat(3000)}b.html`, 'a-a-a-a'],
    [
      'choices and a hash that are none',
      '/pim/v9/%F0%9F%8D%B5?era=%3Cscript%3E&language=__proto__#%E0%A4%A',
      '/pim/v9/',
    ],
  ])('with %s is shown as text, and nothing breaks', async (_name, address, shown) => {
    const errors: string[] = []
    const stranger = await site.newPage({ viewport: { width: 390, height: 844 } })
    stranger.on('pageerror', ({ message }) => errors.push(message))
    stranger.on('dialog', (dialog) => errors.push(dialog.message()))
    await stranger.route('**/pim/v9/**', (route) =>
      route.fulfill({ status: 404, contentType: 'text/html', body }),
    )
    await stranger.goto(site.url + address)
    await stranger.getByRole('heading', { name: 'Page not found' }).waitFor()
    await stranger.locator('.explanation code').filter({ hasText: shown }).waitFor()
    expect(await stranger.locator('main img').count()).toBe(0)
    const width = await stranger.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBe(390)
    expect(errors).toEqual([])
    await stranger.context().close()
  })

  it('leads on by the menu where no page is alike', async () => {
    await page.goto(`${site.url}/pim/v9/kettle.html`)
    await page.getByRole('navigation', { name: 'Where to go from here' }).waitFor()
    expect(await page.getByText('You may be looking for:').count()).toBe(0)
  })
})

describe('an earlier address', () => {
  it.each([
    ['/apps/overview#why-apps-over-connectors', '/apps/overview.html#why-apps-over-connectors'],
    ['/articles/manage-your-apps', '/articles/manage-your-apps.html'],
    ['/api-reference.html#get_products', '/api-reference-index.html#get_products'],
  ])('%s leads to %s', async (from, to) => {
    await page.goto(`${site.url}${from}`)
    await page.waitForURL(`${site.url}${to}`)
  })
})
