import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'node-html-parser'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headerExplanations } from '../../playground/flow/explanations/of-headers.ts'
import {
  flowExplanations,
  type Explanation,
} from '../../playground/flow/explanations/of-the-flow.ts'
import { subjectLinks } from '../../playground/flow/explanations/subject.ts'
import { findViolationsInBothThemes } from './find-violations.ts'
import { openPlayground, type Playground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test('each explanation leads to a heading that is there', () => {
  const dead = new Set(
    [
      ...[flowExplanations, headerExplanations]
        .flatMap(Object.values<Explanation>)
        .map(({ link }) => link),
      ...subjectLinks,
    ].filter((link) => {
      const [path = '', hash = ''] = link.split('#')
      const page = parse(readFileSync(join(site.folder, path), 'utf8'))
      return page.getElementById(decodeURIComponent(hash)) === null
    }),
  )
  expect([...dead]).toEqual([])
})

for (const width of [1280, 390]) {
  describe(`after an activation, at ${width} px`, () => {
    test('the token request tells its reasons, shows the challenge, and explains each field', async () => {
      const playground = await activate(width)
      const { page, flow } = playground
      const detail = await open(playground, 'Exchange the code for a token')
      await detail.getByText('This decided:').waitFor()
      await detail.getByText('They are the same: whoever sent this knows the secret').waitFor()
      const fields = ['client_id', 'code', 'grant_type', 'code_identifier', 'code_challenge']
      for (const name of fields) {
        await detail
          .getByRole('term')
          .filter({ hasText: `${name} form field` })
          .waitFor()
        await detail
          .getByRole('link', { name: `Read more about ${name} ` })
          .first()
          .waitFor()
      }

      // A secret is shown when asked for, and never before.
      const secret = await page.evaluate(() => sessionStorage.getItem('playground-app-settings'))
      const { clientSecret } = JSON.parse(secret ?? '{}')
      expect(clientSecret).toMatch(/\w{40}/)
      expect(await flow.getByText(clientSecret).count()).toBe(0)
      await detail.getByRole('button', { name: 'Show it' }).click()
      await detail.getByText(clientSecret).waitFor()
      expect(await findViolationsInBothThemes(page)).toEqual([])
      // Side by side the panes scroll, and the page does not.
      const beyond = () => document.documentElement.scrollHeight - window.innerHeight
      if (width === 1280) expect(await page.evaluate(beyond)).toBe(0)

      await detail.getByRole('checkbox', { name: 'As on the wire' }).check()
      await detail
        .getByRole('region', { name: 'Raw request' })
        .filter({ hasText: 'POST /connect/apps/v1/oauth2/token HTTP/1.1' })
        .filter({ hasText: /code_identifier=[0-9a-f]{60}&code_challenge=/ })
        .waitFor()
      await page.context().close()
    })

    test('the callback compares the state, and nothing secret stands in the address of the page', async () => {
      const playground = await activate(width)
      const { page } = playground
      const detail = await open(playground, 'Bring the code to the app')
      await detail.getByText('They are the same: this answer belongs to').waitFor()
      expect(page.url()).toContain('exchange=bring-the-code-to-the-app')
      const code = await detail
        .getByRole('region', { name: 'Raw request' })
        .innerText()
        .then((text) => /code=[^&\s]*?(\w{4})&/.exec(text)?.[1] ?? '')
      expect(code).not.toBe('')
      for (const part of [code, 'secret', 'token=', 'state='])
        expect(page.url()).not.toContain(part)
      await page.context().close()
    })
  })
}

test('an exchange is copied as curl, as an HTTP archive by itself and with all others, and as a test', async () => {
  const playground = await activate(1280)
  const { page } = playground
  const detail = await open(playground, 'Ask for authorizations')
  const copied = async (name: string, said: string) => {
    await detail.getByRole('button', { name: `Copy as ${name}`, exact: true }).click()
    await page.getByRole('status').getByText(said).waitFor()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  expect(await copied('curl', 'Copied as a curl command')).toMatch(/^curl 'https:\/\/my-pim/)
  const archive = JSON.parse(await copied('HAR', 'Copied as an HTTP archive'))
  expect(archive.log.entries.length).toBe(1)
  expect(archive.log.entries[0].response.status).toBe(302)
  const whole = JSON.parse(await copied('HAR of all', 'Copied all as an HTTP archive'))
  expect(whole.log.entries.length).toBe(await arrows(playground).count())
  expect(whole.log.entries).toContainEqual(archive.log.entries[0])
  const code = await copied('test', 'Copied as a test for Node.js')
  expect(code).toContain('assert.equal(response.status, 302)')

  // The same place, in the colours that the system forces upon a page.
  await page.emulateMedia({ forcedColors: 'active' })
  const styleOf = (locator: Locator, name: string) =>
    locator.evaluate((element, style) => getComputedStyle(element).getPropertyValue(style), name)
  const mode = (name: string) => page.getByText(name, { exact: true }).first()
  expect(await styleOf(mode('Run'), 'background-color')).not.toBe(
    await styleOf(mode('Step by step'), 'background-color'),
  )
  const lanes = playground.flow.getByRole('list', { name: 'Exchanges, oldest first' })
  expect(await styleOf(lanes, 'background-image')).toContain('linear-gradient')
  const chosen = arrows(playground).filter({ hasText: 'Ask for authorizations' })
  expect(await styleOf(chosen, 'border-left-style')).toBe('double')
  await page.context().close()
})

test('going back to before an exchange brings back what the PIM knew, and the flow starts from there', async () => {
  const playground = await activate(1280)
  const { page, pim, flow, appPage } = playground
  const detail = await open(playground, 'Activate the app')
  await detail.getByRole('button', { name: 'Go back to before it' }).click()

  const held = flow.getByRole('form', { name: 'Held: Activate the app' })
  await held.waitFor()
  expect(await arrows(playground).filter({ hasText: 'Ask for authorizations' }).count()).toBe(0)
  await page.getByText('Run', { exact: true }).first().click()
  await pim.getByText('View and edit products and product models').waitFor()
  // A first connection again: the wizard asks for the consent.
  await playground.confirm()
  await appPage.getByRole('heading', { name: 'Connected', exact: true }).waitFor()
  await arrows(playground).filter({ hasText: 'Exchange the code for a token' }).waitFor()
  await page.context().close()
})

test('step by step at 390 px: a refusal is held, undone, and then sent as it was', async () => {
  const playground = await declare(390)
  const { page, flow, pim, appPage } = playground
  await page.getByRole('radio', { name: 'Step by step' }).check()
  await playground.show('Browser')
  await playground.startConnecting('Harbour Sync')
  await playground.show('Flow')
  const held = (title: string) => flow.getByRole('form', { name: `Held: ${title}` })
  const send = (title: string) => held(title).getByRole('button', { name: /^Send/ }).click()
  // Once there, one key sends hop after hop: the focus goes along.
  const focused = (button: Locator) =>
    expect
      .poll(() => button.evaluate((element) => element === document.activeElement), {
        timeout: 10_000,
      })
      .toBe(true)
  await held('Activate the app').getByRole('button', { name: /^Send/ }).press('Enter')
  await focused(held('Ask for authorizations').getByRole('button', { name: /^Send/ }))
  const scope = held('Ask for authorizations').getByLabel('Address')
  const right = await scope.inputValue()
  // Nothing leaves the playground, and what is no header is told.
  await scope.fill('https://example.org/connect')
  await flow.getByText('another host is not reached from here').waitFor()
  await scope.fill(right)
  await held('Ask for authorizations').getByText('Method and headers').click()
  const headers = held('Ask for authorizations').getByLabel('Headers')
  const sent = await headers.inputValue()
  await headers.fill('accept')
  await flow.getByText('Line 1 of the headers is none').waitFor()
  // Nor does the bar send it as it was, as if nobody had edited it.
  expect(await page.getByRole('button', { name: 'Next hop' }).isDisabled()).toBe(true)
  expect(await page.getByRole('radio', { name: 'Run', exact: true }).isDisabled()).toBe(true)
  await headers.fill(sent)
  await flow.getByText('Line 1 of the headers is none').waitFor({ state: 'detached' })
  await scope.fill(right.replace('response_type=code', 'response_type=token'))
  await held('Ask for authorizations').getByRole('button', { name: /^Send/ }).press('Enter')
  const refusal = flow.getByRole('region', { name: 'Refused: Ask for authorizations' })
  await refusal.waitFor()
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await focused(refusal.getByRole('button', { name: 'Undo' }))
  await page.keyboard.press('Enter')
  await focused(held('Ask for authorizations').getByRole('button', { name: /^Send/ }))
  expect(await scope.inputValue()).toBe(right)
  await send('Ask for authorizations')
  await playground.show('Browser')
  await pim.getByText('View and edit products and product models').waitFor()
  await playground.confirm()
  await playground.show('Flow')
  await send('Bring the code to the app')
  // As text, a field of the form can be left out.
  const token = held('Exchange the code for a token')
  await token.getByLabel('Edit the body as text').check()
  const body = token.getByLabel('Body', { exact: true })
  await body.fill((await body.inputValue()).replace(/&code_identifier=[^&]+/, ''))
  await send('Exchange the code for a token')
  const without = flow.getByRole('region', { name: 'Refused: Exchange the code for a token' })
  await without.getByText('The PIM refused: There is no code_identifier').waitFor()
  await without.getByRole('button', { name: 'Undo' }).click()
  await send('Exchange the code for a token')
  await playground.show('Browser')
  await appPage.getByRole('heading', { name: 'Connected', exact: true }).waitFor()
  await page.context().close()
})

async function declare(width: number): Promise<Playground> {
  const page = await site.newPage({
    viewport: { width, height: 844 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const playground = await openPlayground(page, site.url, '/connect/custom-apps/create')
  await playground.declareApp('Harbour Sync')
  await playground.runApp()
  return playground
}

async function activate(width: number): Promise<Playground> {
  const playground = await declare(width)
  await playground.startConnecting('Harbour Sync')
  await playground.heading('Harbour Sync needs to')
  await playground.confirm()
  await playground.appPage.getByRole('heading', { name: 'Connected', exact: true }).waitFor()
  await playground.show('Flow')
  return playground
}

function arrows({ flow }: Playground) {
  return flow.getByRole('list', { name: 'Exchanges, oldest first' }).getByRole('button')
}

/** Opens the exchange of that title and gives its details. */
async function open(playground: Playground, title: string) {
  await arrows(playground).filter({ hasText: title }).first().click()
  return playground.flow.getByRole('region', { name: `Exchange: ${title}` })
}
