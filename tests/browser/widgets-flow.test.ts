import { createHash } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openArticle, type Article } from './open-article.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const button = (place: Locator, name: string) => place.getByRole('button', { name, exact: true })

/** Sends the held hops so far, each when it is the one that is meant. */
async function send(stepper: Locator, ...titles: string[]): Promise<void> {
  for (const title of titles) {
    await stepper.getByText(`Held: ${title}`).waitFor()
    await button(stepper, 'Next hop').click()
  }
}

async function openStepper(path: string, heading: string): Promise<[Article, Locator]> {
  const page = await site.newPage()
  const article = await openArticle(page, site.url, path)
  const stepper = await article.widget(heading, 'The activation, step by step')
  await button(stepper, 'Begin the activation').click()
  return [article, stepper]
}

test('the activation is stepped through in the article, broken on purpose, and mended', async () => {
  const path = '/apps/authentication-and-authorization.html'
  const [article, stepper] = await openStepper(path, 'The OAuth 2.0 flow')
  await send(stepper, 'Activate the app', 'Ask for authorizations')
  await stepper.getByRole('checkbox', { name: /^I agree to this App/ }).check()
  await button(stepper, 'Confirm').click()
  await stepper.getByText('Held: Bring the code to the app').waitFor()
  const broken = stepper.getByRole('group', { name: 'Break it on purpose' })

  // A state that the app did not send: the app refuses, and asks the PIM for nothing.
  await button(broken, 'Wrong state').click()
  const callback = stepper.getByRole('listitem').filter({ hasText: 'Bring the code to the app' })
  await callback.getByText(/^4\d\d$/).waitFor()
  expect((await article.state()).accessTokens).toEqual([])

  // Once more, without the wizard, for the person has agreed already: a challenge with a wrong character is refused, undone, and sent as it was.
  await button(stepper, 'Start over').click()
  await button(stepper, 'Begin the activation').click()
  const again = ['Activate the app', 'Ask for authorizations', 'Bring the code to the app']
  await send(stepper, ...again)
  await stepper.getByText('Held: Exchange the code for a token').waitFor()
  await button(broken, 'Wrong challenge').click()
  const refusal = stepper.getByRole('region', { name: 'Refused: Exchange the code for a token' })
  await refusal.getByText('400').waitFor()
  await button(refusal, 'Undo').click()
  await stepper.getByText('Held: Exchange the code for a token').waitFor()

  await button(stepper, 'Next hop').click()
  await expect.poll(async () => (await article.state()).accessTokens.length).toBe(1)

  // Half a minute later a code is worth nothing.
  await button(stepper, 'Start over').click()
  await button(stepper, 'Begin the activation').click()
  await send(stepper, ...again)
  await stepper.getByText('Held: Exchange the code for a token').waitFor()
  await button(broken, 'Expired code (31 seconds later)').click()
  await refusal.getByText('400').waitFor()
  await button(refusal, 'Pass the answer on').click()
  expect((await article.state()).accessTokens).toHaveLength(1)
  await article.page.context().close()
})

test('the challenge follows what is typed, and tells what is wrong with another one', async () => {
  const page = await site.newPage()
  const article = await openArticle(page, site.url, '/apps/authentication-and-authorization.html')
  const lab = await article.widget("What's the code challenge?", 'Code challenge lab')
  await lab.getByLabel('code_identifier').fill('one')
  await lab.getByLabel('client_secret').fill('two')
  const right = createHash('sha256').update('onetwo').digest('hex')
  await expect.poll(() => lab.getByRole('status').first().textContent()).toBe(right)
  const own = lab.getByLabel('What your own code computed')
  const verdicts = {
    [right]: 'They are the same',
    [right.toUpperCase()]: 'The PIM wants small letters.',
    [createHash('sha256').update('twoone').digest('hex')]: 'The order is wrong',
    [right.slice(0, -1)]: 'this has 63',
    [(right.startsWith('0') ? '1' : '0') + right.slice(1)]: 'from character 1 on',
  }
  for (const [text, verdict] of Object.entries(verdicts)) {
    await own.fill(text)
    await lab.getByText(verdict).waitFor()
  }
  await page.context().close()
})

test('four strings become a header, a token and a call; an hour later a refresh is needed', async () => {
  const page = await site.newPage()
  const article = await openArticle(page, site.url, '/documentation/authentication.html')
  const lab = await article.widget('Where do the four strings go?', 'From four strings to a call')
  await lab.getByLabel('Take the strings of').selectOption({ label: 'Fernwood ERP' })
  const clientId = await lab.getByRole('textbox', { name: 'Client ID' }).inputValue()
  const secret = await lab.getByRole('textbox', { name: 'Secret' }).inputValue()
  await lab.getByText(`Authorization: Basic ${btoa(`${clientId}:${secret}`)}`).waitFor()

  await lab.getByRole('textbox', { name: 'Secret' }).fill('wrong')
  await button(lab, 'Ask for a token').click()
  await lab.getByText('Status 422').first().waitFor()
  await lab.getByRole('textbox', { name: 'Secret' }).fill(` ${secret} `)
  await button(lab, 'Ask for a token').click()
  await lab.getByText('Status 200: a token for 60 minutes').waitFor()
  await button(lab, 'List the channels').click()
  await lab.getByText('Status 200: the channels of your PIM').waitFor()
  await button(lab, 'Let an hour pass').click()
  await lab.getByText('An hour later, by the clock of your PIM').waitFor()
  await button(lab, 'List the channels').click()
  await lab
    .getByText(/^Status 401/)
    .first()
    .waitFor()
  await button(lab, 'Refresh the token').click()
  await lab.getByText('Status 200: a token for 60 minutes').waitFor()
  await button(lab, 'List the channels').click()
  await lab.getByText('Status 200: the channels of your PIM').waitFor()
  const { accessTokens, clock } = await article.state()
  expect(accessTokens.map((token) => token.clientId)).toContain(clientId)
  expect(clock.offset).toBeGreaterThanOrEqual(3_600_000)
  await page.context().close()
})

test('the explorer begins with the endpoint that the text is about', async () => {
  const page = await site.newPage()
  const root = await openArticle(page, site.url, '/documentation/introduction.html')
  const explorer = await root.widget('List of available endpoints', 'Call the API')
  await button(explorer, 'Send').click()
  await explorer.getByRole('heading', { name: 'Status 200' }).waitFor()

  const path = '/tutorials/how-to-retrieve-pim-structure.html'
  const channel = await openArticle(page, site.url, path)
  const place = await channel.widget('1 - Get the PIM structure', 'Call the API')
  await place.getByText('GET /api/rest/v1/channels/ecommerce').waitFor()
  await button(place, 'Send').click()
  await place.getByRole('heading', { name: 'Status 401' }).waitFor()
  await place.getByText('Get a token for a connection').click()
  await button(place, 'Get one for Fernwood ERP').click()
  await place.getByText('Status 200: a token for 60 minutes').waitFor()
  await button(place, 'Send').click()
  await place.getByRole('heading', { name: 'Status 200' }).waitFor()
  expect(page.url()).not.toContain('operation=')
  await page.context().close()
})

test('the products of a catalog are counted, and the API tells the app the same', async () => {
  const page = await site.newPage()
  const article = await openArticle(page, site.url, '/apps/catalogs.html')
  await article.putInPlace('Step 3: Get products using catalogs', 'Make a catalog')
  const screen = page.getByRole('region', { name: 'Your PIM: a catalog' })
  const answer = page.getByRole('region', { name: 'What the app gets' })
  await screen.getByText('the catalog is switched off').waitFor()
  await answer.getByLabel('The app asks for').selectOption({ label: 'Its products, by UUID' })
  await answer.getByText('has been disabled on the PIM side').waitFor()

  await screen.getByRole('checkbox', { name: 'Enable catalog' }).check()
  await button(screen, 'Save').click()
  const count = screen.getByRole('status').filter({ hasText: 'The app gets' })
  await count.getByText(/^\d+ products$/).waitFor()
  const all = Number.parseInt((await count.getByText(/^\d+ products$/).textContent()) ?? '', 10)
  await answer.getByText('"items"').waitFor()

  await screen.getByLabel('Add selection criteria').selectOption({ label: 'Family' })
  const family = screen.getByRole('group', { name: 'Family' })
  await family.waitFor()
  expect(all).toBeGreaterThan(1)

  await button(answer, 'Send a mapping schema').click()
  await answer.getByText('HTTP 204').waitFor()
  await screen.getByRole('tab', { name: 'Product mapping' }).waitFor()
  expect(await answer.getByText('HTTP 204').isVisible()).toBe(true)
  await page.context().close()
})
