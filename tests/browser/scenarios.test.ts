import { readFile } from 'node:fs/promises'
import { deflateSync, inflateSync } from 'node:zlib'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scenario } from '../../playground/pim/index.ts'
import { findViolationsInBothThemes } from './find-violations.ts'
import { openPlayground, type Playground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

// The panel `Scenarios`, by what people see of it. The state is compared as the file that the panel exports.

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

interface Panel {
  readonly page: Page
  readonly playground: Playground
  readonly panel: Locator
  press(name: string): Promise<void>
  /** Says yes to the question, and waits until the state is there. */
  replace(): Promise<void>
  /** The state, as the exported file holds it. */
  exported(): Promise<Scenario>
  importFile(text: string): Promise<void>
  /** Waits until a connection's card is or is not on the PIM's screen. */
  sees(name: string): Promise<void>
  misses(name: string): Promise<void>
}

async function open(options: BrowserContextOptions = {}): Promise<Panel> {
  const page = await site.newPage({ viewport: { width: 1280, height: 800 }, ...options })
  const playground = await openPlayground(page, site.url, '/connect/connection-settings')
  await page.getByRole('button', { name: 'Scenarios', exact: true }).click()
  return panelOf(page, playground)
}

function panelOf(page: Page, playground: Playground): Panel {
  const panel = page.getByRole('region', { name: 'Scenarios', exact: true })
  const press = (name: string) => panel.getByRole('button', { name, exact: true }).click()
  const card = (name: string) => playground.pim.getByText(name, { exact: true }).first()
  return {
    page,
    playground,
    panel,
    press,
    async replace() {
      await press('Replace my PIM')
      await panel.getByRole('button', { name: 'Replace my PIM' }).waitFor({ state: 'hidden' })
    },
    async exported() {
      const download = page.waitForEvent('download')
      await press('Export as a file')
      const text = await readFile(await (await download).path(), 'utf8')
      return JSON.parse(text) as Scenario
    },
    async importFile(text) {
      const buffer = Buffer.from(text)
      const file = { name: 'mine.json', mimeType: 'application/json', buffer }
      await panel.getByLabel('Import a file').setInputFiles(file)
    },
    sees: (name) => card(name).waitFor(),
    misses: (name) => card(name).waitFor({ state: 'hidden' }),
  }
}

test('a scenario of the gallery is loaded after a question, undone and done again', async () => {
  const { page, panel, press, replace, sees, misses } = await open()
  await sees('Fernwood ERP')
  expect(await findViolationsInBothThemes(page)).toEqual([])

  await press('Load: Fresh PIM')
  await panel.getByText('It replaces 2 connections').waitFor()
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await press('Keep mine')
  await sees('Fernwood ERP')
  await press('Load: Fresh PIM')
  await replace()
  await misses('Fernwood ERP')

  await press('Undo')
  await sees('Fernwood ERP')
  await press('Redo')
  await misses('Fernwood ERP')
  await panel.getByRole('button', { name: 'Load: App pending' }).focus()
  await page.keyboard.press('Control+z')
  await sees('Fernwood ERP')
  await page.keyboard.press('Control+Shift+z')
  await misses('Fernwood ERP')

  await press('Back to the beginning')
  await replace()
  await sees('Fernwood ERP')
  await press('Undo')
  await misses('Fernwood ERP')
  await page.context().close()
})

test('what a screen changes can be undone as well, and Ctrl+Z outside of the panel is left alone', async () => {
  const { page, playground, panel, press, sees, misses } = await open()
  const { pim } = playground
  await panel.getByText('Nothing to undo yet.').waitFor()
  await pim.getByRole('button', { name: 'Create', exact: true }).click()
  await pim.getByLabel('Label (required)').fill('Moss ERP')
  await pim.getByRole('button', { name: 'Save' }).click()
  await playground.heading('Moss ERP')
  await panel.getByText(/^Last change: connections/).waitFor()
  await pim.getByRole('textbox', { name: 'Label' }).focus()
  await page.keyboard.press('Control+z')
  await panel.getByText(/^Last change: connections/).waitFor()

  await playground.goTo('/connect/connection-settings')
  await sees('Moss ERP')
  await press('Undo')
  await misses('Moss ERP')
  await page.context().close()
})

test('a state is saved, changed, loaded, renamed, deleted and brought back', async () => {
  const { page, panel, press, replace, sees, misses } = await open()
  await panel.getByLabel('Name for the present state').fill('Before the demo')
  await press('Save the present state')
  await press('Load: Fresh PIM')
  await replace()
  await misses('Fernwood ERP')
  await press('Load: Before the demo')
  await replace()
  await sees('Fernwood ERP')

  await panel.getByLabel('Name for the present state').fill('Before the demo')
  await press('Save the present state')
  await panel.getByText('You have a scenario of that name already.').waitFor()
  await press('Rename: Before the demo')
  await panel.getByLabel('New name of Before the demo').fill('Demo')
  await page.keyboard.press('Enter')
  await press('Delete: Demo')
  await press('Undo: delete “Demo”')
  await panel.getByRole('button', { name: 'Load: Demo' }).waitFor()
  await page.reload()
  await panel.getByRole('button', { name: 'Load: Demo' }).waitFor()
  await page.context().close()
})

test('full storage is told, and nothing else is lost', async () => {
  const { page, panel, press } = await open()
  await page.evaluate(() => {
    for (let length = 4_000_000; length > 10; length = Math.floor(length / 2)) {
      try {
        for (let copy = 0; copy < 3; copy += 1) {
          localStorage.setItem(`filler-${length}-${copy}`, 'x'.repeat(length))
        }
      } catch {
        // It is full for this length; a shorter one may still fit.
      }
    }
  })
  await panel.getByLabel('Name for the present state').fill('Too much')
  await press('Save the present state')
  await panel.getByText('The storage of this browser is full, so nothing was kept.').waitFor()
  expect(await panel.getByRole('button', { name: 'Load: Too much' }).count()).toBe(0)
  await page.context().close()
})

test('an exported file, imported, gives the same state; a broken one is refused with its place', async () => {
  const { page, panel, press, replace, exported, importFile, sees, misses } = await open()
  const before = await exported()
  await press('Load: Fresh PIM')
  await replace()
  await misses('Fernwood ERP')
  await importFile(JSON.stringify(before))
  await replace()
  await sees('Fernwood ERP')
  expect(await exported()).toEqual(before)

  const refusals: [string, RegExp][] = [
    ['{\n"era": "today",\n', /It is no JSON: .*line 3/],
    [JSON.stringify({ ...before, session: 'nobody' }), /At \/session: There is no such user/],
    [
      JSON.stringify({ ...before, connections: [{ ...before.connections[0], flowType: 'up' }] }),
      /At \/connections\/0\/flowType: /,
    ],
  ]
  for (const [text, refusal] of refusals) {
    await importFile(text)
    await panel.getByRole('alert').getByText(refusal).waitFor()
    expect(await exported()).toEqual(before)
  }
  // Only the PIM itself finds that a key is none.
  const [key] = before.openIdKeys
  const privateKey = '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'
  await importFile(JSON.stringify({ ...before, openIdKeys: [{ ...key, privateKey }] }))
  await replace()
  await panel.getByRole('alert').getByText('At /openIdKeys/0/privateKey').waitFor()
  expect(await exported()).toEqual(before)
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await page.context().close()
})

test('a link brings the connections to a fresh profile, but no secret of the first one', async () => {
  const first = await open()
  await first.press('Load: Connection in use')
  await first.replace()
  await first.sees('Harbour POS')
  const theirs = await first.exported()
  await first.press('Make a link')
  const link = await first.panel.getByRole('textbox', { name: 'Link to this state' }).inputValue()
  await first.page.context().close()

  const page = await site.newPage({ viewport: { width: 390, height: 800 } })
  await page.goto(link)
  const panel = page.getByRole('region', { name: 'Scenarios', exact: true })
  await panel.getByText('A link holds no secrets').waitFor()
  expect(page.url()).not.toContain('scenario=')
  expect(await findViolationsInBothThemes(page)).toEqual([])
  const second = panelOf(page, first.playground)
  const untouched = await second.exported()
  expect(untouched.connections.map(({ code }) => code)).toContain('fernwood_erp')
  await second.replace()
  const mine = await second.exported()
  expect(mine.connections).toEqual(theirs.connections)
  const text = JSON.stringify(mine)
  const secrets = [
    ...theirs.oauthClients.map(({ secret }) => secret),
    ...theirs.accessTokens.map(({ token }) => token),
    ...theirs.refreshTokens.map(({ token }) => token),
    ...theirs.users.filter(({ type }) => type === 'api').map(({ password }) => password),
  ]
  expect(secrets.length).toBeGreaterThan(3)
  for (const secret of secrets) expect(text).not.toContain(secret)
  await page.context().close()
})

test('a hand-edited, cut or old link is refused with what is wrong and where, and loads nothing', async () => {
  const { page, panel, press, exported, playground } = await open()
  const before = await exported()
  await press('Make a link')
  const link = await panel.getByRole('textbox', { name: 'Link to this state' }).inputValue()
  const { hash } = new URL(link)
  const data = Buffer.from(hash.slice('#scenario=1.'.length), 'base64url')
  const whole = JSON.parse(inflateSync(data).toString()) as Record<string, unknown>
  const { consents: _, ...old } = whole
  const inside = (document: object) => pack(JSON.stringify(document))
  const refusals: [hash: string, refusal: RegExp][] = [
    [hash.slice(0, -40), /^The data is cut off or was changed: it ends at character \d+/],
    [hash.replace(/.{9}$/, 'AAAAAAAAA'), /^The data (was changed|is cut off)/],
    [hash.replace('=1.', '=0.'), /^Right after “scenario=” stands “0”.* begin with “1\.”/],
    ['#scenario=', /^Right after “scenario=” stands “”/],
    [hash.replace(/.{9}$/, '%3Cscript'), /^Character \d+ of the data, “%”, cannot stand in a link/],
    [`#scenario=1.${'A'.repeat(1_000_000)}`, /^The data is cut off or was changed/],
    [pack('x'.repeat(6_000_000)), /^The data unpacks to more than 5 MB/],
    [pack('{"era": "today",\n'), /^What the link unpacks to is no JSON: .*line 2/],
    [pack(`{"clock":${'['.repeat(200)}`), /nested more than 100 levels deep \(line 1 column 109\)/],
    [pack('[]'), /^The document as a whole: /],
    [inside({ ...whole, connections: {} }), /^At \/connections: /],
    [inside(old), /^At \/consents: /],
    [inside({ ...whole, edition: 'XL' }), /^At \/edition: /],
    [pack(`{"__proto__": {"era": "today"},${JSON.stringify(whole).slice(1)}`), /^At \/__proto__: /],
    [inside({ ...whole, constructor: 1 }), /^At \/constructor: /],
    [inside(before), /^At \/oauthClients\/0\/secret: A link must not hold a secret/],
  ]
  for (const [broken, refusal] of refusals) {
    await page.evaluate((to) => (window.location.hash = to), broken)
    await panel.getByRole('alert').getByText(refusal).waitFor()
    expect(new URL(page.url()).hash).not.toContain('scenario')
    expect(await panel.getByRole('button', { name: 'Replace my PIM' }).count()).toBe(0)
  }
  expect(await exported()).toEqual(before)

  // The link as it was is still good, also without the panel in its address.
  await press('Load: Fresh PIM')
  await panelOf(page, playground).replace()
  await page.goto(`${site.url}/versions-in-detail.html`)
  await page.goto(`${site.url}/playground.html${hash}`)
  await panelOf(page, playground).replace()
  expect((await exported()).connections).toEqual(before.connections)
  await page.context().close()
})

/** The fragment that a text would be. */
function pack(text: string): string {
  return `#scenario=1.${deflateSync(text).toString('base64url')}`
}
