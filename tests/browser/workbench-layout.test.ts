import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findViolationsInBothThemes } from './find-violations.ts'
import { openPlayground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

function region(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true })
}

test('at 1280 px three panes stand side by side; arrow keys move the dividers, a reload keeps them', async () => {
  const page = await site.newPage({ viewport: { width: 1280, height: 800 } })
  await openPlayground(page, site.url)
  for (const name of ['Browser', 'Your app', 'Flow']) await region(page, name).waitFor()
  const divider = page.getByRole('separator', { name: 'Divider between Browser and Your app' })
  const value = async () => Number(await divider.getAttribute('aria-valuenow'))
  const before = await value()
  const widthBefore = (await region(page, 'Browser').boundingBox())?.width ?? 0
  await divider.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await value()).toBe(before + 4)
  expect((await region(page, 'Browser').boundingBox())?.width).toBeGreaterThan(widthBefore)
  await page.keyboard.press('End')
  const widest = await value()
  expect(widest).toBeGreaterThan(before + 4)
  expect(page.url()).toContain('widths=')

  await page.reload()
  await region(page, 'Flow').waitFor()
  expect(await value()).toBe(widest)
  await page.context().close()
})

test('a pane can have the whole place, and its address can be shared', async () => {
  const page = await site.newPage({ viewport: { width: 1280, height: 800 } })
  await openPlayground(page, site.url)
  const full = page.getByRole('button', { name: 'Full screen: Flow' })
  await full.press('Enter')
  await region(page, 'Browser').waitFor({ state: 'hidden' })
  const address = page.url()
  expect(address).toContain('pane=flow')
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await full.press('Enter')
  await region(page, 'Browser').waitFor()

  const other = await site.newPage({ viewport: { width: 1280, height: 800 } })
  await other.goto(address)
  await region(other, 'Flow').waitFor()
  expect(await region(other, 'Browser').count()).toBe(0)
  expect(
    await other.getByRole('button', { name: 'Full screen: Flow', pressed: true }).count(),
  ).toBe(1)
  await other.context().close()
  await page.context().close()
})

test('a page that moves on leaves an address alone that is being typed', async () => {
  const page = await site.newPage()
  const { pim, heading } = await openPlayground(page, site.url)
  const address = pim.getByRole('textbox', { name: 'Address' })
  await address.fill('https://my-pim.example.com/#/connect/conn')
  await page.evaluate(() => (window.location.hash = '/connect/data-flows'))
  await heading('Data flows')
  expect(await address.inputValue()).toBe('https://my-pim.example.com/#/connect/conn')
  await address.press('Escape')
  expect(await address.inputValue()).toBe('https://my-pim.example.com/#/connect/data-flows')
  await address.fill('javascript:alert(1)')
  await address.press('Enter')
  await pim.getByText('This is no address of a web page.').waitFor()
  await address.press('Escape')
  await pim.getByText('This is no address of a web page.').waitFor({ state: 'hidden' })
  await page.context().close()
})

test('a page with unsaved changes asks before it is loaded anew, left or closed', async () => {
  const page = await site.newPage({ viewport: { width: 1280, height: 800 } })
  const { pim } = await openPlayground(page, site.url)
  const address = pim.getByRole('textbox', { name: 'Address' })
  async function goTo(place: string): Promise<void> {
    await address.fill(place)
    await address.press('Enter')
  }
  await goTo('http://localhost:8000/')
  await pim.getByRole('heading', { name: 'localhost:8000 does not answer' }).waitFor()
  await goTo('#/connect/connection-settings/fernwood_erp/edit')
  const label = pim.getByLabel('Label', { exact: true })
  await label.fill('Moss ERP')
  const waysOut = [
    () => pim.getByRole('button', { name: 'Reload' }).click(),
    () => pim.getByRole('button', { name: 'Back', exact: true }).click(),
    () => goTo('http://localhost:8000/'),
    () => goTo('#/system/roles'),
    () => pim.getByRole('button', { name: /^Close tab/ }).click(),
  ]
  for (const leave of waysOut) {
    await leave()
    await pim.getByRole('dialog').getByRole('button', { name: 'Stay' }).click()
    await pim.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await label.inputValue()).toBe('Moss ERP')
  }
  await pim.getByRole('button', { name: 'Reload' }).click()
  await pim.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await expect.poll(() => label.inputValue()).toBe('Fernwood ERP')
  await page.context().close()
})

for (const part of ['Workbench', 'WorkbenchPanes']) {
  test(`the script ${part} that does not come is told, instead of a wait without end`, async () => {
    const page = await site.newPage()
    await page.route(`**/${part}.*.js`, (route) => route.abort())
    await page.goto(`${site.url}/playground.html`)
    await page.getByRole('alert').filter({ hasText: 'The playground did not load.' }).waitFor()
    expect(await page.getByText('Loading the playground').count()).toBe(0)
    await page.context().close()
  })
}

test('a part of the page that does not come when it is wanted is told, and comes after a reload', async () => {
  const page = await site.newPage()
  await openPlayground(page, site.url)
  await page.waitForLoadState('networkidle')
  await page.route('**/assets/**', (route) => route.abort())
  const missions = page.getByRole('button', { name: 'Missions' })
  await missions.click()
  const alert = page.getByRole('alert').filter({ hasText: 'A part of this page did not load.' })
  await alert.getByRole('button', { name: 'Close' }).click()
  await alert.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /^Search/ }).click()
  await alert.waitFor()
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await page.unroute('**/assets/**')
  await alert.getByRole('button', { name: 'Load again' }).click()
  await region(page, 'Missions').waitFor()
  expect(await alert.count()).toBe(0)
  await page.context().close()
})

test('at 1024 px the browser stays beside tabs of the other two', async () => {
  const page = await site.newPage({ viewport: { width: 1024, height: 768 } })
  await openPlayground(page, site.url)
  await region(page, 'Browser').waitFor()
  await page.getByRole('tabpanel', { name: 'Your app' }).waitFor()
  expect(await page.getByRole('tabpanel', { name: 'Flow' }).count()).toBe(0)
  await page.getByRole('tab', { name: 'Your app' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('tabpanel', { name: 'Flow' }).waitFor()
  await region(page, 'Browser').waitFor()
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await page.context().close()
})

// A window of 1280 by 800 at 200 % is 640 by 400.
for (const [width, height] of [
  [768, 844],
  [640, 400],
  [390, 844],
] as const) {
  test(`at ${width} px all panes are tabs, nothing scrolls sideways, and no part covers another`, async () => {
    const page = await site.newPage({ viewport: { width, height }, deviceScaleFactor: 2 })
    const { show } = await openPlayground(page, site.url)
    for (const name of ['Your app', 'Flow', 'Browser'] as const) {
      await show(name)
      await page.getByRole('tabpanel', { name, exact: true }).waitFor()
      expect(await page.getByRole('tabpanel', { name: /^(Browser|Your app|Flow)$/ }).count()).toBe(
        1,
      )
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, name).toBe(0)
      if (name === 'Browser' && width === 390) await expectTabsBesideEachOther(page)
      if (name !== 'Your app') continue
      const bottomOf = async (part: Locator) => {
        const { y = 0, height: tall = 0 } = (await part.boundingBox()) ?? {}
        return y + tall
      }
      const app = page.getByRole('tabpanel', { name, exact: true })
      const console = await app.getByText('Console', { exact: true }).boundingBox()
      expect(console?.y).toBeGreaterThanOrEqual(
        await bottomOf(app.getByText('To leave the editor')),
      )
    }
    await page.context().close()
  })
}

/** Opens tabs until there are ten: they scroll, none covers another, and the newest is in sight. */
async function expectTabsBesideEachOther(page: Page): Promise<void> {
  const list = page.getByRole('list', { name: 'Browser tabs' })
  for (let count = 1; count < 10; count += 1) {
    await page.getByRole('button', { name: 'New tab' }).click()
    await list.getByRole('listitem').nth(count).waitFor()
  }
  const close = list.getByRole('button', { name: /^Close tab/ })
  await close.last().click({ trial: true })
  const boxes = await list
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.map((button) => button.getBoundingClientRect().toJSON() as DOMRect),
    )
  for (const [index, box] of boxes.entries()) {
    expect(box?.left).toBeGreaterThanOrEqual((boxes[index - 1]?.right ?? box?.left ?? 0) - 1)
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
}
