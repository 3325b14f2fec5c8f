import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findViolationsInBothThemes } from './find-violations.ts'
import { openPlayground, type Playground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

// The missions as people go through them. Nothing here tells the guide what was done: it has to find out.

// A whole mission takes its time where much else runs on the machine.
vi.setConfig({ testTimeout: 240_000 })

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

interface Guide {
  readonly page: Page
  readonly playground: Playground
  readonly guide: Locator
  /** Opens a mission from the list. */
  choose(title: string): Promise<void>
  button(name: string): Locator
  /** Waits until a step is the current one. */
  current(title: string): Promise<void>
  complete(): Promise<void>
}

async function open(viewport = { width: 1280, height: 800 }): Promise<Guide> {
  const page = await site.newPage({
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  // What is shown is shown slowly.
  page.setDefaultTimeout(60_000)
  const playground = await openPlayground(page, site.url, '/connect/connection-settings')
  const guide = page.getByRole('region', { name: 'Missions', exact: true })
  const button = (name: string) => guide.getByRole('button', { name, exact: true })
  const step = guide.getByRole('list', { name: 'Steps' }).locator('[aria-current="step"]')
  await page.getByRole('button', { name: 'Missions', exact: true }).click()

  return {
    page,
    playground,
    guide,
    button,
    async choose(title) {
      await guide.getByRole('button', { name: new RegExp(`^${title}`) }).click()
      await guide.getByRole('heading', { level: 3, name: title }).waitFor()
    },
    current: (title) => step.filter({ hasText: title }).waitFor(),
    complete: () => guide.getByText('Mission complete.').waitFor(),
  }
}

test('"Create a connection" checks itself off, outlives a reload, and can be reset and brought back', async () => {
  const { page, playground, guide, button, choose, current, complete } = await open()
  const { pim, heading } = playground
  await choose('Create a connection')
  await current('Create a connection for a data source')
  expect(await findViolationsInBothThemes(page)).toEqual([])

  await button('Hint').click()
  await guide.getByText('the code is made from it').waitFor()
  await pim.getByRole('button', { name: 'Create', exact: true }).click()
  await pim.getByLabel('Label (required)').fill('Moss ERP')
  // Pressing and typing alone does nothing.
  await current('Create a connection for a data source')
  await pim.getByRole('button', { name: 'Save' }).click()
  await heading('Moss ERP')
  await current('Follow what it sends in Data flows')

  await page.reload()
  await current('Follow what it sends in Data flows')
  await pim.getByRole('checkbox', { name: 'Track in Data flows dashboard' }).check()
  await pim.getByRole('button', { name: 'Save' }).click()
  await current('Keep it to its part of the catalog')
  await pim.getByLabel('Group').selectOption('Suppliers')
  await pim.getByRole('button', { name: 'Save' }).click()
  await complete()

  await button('Reset the mission').click()
  await current('Create a connection for a data source')
  await button('Undo the reset').click()
  await complete()
  await button('All missions').click()
  await guide.getByRole('button', { name: /^Create a connection Done/ }).waitFor()
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await page.context().close()
})

test('"Go there" leads through "Get your first app token"', async () => {
  const { page, playground, button, choose, current, complete } = await open()
  const { pim } = playground
  await choose('Get your first app token')
  await current('Declare your app in the App Store')

  /** Goes where the guide points, with the keyboard, until that is what is meant. */
  async function goThere(name: string): Promise<void> {
    await expect
      .poll(
        async () => {
          // While it points at nothing the button cannot have the focus, and what has it must not be pressed.
          const isReady = await button('Go there').evaluate((element: HTMLElement) => {
            element.focus()
            return document.activeElement === element
          })
          if (!isReady) return 'nothing yet'
          await page.keyboard.press('Enter')
          return page.evaluate(() => {
            const element = document.activeElement
            const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
            return (label ?? element)?.textContent?.trim() ?? ''
          })
        },
        { timeout: 60_000 },
      )
      .toMatch(new RegExp(`^${name}`))
  }

  await goThere('App Store')
  await page.keyboard.press('Enter')
  await goThere('Create an App')
  await page.keyboard.press('Enter')
  for (const [name, text] of [
    ['Name', 'Harbour Sync'],
    ['Activate url', 'http://localhost:8000/activate'],
    ['Callback url', 'http://localhost:8000/callback'],
  ] as const) {
    await goThere(name)
    await page.keyboard.type(text)
  }
  await goThere('Create')
  await page.keyboard.press('Enter')

  await current('Give your app its credentials')
  await goThere('Take from the PIM')
  await page.keyboard.press('Space')
  await current('Run your app')
  await goThere('Run')
  await page.keyboard.press('Space')
  await current('Connect it from the PIM')
  await goThere('Done')
  await page.keyboard.press('Enter')
  await goThere('Connect')
  await page.keyboard.press('Enter')
  await current('Read what the app wants, and agree')
  // The wizard has a tab of its own. Who went back to the one before it is led there.
  await pim.getByRole('button', { name: 'Harbour Sync needs to', exact: true }).waitFor()
  await pim.getByRole('list', { name: 'Browser tabs' }).getByRole('button').first().press('Enter')
  await goThere('Harbour Sync needs to')
  await page.keyboard.press('Enter')
  // Who closed that tab is led to open it again.
  await pim.getByRole('button', { name: 'Close tab: Harbour Sync needs to' }).press('Enter')
  await goThere('Connect')
  await page.keyboard.press('Enter')
  await goThere('I agree to this App')
  await page.keyboard.press('Space')
  await goThere('Confirm')
  await page.keyboard.press('Enter')
  await complete()
  await page.context().close()
})

test('"Read products with a connection" at 390 pixels', async () => {
  const { page, playground, guide, button, choose, current, complete } = await open({
    width: 390,
    height: 844,
  })
  const { pim } = playground
  await choose('Read products with a connection')
  await current('Create a connection for a data destination')
  await pim.getByRole('button', { name: 'Create', exact: true }).click()
  await pim.getByLabel('Label (required)').fill('Quay Shop')
  await pim.getByLabel('Flow type (required)').selectOption('Data destination')
  await pim.getByRole('button', { name: 'Save' }).click()
  await current('Ask for a token with its credentials')

  const form = guide.getByRole('form', { name: 'The shop' })
  for (const name of ['Client ID', 'Secret', 'Username', 'Password']) {
    await pim.getByRole('button', { name: `Copy to clipboard: ${name}` }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    await form.getByLabel(name).fill(name === 'Password' ? `${copied}x` : copied)
  }
  await form.getByRole('button', { name: 'Ask for a token' }).click()
  await form.getByText('Status 422').waitFor()
  await current('Ask for a token with its credentials')
  const password = form.getByLabel('Password')
  await password.fill((await password.inputValue()).slice(0, -1))
  await button('Ask for a token').click()
  await form.getByText('Status 200: a token for 60 minutes').waitFor()
  // The token outlives a reload: the PIM knows it.
  await page.reload()
  await current('List products with the token')
  await button('List products').click()
  await form.getByText('Status 200: 10 products').waitFor()
  await complete()
  expect(await findViolationsInBothThemes(page)).toEqual([])
  // Nothing sticks out at the right.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.context().close()
})

test('a start that replaces what the reader made asks first, and can be undone', async () => {
  const { page, playground, guide, button, choose, current } = await open()
  const { pim, heading, goTo } = playground
  await pim.getByRole('button', { name: 'Create', exact: true }).click()
  await pim.getByLabel('Label (required)').fill('My own ERP')
  await pim.getByRole('button', { name: 'Save' }).click()
  await heading('My own ERP')

  await choose('Recover from a revoked token')
  await button('Start from here').click()
  await guide.getByText('in the place of what you made in this PIM').waitFor()
  await button('Keep mine').click()
  await current('Disconnect the app')
  await button('Start from here').click()
  await button('Replace my PIM').click()
  await current('Call the API with the old token')
  await goTo('/connect/connection-settings')
  await heading('Connection settings')
  expect(await pim.getByRole('link', { name: 'My own ERP' }).count()).toBe(0)

  await button('Undo the start').click()
  await current('Disconnect the app')
  await pim.getByRole('link', { name: 'My own ERP' }).waitFor()
  await page.context().close()
})
