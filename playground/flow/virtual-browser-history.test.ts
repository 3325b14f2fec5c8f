import { expect, test } from 'vitest'
import type { HttpResponse } from './exchange.ts'
import { appUrl, html, openBrowser, pimUrl, redirect } from './browser-with-answers.ts'

test('back and forward show pages as they were, reload asks again', async () => {
  let count = 0
  const { browser, sent, first, shown } = openBrowser({ app: () => html(`page ${(count += 1)}`) })
  await browser.navigate(first, { url: `${appUrl}/one` })
  await browser.navigate(first, { url: `${appUrl}/two` })
  browser.back(first)
  expect(shown()).toMatchObject({ url: `${appUrl}/one`, view: { body: 'page 1' } })
  expect(shown()).toMatchObject({ canGoBack: true, canGoForward: true })
  browser.forward(first)
  expect(shown()).toMatchObject({ view: { body: 'page 2' } })
  expect(sent).toHaveLength(2)
  await browser.reload(first)
  expect(shown()).toMatchObject({ view: { body: 'page 3' } })
  expect(sent).toHaveLength(3)
})

test('moves inside of the screens become steps of the history', () => {
  const { browser, first, shown } = openBrowser()
  browser.showScreen(first, '/connect/app-store')
  browser.showScreen(first, '/connect/app-store')
  browser.showScreen(first, '/connect/custom-apps/create')
  browser.back(first)
  expect(shown()).toMatchObject({ url: `${pimUrl}/#/connect/app-store`, canGoBack: true })
  browser.back(first)
  expect(shown().canGoBack).toBe(false)
})

test('a reload of a screen loads it anew, moving inside of the screens does not', async () => {
  const { browser, first, shown } = openBrowser()
  browser.showScreen(first, '/connect/app-store')
  expect(shown().loads).toBe(0)
  await browser.reload(first)
  expect(shown()).toMatchObject({ loads: 1, url: `${pimUrl}/#/connect/app-store` })
})

test('a reload of a screen that a redirect led to does not ask for the redirect again', async () => {
  const { browser, sent, first, shown } = openBrowser({ pim: () => redirect('/#/system/roles') })
  await browser.navigate(first, { url: `${pimUrl}/connect/apps/v1/authorize?client_id=1` })
  expect(sent).toHaveLength(1)
  await browser.reload(first)
  expect(sent).toHaveLength(1)
  expect(shown()).toMatchObject({ loads: 2, url: `${pimUrl}/#/system/roles` })
})

test('an address of another screen changes nothing but the fragment, and loads nothing', async () => {
  const { browser, first, shown } = openBrowser()
  await browser.navigate(first, { url: `${pimUrl}/#/connect/app-store` })
  expect(shown()).toMatchObject({ loads: 0, view: { address: '/connect/app-store' } })
  await browser.navigate(first, { url: `${pimUrl}/#/system/roles`, replace: true })
  expect(shown()).toMatchObject({ loads: 0, view: { address: '/system/roles' } })
  browser.back(first)
  expect(shown()).toMatchObject({ view: { address: '/' }, canGoBack: false })
})

test('the address that is shown already loads its page anew', async () => {
  const { browser, first, shown } = openBrowser()
  await browser.navigate(first, { url: `${pimUrl}/#/` })
  expect(shown()).toMatchObject({ loads: 1, view: { address: '/' } })
})

test('what is on its way to a tab does not come after another screen was asked for', async () => {
  const { browser, first, shown } = openBrowser({ app: () => html('late') })
  const late = browser.navigate(first, { url: `${appUrl}/slow` })
  await browser.navigate(first, { url: `${pimUrl}/#/system/roles` })
  expect(shown().isLoading).toBe(false)
  await late
  expect(shown().view).toEqual({ kind: 'pim', address: '/system/roles' })
})

test('what a step back or forward leads to is told before it is done', async () => {
  const { browser, first } = openBrowser({ app: () => html('app') })
  await browser.navigate(first, { url: `${appUrl}/` })
  expect(browser.pageAt(first, -1)).toEqual({ kind: 'pim', address: '/' })
  expect(browser.pageAt(first, 1)).toBeUndefined()
  expect(browser.pageAt(99, 0)).toBeUndefined()
  browser.back(first)
  expect(browser.pageAt(first, 1)).toMatchObject({ kind: 'document' })
})

test('replacing leaves no step to come back to', async () => {
  const { browser, first, shown } = openBrowser({ app: () => html('app') })
  await browser.navigate(first, { url: `${appUrl}/`, replace: true })
  expect(shown()).toMatchObject({ url: `${appUrl}/`, canGoBack: false })
})

test('of two navigations in one tab the later one is shown', async () => {
  let release: (answer: Partial<HttpResponse>) => void = () => {}
  const slow = new Promise<Partial<HttpResponse>>((resolve) => (release = resolve))
  const { browser, first, shown } = openBrowser({
    app: ({ url }) => (url.endsWith('/slow') ? slow : html('fast')),
  })
  const late = browser.navigate(first, { url: `${appUrl}/slow` })
  await browser.navigate(first, { url: `${appUrl}/fast` })
  release(html('slow'))
  await late
  expect(shown()).toMatchObject({ view: { body: 'fast' }, isLoading: false })
})

test('tabs open in front and close to their neighbour; the last one is replaced by the PIM', async () => {
  const { browser, first, shown } = openBrowser({ app: () => html('app') })
  await browser.open(`${appUrl}/`)
  expect(shown()).toMatchObject({ url: `${appUrl}/`, canGoBack: false })
  browser.close(browser.activeId())
  expect(browser.activeId()).toBe(first)
  browser.close(first)
  expect(browser.tabs()).toMatchObject([{ view: { kind: 'pim', address: '/' } }])
  expect(shown().id).not.toBe(first)
})

test('what is held for a tab is given up when the tab goes elsewhere or is closed', async () => {
  const { browser, stepper, sent } = openBrowser()
  stepper.setMode('step')
  const leaves: ((id: number) => unknown)[] = [
    (id) => browser.close(id),
    (id) => browser.reload(id),
    (id) => browser.navigate(id, { url: `${appUrl}/other` }),
  ]
  for (const leave of leaves) {
    const opening = browser.open(`${appUrl}/activate`)
    expect(stepper.pending()?.request.url).toBe(`${appUrl}/activate`)
    const held = stepper.pending()?.id
    void leave(browser.activeId())
    await opening
    expect(stepper.pending()?.id).not.toBe(held)
    browser.close(browser.activeId())
  }
  expect(stepper.pending()).toBeUndefined()
  expect(sent).toEqual([])
})
