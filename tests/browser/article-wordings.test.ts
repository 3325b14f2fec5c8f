import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './open-site.ts'

let site: Site
let page: Page

beforeAll(async () => {
  site = await openSite()
  page = await site.newPage()
})
afterAll(() => site.close())

/** A procedure of an article: the words before its labels, and the labels in each version. */
const steps: [path: string, step: string, labels: Record<string, string[]>][] = [
  [
    '/articles/manage-your-connections.html',
    'To open it, go to',
    {
      Today: ['Connect', 'Connection settings'],
      '2022 – PIM 6 and 7': ['Connect', 'Connection settings'],
      '2020 – PIM 4 and 5': ['System', 'Connections'],
      '2019 draft': ['System', 'Apps'],
    },
  ],
  [
    '/tutorials/how-to-get-your-app-token.html',
    'If you see the button',
    {
      Today: ['Connect', 'App Store', 'Create an App'],
      '2022 – PIM 6 and 7': ['Connect', 'App Store', 'Create a test App'],
    },
  ],
  [
    '/apps/create-custom-app.html',
    'Under',
    {
      Today: ['Connect', 'Create and delete custom apps'],
      '2022 – PIM 6 and 7': ['Developer mode', 'Manage test apps'],
    },
  ],
]

function labelsOf(step: string): Promise<string[]> {
  return page
    .getByRole('main')
    .locator('p, li')
    .filter({ hasText: new RegExp(`^${step}|\\. ${step}`) })
    .first()
    .getByRole('code')
    .allInnerTexts()
}

describe('the labels in an article', () => {
  it.each(steps)('%s follow the chosen version where it says “%s”', async (path, step, labels) => {
    await page.goto(`${site.url}${path}`)
    for (const [version, expected] of Object.entries(labels)) {
      await page.getByLabel('PIM version').first().selectOption(version)
      expect((await labelsOf(step)).slice(0, expected.length), version).toEqual(expected)
    }
  })

  it('are remembered, and an address can choose them for others', async () => {
    await page.goto(`${site.url}/articles/manage-your-connections.html`)
    await page.getByLabel('PIM version').first().selectOption('2020 – PIM 4 and 5')
    await page.reload()
    await expect.poll(() => labelsOf('To open it, go to')).toContain('Connections')
    await page.goto(`${site.url}/articles/manage-your-connections.html?era=today`)
    await expect.poll(() => labelsOf('To open it, go to')).toContain('Connection settings')
  })

  it('count where they are chosen before the scripts of the page are there, and so does a theme', async () => {
    const other = await site.newPage()
    let release: () => void = () => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    await other.route('**/*.js', (route) => released.then(() => route.continue()))
    await other.goto(`${site.url}/articles/manage-your-connections.html`, { waitUntil: 'commit' })
    const version = other.getByLabel('PIM version').first()
    const dark = other.getByRole('radio', { name: 'Dark theme' }).first()
    const isDark = () => other.evaluate(() => document.documentElement.classList.contains('dark'))
    await version.selectOption('2020 – PIM 4 and 5')
    await dark.check({ force: true })
    expect(await isDark()).toBe(true)
    release()
    const way = other.getByText('To open it, go to System').first()
    await way.waitFor()
    expect(await version.inputValue()).toBe('connections-2020')
    expect(await dark.isChecked()).toBe(true)
    expect(await isDark()).toBe(true)
    await other.reload()
    await way.waitFor()
    expect(await dark.isChecked()).toBe(true)
    expect(await isDark()).toBe(true)
    await other.context().close()
  })

  it('count on the next page where a page is left before its scripts are there', async () => {
    const other = await site.newPage()
    await other.route('**/*.js', () => undefined)
    await other.goto(site.url, { waitUntil: 'commit' })
    await other.getByLabel('PIM version').first().selectOption('2020 – PIM 4 and 5')
    await other.unrouteAll({ behavior: 'ignoreErrors' })
    await other.goto(`${site.url}/articles/manage-your-connections.html`)
    await other.getByText('To open it, go to System').first().waitFor()
    await other.context().close()
  })

  it('are those of today where an address names a version that there is not', async () => {
    const other = await site.newPage()
    await other.goto(`${site.url}/articles/manage-your-connections.html?era=1999`)
    expect(await other.getByLabel('PIM version').first().inputValue()).toBe('today')
    await other.close()
  })
})
