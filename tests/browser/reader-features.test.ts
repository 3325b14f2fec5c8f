import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findStrangers } from './find-strangers.ts'
import { findViolationsInBothThemes } from './find-violations.ts'
import { openSite, type Site } from './open-site.ts'

const tutorial = '/tutorials/how-to-get-your-app-token.html'

let site: Site
let page: Page

beforeAll(async () => {
  site = await openSite()
  page = await site.newPage({
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  })
})
afterAll(() => site?.close())

const copied = () => page.evaluate(() => navigator.clipboard.readText())
const selectedTab = () =>
  page.locator('.code-tabs [role=tab][aria-selected=true]').first().innerText()
const version = () =>
  page.getByLabel('PIM version').evaluate((select: HTMLSelectElement) => select.value)

describe('an address', () => {
  test('chooses the version and the language, for whoever follows it', async () => {
    await page.goto(`${site.url}${tutorial}?version=6&language=python`)
    await expect.poll(version).toBe('test-apps-2022')
    await expect.poll(selectedTab).toBe('Python')
    expect(await page.locator('.address-notes .note').count()).toBe(0)
    await page.goto(site.url + tutorial)
    await expect.poll(selectedTab).toBe('PHP')
    await expect.poll(version).toBe('today')
  })

  test('is told what is unknown of it, and what it could have said', async () => {
    await page.goto(`${site.url}${tutorial}?version=9.9&language=%3Cb%3Ecobol`)
    const notes = page.locator('.address-notes .note')
    await notes.getByText('PIM version “9.9”').waitFor()
    await notes.getByText('language “<b>cobol”').waitFor()
    expect(await notes.first().innerText()).toContain('serenity, 7.0, 6.0, 5.0 and 4.0')
    expect(await notes.last().innerText()).toContain('php, nodejs, python and java')
    expect(await version()).toBe('today')
    expect(await findViolationsInBothThemes(page)).toEqual([])
    await page.getByLabel('PIM version').selectOption('2020 – PIM 4 and 5')
    await notes.getByText('9.9').waitFor({ state: 'detached' })
    await notes.getByRole('button', { name: 'Close' }).click()
    expect(await notes.count()).toBe(0)
    expect(new URL(page.url()).search).toBe('?language=%3Cb%3Ecobol')
  })

  test('is copied with what the reader chose, for the page and for a heading', async () => {
    await page.goto(site.url + tutorial)
    const left = (name: 'Home' | 'Copy link') =>
      page
        .getByRole(name === 'Home' ? 'link' : 'button', { name, exact: true })
        .first()
        .evaluate((element) => Math.round(element.getBoundingClientRect().left))
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await left('Copy link')).toBe(await left('Home'))
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByLabel('PIM version').selectOption('2022 – PIM 6 and 7')
    await page.getByRole('tab', { name: 'Python' }).first().click()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('Link copied').first().waitFor()
    const address = `${site.url}${tutorial}?era=test-apps-2022&language=python`
    expect(await copied()).toBe(address)
    await page.locator('#requirements .header-anchor').focus()
    await page.keyboard.press('Enter')
    await expect.poll(copied).toBe(`${address}#requirements`)
    expect(new URL(page.url()).hash).toBe('#requirements')
    await page.getByRole('status').filter({ hasText: 'Link copied' }).first().waitFor()
  })
})

test('the foot of an article leads to the one after it, and that one back', async () => {
  await page.goto(`${site.url}/articles/manage-your-connections.html`)
  const foot = page.getByRole('navigation', { name: 'Previous and next page' })
  const next = await foot.getByRole('link', { name: /^Next/ }).innerText()
  await foot.getByRole('link', { name: /^Next/ }).click()
  await page.getByRole('heading', { level: 1, name: next.replace(/^Next\s*/, '') }).waitFor()
  await foot.getByRole('link', { name: 'Previous Manage your connections' }).click()
  await page.getByRole('heading', { level: 1, name: 'Manage your connections' }).waitFor()
})

describe('a report of a problem', () => {
  test('names page, wording, language and scenario, and no secret', async () => {
    const requests: Request[] = []
    page.on('request', (request) => requests.push(request))
    // What a first try left open would stay: another fragment alone loads no page.
    await page.goto('about:blank')
    await page.goto(`${site.url}${tutorial}?code=verysecretcode#requirements`)
    await page.locator('.page-footer').getByRole('button', { name: 'Report a problem' }).click()
    const dialog = page.getByRole('dialog', { name: 'Report a problem' })
    const secret = 'NjNjODlhYmQyZDEwNjYxNzI0ZTUxZjMxN2Y2ZmM3ZTM5'
    await dialog.getByLabel('What did you do').fill(`It fails with ${secret}`)
    await dialog.getByLabel('Add the state of my PIM').check()
    await dialog.getByText('/playground.html#scenario=1.').waitFor()
    expect(await findViolationsInBothThemes(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Copy the report' }).click()
    await dialog.getByText('Copied').waitFor()
    const text = await copied()
    for (const fact of [
      'It fails with (left out)',
      `${tutorial}#requirements\n`,
      'PIM version: 2022 – PIM 6 and 7 (test-apps-2022)',
      'Language: Python',
    ]) {
      expect(text).toContain(fact)
    }
    expect(text).not.toMatch(/verysecretcode|NjNjODlh/)
    // The first press on the page starts the service worker.
    const probed = (request: Request) => request.url().endsWith('/_control/faults')
    await expect.poll(() => requests.some(probed)).toBe(true)
    expect(await findStrangers(requests, site.url)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  test('can be written where a page fills the window', async () => {
    await page.goto(`${site.url}/playground.html`)
    await page.getByRole('button', { name: 'Report' }).click()
    await page.getByRole('dialog').getByText('#scenario=1.').waitFor()
    await page.keyboard.press('Escape')
  })
})

test('on paper, articles are light, without furniture, and in one language', async () => {
  const shown = (selector: string) => page.locator(`${selector}:visible`).count()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const path of [
    tutorial,
    '/articles/manage-your-connections.html',
    '/versions-in-detail.html',
  ]) {
    await page.goto(site.url + path)
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(background).toBe('rgb(255, 255, 255)')
    for (const furniture of [
      '.site-header',
      '.sidebar',
      '.site-footer',
      '.page-footer nav',
      '.edit',
    ]) {
      expect(await shown(furniture), `${path}: ${furniture}`).toBe(0)
    }
    expect(await shown('h1')).toBe(1)
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(width).toBeLessThanOrEqual(0)
  }
  await page.goto(site.url + tutorial)
  const labels = await page
    .locator('.code-tabs [role=tabpanel]:visible')
    .evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-label')))
  expect(new Set(labels)).toEqual(new Set(['Python']))
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
})
