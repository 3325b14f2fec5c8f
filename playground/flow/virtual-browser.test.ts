import { expect, test } from 'vitest'
import type { HttpRequest, HttpResponse } from './exchange.ts'
import { createFlowJournal } from './flow-journal.ts'
import { createNetwork } from './network.ts'
import { createStepper } from './stepper.ts'
import { createVirtualBrowser } from './virtual-browser.ts'

const pimUrl = 'https://my-pim.example.com'
const appUrl = 'http://localhost:8000'

type Answer = (request: HttpRequest) => Partial<HttpResponse> | Promise<Partial<HttpResponse>>

function open(answers: { pim?: Answer; app?: Answer } = {}) {
  const sent: HttpRequest[] = []
  const stepper = createStepper(() => {})
  const journal = createFlowJournal({ pim: { subscribe: () => () => {} }, onChange: () => {} })
  const answer = (name: 'pim' | 'app') => async (request: HttpRequest) => {
    sent.push(request)
    return { status: 200, headers: {}, body: '', ...(await answers[name]?.(request)) }
  }
  const network = createNetwork({
    journal,
    stepper,
    receivers: { pim: answer('pim'), app: answer('app') },
  })
  const browser = createVirtualBrowser({ pimUrl, appUrl, network, onChange: () => {} })
  const first = browser.tabs()[0]!.id
  const shown = () => browser.tabs().find(({ id }) => id === browser.activeId())!
  return { browser, stepper, journal, sent, first, shown }
}

const html = (body: string) => ({ headers: { 'content-type': 'text/html' }, body })
const redirect = (location: string, status = 302) => ({ status, headers: { Location: location } })

test('it starts with one tab on the PIM', () => {
  const { browser } = open()
  expect(browser.tabs()).toMatchObject([
    { url: `${pimUrl}/#/`, view: { kind: 'pim', address: '/' }, canGoBack: false },
  ])
})

test('a page of the app is shown, and the address is where it came from', async () => {
  const { browser, first, shown } = open({ app: () => html('<h1>App</h1>') })
  await browser.navigate(first, { url: `${appUrl}/` })
  expect(shown()).toMatchObject({
    url: `${appUrl}/`,
    isLoading: false,
    view: { kind: 'document', status: 200, contentType: 'text/html', body: '<h1>App</h1>' },
  })
})

test('redirects are followed hop by hop from app to PIM to a screen', async () => {
  const { browser, journal, first, shown } = open({
    app: () => redirect(`${pimUrl}/connect/apps/v1/authorize?client_id=1`),
    pim: () => redirect('/#/connect/apps/authorize?client_id=1'),
  })
  await browser.navigate(first, { url: `${appUrl}/activate?pim_url=x` })
  expect(journal.exchanges().map(({ title }) => title)).toEqual([
    'Activate the app',
    'Ask for authorizations',
  ])
  expect(shown().view).toEqual({ kind: 'pim', address: '/connect/apps/authorize?client_id=1' })
})

test('a tab is the same object until something is new about it', async () => {
  const { browser, first } = open()
  void browser.open(`${pimUrl}/#/connect/app-store`)
  const before = browser.tabs()
  expect(browser.tabs()[0]).toBe(before[0])
  await browser.navigate(first, { url: `${pimUrl}/#/connect/app-store` })
  expect(browser.tabs()[0]).not.toBe(before[0])
  expect(browser.tabs()[0]).toMatchObject({ canGoBack: true })
})

test('a screen of the PIM sends nothing by itself', async () => {
  const { browser, sent, first } = open()
  await browser.navigate(first, { url: `${pimUrl}/#/connect/app-store` })
  expect(sent).toEqual([])
})

test('in step mode nothing is sent before it is released, and an edited hop is sent as edited', async () => {
  const { browser, stepper, sent, first } = open({ app: () => html('fine') })
  stepper.setMode('step')
  const done = browser.navigate(first, { url: `${appUrl}/activate` })
  expect(sent).toEqual([])
  expect(browser.tabs()[0]?.isLoading).toBe(true)
  const { request } = stepper.pending()!
  stepper.send({ ...request, url: `${appUrl}/activate?pim_url=edited` })
  await done
  expect(sent[0]?.url).toBe(`${appUrl}/activate?pim_url=edited`)
})

test('a cancelled hop leaves the tab where it was', async () => {
  const { browser, stepper, sent, first, shown } = open()
  stepper.setMode('step')
  const done = browser.navigate(first, { url: `${appUrl}/activate` })
  stepper.cancel()
  await done
  expect(sent).toEqual([])
  expect(shown()).toMatchObject({ url: `${pimUrl}/#/`, isLoading: false })
})

test('a loop of redirects is cut at twenty hops', async () => {
  const { browser, sent, first, shown } = open({ app: () => redirect('/again') })
  await browser.navigate(first, { url: `${appUrl}/again` })
  expect(sent).toHaveLength(20)
  expect(shown().view).toMatchObject({ kind: 'notice', title: 'Too many redirects' })
})

test('any other host is a page that says so, without a request', async () => {
  const { browser, sent, first, shown } = open()
  await browser.navigate(first, { url: 'https://www.example.org/' })
  expect(sent).toEqual([])
  expect(shown().view).toMatchObject({
    kind: 'notice',
    title: 'www.example.org cannot be reached from the playground',
  })
})

test('an app that does not answer is a page with the reason', async () => {
  const { browser, first, shown } = open({
    app: () => Promise.reject(new Error('The app is not running')),
  })
  await browser.navigate(first, { url: `${appUrl}/` })
  expect(shown().view).toEqual({
    kind: 'notice',
    title: 'localhost:8000 does not answer',
    text: 'The app is not running',
  })
})

test('a redirect to what is no address is a page that says so', async () => {
  const { browser, first, shown } = open({ app: () => redirect('http://') })
  await browser.navigate(first, { url: `${appUrl}/` })
  expect(shown().view).toMatchObject({ title: 'This redirect leads nowhere' })
})

test('cookies of the app come back to the app and do not reach the PIM', async () => {
  const { browser, sent, first } = open({
    app: ({ url }) =>
      url.endsWith('/activate')
        ? { status: 302, headers: { 'Set-Cookie': 's=1; Path=/', Location: `${pimUrl}/x` } }
        : html('done'),
    pim: () => redirect(`${appUrl}/callback`),
  })
  await browser.navigate(first, { url: `${appUrl}/activate` })
  expect(sent.map(({ headers }) => headers['cookie'])).toEqual([undefined, undefined, 's=1'])
})

test('a form is posted with its type, and after 303 the next request is a plain GET', async () => {
  const { browser, sent, first } = open({
    app: ({ method }) => (method === 'POST' ? redirect('/done', 303) : html('done')),
  })
  await browser.navigate(first, {
    url: `${appUrl}/form`,
    method: 'POST',
    contentType: 'application/x-www-form-urlencoded',
    body: 'a=1',
  })
  expect(sent.map(({ method, body }) => [method, body])).toEqual([
    ['POST', 'a=1'],
    ['GET', ''],
  ])
  expect(sent[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
})

test('after 307 the request is repeated as it was', async () => {
  const { browser, sent, first } = open({
    app: ({ url }) => (url.endsWith('/form') ? redirect('/other', 307) : html('done')),
  })
  await browser.navigate(first, { url: `${appUrl}/form`, method: 'POST', body: 'a=1' })
  expect(sent[1]).toMatchObject({ method: 'POST', body: 'a=1' })
})

test('back and forward show pages as they were, reload asks again', async () => {
  let count = 0
  const { browser, sent, first, shown } = open({ app: () => html(`page ${(count += 1)}`) })
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
  const { browser, first, shown } = open()
  browser.showScreen(first, '/connect/app-store')
  browser.showScreen(first, '/connect/app-store')
  browser.showScreen(first, '/connect/custom-apps/create')
  browser.back(first)
  expect(shown()).toMatchObject({ url: `${pimUrl}/#/connect/app-store`, canGoBack: true })
  browser.back(first)
  expect(shown().canGoBack).toBe(false)
})

test('a reload of a screen loads it anew, moving inside of the screens does not', async () => {
  const { browser, first, shown } = open()
  browser.showScreen(first, '/connect/app-store')
  expect(shown().loads).toBe(0)
  await browser.reload(first)
  expect(shown()).toMatchObject({ loads: 1, url: `${pimUrl}/#/connect/app-store` })
})

test('an address of another screen changes nothing but the fragment, and loads nothing', async () => {
  const { browser, first, shown } = open()
  await browser.navigate(first, { url: `${pimUrl}/#/connect/app-store` })
  expect(shown()).toMatchObject({ loads: 0, view: { address: '/connect/app-store' } })
  await browser.navigate(first, { url: `${pimUrl}/#/system/roles`, replace: true })
  expect(shown()).toMatchObject({ loads: 0, view: { address: '/system/roles' } })
  browser.back(first)
  expect(shown()).toMatchObject({ view: { address: '/' }, canGoBack: false })
})

test('the address that is shown already loads its page anew', async () => {
  const { browser, first, shown } = open()
  await browser.navigate(first, { url: `${pimUrl}/#/` })
  expect(shown()).toMatchObject({ loads: 1, view: { address: '/' } })
})

test('what is on its way to a tab does not come after another screen was asked for', async () => {
  const { browser, first, shown } = open({ app: () => html('late') })
  const late = browser.navigate(first, { url: `${appUrl}/slow` })
  await browser.navigate(first, { url: `${pimUrl}/#/system/roles` })
  expect(shown().isLoading).toBe(false)
  await late
  expect(shown().view).toEqual({ kind: 'pim', address: '/system/roles' })
})

test('what a step back or forward leads to is told before it is done', async () => {
  const { browser, first } = open({ app: () => html('app') })
  await browser.navigate(first, { url: `${appUrl}/` })
  expect(browser.pageAt(first, -1)).toEqual({ kind: 'pim', address: '/' })
  expect(browser.pageAt(first, 1)).toBeUndefined()
  expect(browser.pageAt(99, 0)).toBeUndefined()
  browser.back(first)
  expect(browser.pageAt(first, 1)).toMatchObject({ kind: 'document' })
})

test('replacing leaves no step to come back to', async () => {
  const { browser, first, shown } = open({ app: () => html('app') })
  await browser.navigate(first, { url: `${appUrl}/`, replace: true })
  expect(shown()).toMatchObject({ url: `${appUrl}/`, canGoBack: false })
})

test('of two navigations in one tab the later one is shown', async () => {
  let release: (answer: Partial<HttpResponse>) => void = () => {}
  const slow = new Promise<Partial<HttpResponse>>((resolve) => (release = resolve))
  const { browser, first, shown } = open({
    app: ({ url }) => (url.endsWith('/slow') ? slow : html('fast')),
  })
  const late = browser.navigate(first, { url: `${appUrl}/slow` })
  await browser.navigate(first, { url: `${appUrl}/fast` })
  release(html('slow'))
  await late
  expect(shown()).toMatchObject({ view: { body: 'fast' }, isLoading: false })
})

test('tabs open in front and close to their neighbour; the last one is replaced by the PIM', async () => {
  const { browser, first, shown } = open({ app: () => html('app') })
  await browser.open(`${appUrl}/`)
  expect(shown()).toMatchObject({ url: `${appUrl}/`, canGoBack: false })
  browser.close(browser.activeId())
  expect(browser.activeId()).toBe(first)
  browser.close(first)
  expect(browser.tabs()).toMatchObject([{ view: { kind: 'pim', address: '/' } }])
  expect(shown().id).not.toBe(first)
})
