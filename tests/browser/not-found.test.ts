import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findViolations } from './find-violations.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site
let page: Page

beforeAll(async () => {
  site = await openSite()
  page = await site.newPage()
  // Hosts answer an address that has no file with this page.
  const body = await readFile(join(site.folder, '404.html'), 'utf8')
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
