import { deflateSync, inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findViolationsInBothThemes } from './find-violations.ts'
import { openSite, type Site } from './open-site.ts'
import { openScenarioPanel, scenarioPanelOf } from './scenario-panel.ts'

// A state as a link: what goes into it, and what is refused of it.

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test('a link brings the connections to a fresh profile, but no secret of the first one', async () => {
  const first = await openScenarioPanel(site)
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
  const second = scenarioPanelOf(page, first.playground)
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
  const { page, panel, press, exported, playground } = await openScenarioPanel(site)
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
    [pack('{"era": "today",\n'), /^What the link unpacks to cannot be read: .*line 2/],
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
  await scenarioPanelOf(page, playground).replace()
  await page.goto(`${site.url}/versions-in-detail.html`)
  await page.goto(`${site.url}/playground.html${hash}`)
  await scenarioPanelOf(page, playground).replace()
  expect((await exported()).connections).toEqual(before.connections)
  await page.context().close()
})

/** The fragment that a text would be. */
function pack(text: string): string {
  return `#scenario=1.${deflateSync(text).toString('base64url')}`
}
