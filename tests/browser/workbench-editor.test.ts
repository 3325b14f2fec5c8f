import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPlayground, type Playground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

const server = `import { createServer } from 'node:http'
const server = createServer(async (request, response) => {
  HANDLER
})
server.listen(Number(process.env.PORT), () => console.log('ready'))`

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('the editor of the app', () => {
  test('shows the app in parts, each with the line numbers of the file', async () => {
    const { page, app } = await open()
    const source = app.getByRole('textbox', { name: 'Source of app.mjs' })
    await app.getByRole('tab', { name: 'Activation' }).click()
    await source.getByText('function activate(request, response) {').waitFor()
    expect(await source.getByText('requestToken').count()).toBe(0)
    await app.getByRole('tab', { name: 'Callback' }).click()
    await source.getByText('async function callback(request, response) {').waitFor()
    await app.getByText('44', { exact: true }).waitFor()
    await app.getByRole('tab', { name: 'Whole file' }).click()
    await source.getByText('// A small app that connects to a PIM').waitFor()
    await page.context().close()
  })

  test('takes the Tab key for indentation once it has come, and lets it go after Escape', async () => {
    const { page, app } = await open({ serviceWorkers: 'block' })
    const source = app.getByRole('textbox', { name: 'Source of app.mjs' })
    const keys = app.getByText('To leave the editor, press Esc, then Tab.')
    const hasFocus = () => source.evaluate((element) => element === document.activeElement)
    const letGo = await holdBack(page, '**/chunks/create-editor.*.js')
    await app.getByRole('tab', { name: 'Whole file' }).click()
    const original = await source.inputValue()
    await source.fill('a()')
    expect(await keys.isVisible()).toBe(false)
    const { height: room } = (await keys.boundingBox()) ?? {}
    await page.keyboard.press('Tab')
    await expect.poll(hasFocus).toBe(false)

    letGo()
    await keys.waitFor()
    expect((await keys.boundingBox())?.height).toBe(room)
    await source.click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Tab')
    await expect.poll(() => source.innerText()).toBe('  a()')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect.poll(hasFocus).toBe(false)

    const undo = app.getByRole('button', { name: 'Undo', exact: true })
    await undo.click()
    await expect.poll(() => source.innerText()).toBe('a()')
    await undo.click()
    await source.getByText(original.split('\n')[0] ?? '').waitFor()
    expect(await undo.isDisabled()).toBe(true)
    await page.context().close()
  })

  test('keeps edits over a reload; Reset takes the site’s app, Undo brings the edits back', async () => {
    const { page, app } = await open()
    const source = app.getByRole('textbox', { name: 'Source of app.mjs' })
    await app.getByRole('tab', { name: 'Whole file' }).click()
    await replaceSource({ page, app }, 'const kept = true')
    await page.reload()
    await app.getByRole('tab', { name: 'Whole file' }).click()
    await source.getByText('const kept = true').waitFor()
    await app.getByRole('button', { name: 'Reset the code' }).click()
    await source.getByText('// A small app that connects to a PIM').waitFor()
    await app.getByRole('button', { name: 'Undo', exact: true }).click()
    await source.getByText('const kept = true').waitFor()
    await app.getByRole('button', { name: 'Redo', exact: true }).click()
    await source.getByText('// A small app that connects to a PIM').waitFor()
    await page.context().close()
  })

  test('formats on demand, and waits for its grammar where that is still on its way', async () => {
    const { page, app } = await open({ serviceWorkers: 'block' })
    const letGo = await holdBack(page, '**/chunks/dist.*.js', 'JSXElement')
    await app.getByRole('tab', { name: 'Whole file' }).click()
    await replaceSource({ page, app }, 'if (a) {\n        b()   \n}')
    await app.getByRole('button', { name: 'Format' }).click()
    letGo()
    const source = app.getByRole('textbox', { name: 'Source of app.mjs' })
    await expect.poll(() => source.innerText()).toBe('if (a) {\n  b()\n}')
    await page.context().close()
  })

  test('shows the same app in the other languages, to read', async () => {
    const { page, app } = await open()
    await app.getByLabel('Language').selectOption('Python')
    const source = app.getByRole('textbox', { name: 'Source of app.py' })
    await source.getByText('pim_url', { exact: false }).first().waitFor()
    await app.getByText('To read and copy. The page runs NodeJS.').waitFor()
    expect(await source.getAttribute('aria-readonly')).toBe('true')
    await app.getByLabel('Language').selectOption('NodeJS')
    await app.getByRole('textbox', { name: 'Source of app.mjs' }).waitFor()
    await page.context().close()
  })
})

describe('an app that goes wrong is stopped with a reason, and the page lives on:', () => {
  test('a syntax error is marked at its line, and the console leads there', async () => {
    const playground = await open()
    const { page, app } = playground
    await run(playground, 'const one = 1\nconst two = = 2\n')
    const jump = app.getByRole('log').getByRole('button', { name: 'line 2' })
    await jump.click()
    const source = app.getByRole('textbox', { name: 'Source of app.mjs' })
    expect(await source.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('const two = = 2')
    await expectAlive(playground)
  })

  test('an error in a part that is hidden: the console opens the part', async () => {
    const playground = await open()
    const { app } = playground
    await app.getByRole('tab', { name: 'Callback' }).click()
    await playground.replaceInSource('const code = searchParams', 'const code = = searchParams')
    await app.getByRole('tab', { name: 'Activation' }).click()
    await app.getByRole('button', { name: 'Run', exact: true }).click()
    await app.getByRole('log').getByRole('button', { name: 'line 52' }).click()
    expect(await app.getByRole('tab', { name: 'Callback' }).getAttribute('aria-selected')).toBe(
      'true',
    )
    await expectAlive(playground)
  })

  test('a loop without end', async () => {
    const playground = await open()
    await run(playground, 'while (true) {}')
    await playground.app.getByText('look for a loop without end').waitFor()
    await playground.app.getByText('Not running').waitFor()
    await expectAlive(playground)
  })

  test('output without end', async () => {
    const playground = await open()
    await run(playground, "while (true) console.log('again')")
    const log = playground.app.getByRole('log')
    await log.getByText('Output stopped: more than 200,000 characters were written').waitFor()
    await log.getByText('look for a loop without end').waitFor()
    await expectAlive(playground)
  })

  test('a message of many megabytes is cut', async () => {
    const playground = await open()
    await run(playground, "console.log('x'.repeat(20_000_000))")
    await playground.app.getByText('(cut: 20,000,000 characters in one message)').waitFor()
    await expectAlive(playground)
  })

  test('a call to anywhere but the PIM', async () => {
    const playground = await open()
    await run(
      playground,
      server.replace('HANDLER', "await fetch('https://elsewhere.example.net/')\nresponse.end()"),
    )
    const { app, pim } = playground
    await app.getByText('Running on http://localhost:8000', { exact: true }).waitFor()
    const address = pim.getByRole('textbox', { name: 'Address' })
    await address.fill('http://localhost:8000/')
    await address.press('Enter')
    await app.getByText('fetch to https://elsewhere.example.net was refused').first().waitFor()
    await expectAlive(playground)
  })
})

async function open(options: BrowserContextOptions = {}): Promise<Playground> {
  return openPlayground(await site.newPage(options), site.url)
}

/** Lets the files at `address` that contain `text` wait until the function that it gives is called. */
async function holdBack(page: Page, address: string, text = ''): Promise<() => void> {
  let letGo: () => void = () => undefined
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(address, async (route) => {
    const response = await route.fetch()
    if ((await response.text()).includes(text)) await isLetGo
    await route.fulfill({ response })
  })
  return letGo
}

/** Puts a whole new source in the place of the app. */
async function replaceSource({ page, app }: Pick<Playground, 'page' | 'app'>, text: string) {
  const source = app.getByRole('textbox', { name: 'Source of app.mjs' })
  // A plain field stands there until the editor has come, and knows nothing of its keys.
  await expect.poll(() => source.getAttribute('contenteditable')).toBe('true')
  // A press would scroll the source, and may then meet the line numbers beside it.
  await source.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

async function run(playground: Playground, source: string): Promise<void> {
  const { app } = playground
  await app.getByRole('tab', { name: 'Whole file' }).click()
  await replaceSource(playground, source)
  await app.getByRole('button', { name: 'Run', exact: true }).click()
}

/** The PIM answers, and the site's own app runs again. */
async function expectAlive(playground: Playground): Promise<void> {
  const { page, app, goTo, heading } = playground
  await goTo('/connect/connection-settings')
  await heading('Connection settings')
  await app.getByRole('button', { name: 'Reset the code' }).click()
  await goTo('/connect/custom-apps/create')
  await playground.declareApp('Harbour Sync')
  await playground.runApp()
  await page.context().close()
}
