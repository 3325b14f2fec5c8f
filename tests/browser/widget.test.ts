import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtSite } from '../site/build-site.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'
import { serveFolder, type FileServer } from './serve-folder.ts'

let site: FileServer
let browser: TestBrowser

beforeAll(async () => {
  site = await serveFolder(await builtSite())
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test('a connection made in the article is in the list of the playground', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}/articles/manage-your-connections.html#create-a-connection`)
  const widget = page.getByRole('region', { name: 'Your PIM: connections' })
  await widget.getByLabel('Label (required)').fill('Orchard DAM')
  expect(await widget.getByLabel('Code (required)').inputValue()).toBe('orcharddam')
  await widget.getByRole('button', { name: 'Save' }).click()

  // The credentials, in place, with the password that is shown once.
  await widget.getByText('Make sure to save this password somewhere').waitFor()
  for (const name of ['Client ID', 'Secret', 'Username', 'Password']) {
    await widget.getByRole('button', { name: `Copy to clipboard: ${name}` }).waitFor()
  }

  await widget.getByRole('link', { name: 'Open in the playground' }).click()
  const pim = page.getByRole('region', { name: 'Browser' })
  await pim.getByRole('heading', { level: 1, name: 'Orchard DAM' }).waitFor()
  await pim.getByRole('link', { name: 'Connection settings' }).last().click()
  await pim.getByRole('link', { name: 'Orchard DAM' }).waitFor()
  await page.context().close()
})

test('the flow type chooser names the type as the reader’s version of the PIM does', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}/articles/manage-your-connections.html#choose-your-flow-type`)
  const chooser = page.getByRole('region', { name: 'Find the flow type that fits' })
  await chooser.getByRole('button', { name: 'Yes, data comes in' }).click()
  await chooser.getByRole('button', { name: 'Yes, data goes out' }).click()
  await chooser.getByRole('button', { name: 'What goes out' }).click()
  await chooser.getByText('Choose Data destination').waitFor()
  await page.getByLabel('PIM version').selectOption('apps-2019')
  await chooser.getByText('Choose Destination app').waitFor()
  await chooser.getByRole('button', { name: 'Start over' }).click()
  await chooser.getByText('Does the software send data into the PIM').waitFor()
  await page.context().close()
})
