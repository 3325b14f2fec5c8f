import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corruptStorage, damages, type Damage } from './corrupt-storage.ts'
import { areSome } from './journeys.ts'
import {
  article,
  connections,
  createConnection,
  expectConnections,
  readArticle,
} from './kept-connections.ts'
import { openPlayground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('what the browser kept of the PIM cannot be read', () => {
  const all = Object.entries(damages)
  for (const [name, damage] of areSome ? all.filter((_, index) => index % 3 === 1) : all) {
    test(`${name}: the playground says so, and a fresh start mends it for good`, async () => {
      const page = await openDamaged(damage)
      await page.goto(`${site.url}/playground.html#${connections}`)
      await trouble(page).waitFor()
      await page.getByText('connections, apps and tokens you made here go with it').waitFor()
      expect(await page.getByRole('region', { name: 'Browser' }).count()).toBe(0)
      await page.getByRole('button', { name: 'Start fresh' }).click()
      await expectConnections(page, ['Fernwood ERP', 'Larkspur Shop'])
      await createConnection(page, 'Harbour Shop')
      await page.reload()
      await expectConnections(page, ['Fernwood ERP', 'Harbour Shop', 'Larkspur Shop'])
      await page.context().close()
    })
  }

  for (const name of ['a record that is a text', 'a database of a higher version'] as const) {
    test(`${name}: the article reads on, and its own button mends it`, async () => {
      const page = await openDamaged(damages[name])
      await page.goto(site.url + article)
      await readArticle(page)
      await trouble(page).getByRole('button', { name: 'Start fresh' }).click()
      await page.getByLabel('Label (required)').fill('Harbour Shop')
      await page.getByRole('button', { name: 'Save' }).click()
      const widget = page.getByRole('region', { name: 'Your PIM: connections' })
      await widget.getByText('Make sure to save this password').waitFor()
      await openPlayground(page, site.url, connections)
      await expectConnections(page, ['Fernwood ERP', 'Harbour Shop', 'Larkspur Shop'])
      await page.context().close()
    })
  }

  async function openDamaged(damage: Damage): Promise<Page> {
    const page = await site.newPage()
    await page.goto(`${site.url}/glossary.html`)
    await corruptStorage(page, damage)
    return page
  }
})

test('whatever stands in the small storage: the playground opens and works', async () => {
  const page = await site.newPage()
  await page.goto(`${site.url}/glossary.html`)
  for (const text of [
    '',
    '{"__proto__":{"open":1},"runs":[],"a":{}}',
    '[null,1,[[]]]',
    '\u0000{',
  ]) {
    await page.evaluate((garbage) => {
      const names = 'source settings scenarios panes missions'.split(' ')
      for (const key of ['era', 'playground-app', 'widgets-own-state']) names.push(key)
      for (const name of names) {
        const key = name.includes('-') || name === 'era' ? name : `playground-${name}`
        for (const storage of [localStorage, sessionStorage]) storage.setItem(key, garbage)
        for (const storage of [localStorage, sessionStorage])
          storage.setItem(`playground-app-${name}`, garbage)
      }
    }, text)
    await page.goto(`${site.url}/playground.html?panel=missions#${connections}`)
    await expectConnections(page, ['Fernwood ERP', 'Larkspur Shop'])
    await page.getByRole('button', { name: /^Create a connection/ }).waitFor()
    await page.getByRole('button', { name: 'Scenarios', exact: true }).click()
    await page.getByRole('button', { name: 'Load: Fresh PIM' }).waitFor()
  }
  await page.context().close()
})

function trouble(page: Page): Locator {
  return page
    .getByRole('alert')
    .filter({ hasText: 'What this browser kept of the PIM cannot be read' })
}
