import { spawn, type ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandEnvironment, commandLine } from '../site/build-site.ts'
import { findFreePort, nodejs, startProgram, type RunningProgram } from '../snippets/program.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'

// Nothing is simulated here: `npm run pim` as a process, the snippet as a process, a browser that follows redirects.

let pim: ChildProcess
let pimUrl: string
let app: RunningProgram | undefined
let browser: TestBrowser

beforeAll(async () => {
  pim = spawn(process.execPath, commandLine('pim', ['--port', '0']), {
    env: commandEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  pimUrl = await readyUrl(pim)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
  pim?.kill()
})

/** What the last line of the start says. */
function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const [, url] = /^PIM ready at (\S+)\s*$/m.exec(output) ?? []
      if (url) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`The PIM ended with ${code}:\n${output}`)))
  })
}

test('the Node.js snippet gets its token from npm run pim in a real browser', async () => {
  const page = await browser.newPage()
  const port = await findFreePort()
  await page.goto(`${pimUrl}/#/connect/app-store`)
  await page.getByRole('button', { name: 'Create an App' }).click()
  await page.getByLabel('Name (required)').fill('Lighthouse Sync')
  await page.getByLabel('Activate url (required)').fill(`http://localhost:${port}/activate`)
  await page.getByLabel('Callback url (required)').fill(`http://localhost:${port}/callback`)
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await page.getByRole('heading', { name: 'Credentials' }).waitFor()
  const value = (name: string) =>
    page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd').innerText()
  const environment = {
    CLIENT_ID: (await value('Client id')).trim(),
    CLIENT_SECRET: (await value('Client secret')).trim(),
  }
  await page.getByRole('button', { name: 'Done' }).click()
  app = await startProgram(nodejs, { port, environment })

  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    page
      .getByRole('listitem')
      .filter({ hasText: 'Lighthouse Sync' })
      .getByRole('button', { name: 'Connect' })
      .click(),
  ])
  await tab.getByRole('heading', { name: 'Lighthouse Sync needs to' }).waitFor()
  expect(tab.url()).toBe(`${pimUrl}/#/connect/apps/authorize?client_id=${environment.CLIENT_ID}`)
  await tab.getByRole('checkbox', { name: /^I agree/ }).check()
  await tab.getByRole('button', { name: 'Confirm' }).click()
  await tab.getByRole('heading', { name: 'Connected' }).waitFor()
  expect(tab.url().startsWith(`http://localhost:${port}/callback?code=`)).toBe(true)

  const [, token = ''] = await app.printed(/^Access token: (\S+)$/m)
  expect(token).toMatch(/^[\w-]{86}$/)
  const products = await fetch(`${pimUrl}/api/rest/v1/products`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(products.status).toBe(200)

  // Known to the PIM, and opened again without a question.
  await page.goto(`${pimUrl}/#/connect/connected-apps`)
  const [again] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Open App' }).click(),
  ])
  await again.getByRole('heading', { name: 'Connected' }).waitFor()
  await page.context().close()
})
