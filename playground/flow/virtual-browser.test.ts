import { expect, test } from 'vitest'
import { appUrl, html, openBrowser, pimUrl, redirect } from './browser-with-answers.ts'

test('it starts with one tab on the PIM', () => {
  const { browser } = openBrowser()
  expect(browser.tabs()).toMatchObject([
    { url: `${pimUrl}/#/`, view: { kind: 'pim', address: '/' }, canGoBack: false },
  ])
})

test('a page of the app is shown, and the address is where it came from', async () => {
  const { browser, first, shown } = openBrowser({ app: () => html('<h1>App</h1>') })
  await browser.navigate(first, { url: `${appUrl}/` })
  expect(shown()).toMatchObject({
    url: `${appUrl}/`,
    isLoading: false,
    view: { kind: 'document', status: 200, contentType: 'text/html', body: '<h1>App</h1>' },
  })
})

test('redirects are followed hop by hop from app to PIM to a screen', async () => {
  const { browser, journal, first, shown } = openBrowser({
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
  const { browser, first } = openBrowser()
  void browser.open(`${pimUrl}/#/connect/app-store`)
  const before = browser.tabs()
  expect(browser.tabs()[0]).toBe(before[0])
  await browser.navigate(first, { url: `${pimUrl}/#/connect/app-store` })
  expect(browser.tabs()[0]).not.toBe(before[0])
  expect(browser.tabs()[0]).toMatchObject({ canGoBack: true })
})

test('a screen of the PIM sends nothing by itself', async () => {
  const { browser, sent, first } = openBrowser()
  await browser.navigate(first, { url: `${pimUrl}/#/connect/app-store` })
  expect(sent).toEqual([])
})

test('in step mode nothing is sent before it is released, and an edited hop is sent as edited', async () => {
  const { browser, stepper, sent, first } = openBrowser({ app: () => html('fine') })
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
  const { browser, stepper, sent, first, shown } = openBrowser()
  stepper.setMode('step')
  const done = browser.navigate(first, { url: `${appUrl}/activate` })
  stepper.cancel()
  await done
  expect(sent).toEqual([])
  expect(shown()).toMatchObject({ url: `${pimUrl}/#/`, isLoading: false })
})

test('a loop of redirects is cut at twenty hops', async () => {
  const { browser, sent, first, shown } = openBrowser({ app: () => redirect('/again') })
  await browser.navigate(first, { url: `${appUrl}/again` })
  expect(sent).toHaveLength(20)
  expect(shown().view).toMatchObject({ kind: 'notice', title: 'Too many redirects' })
})

test('any other host is a page that says so, without a request', async () => {
  const { browser, sent, first, shown } = openBrowser()
  await browser.navigate(first, { url: 'https://www.example.org/' })
  expect(sent).toEqual([])
  expect(shown().view).toMatchObject({
    kind: 'notice',
    title: 'www.example.org cannot be reached from the playground',
  })
})

test('an app that does not answer is a page with the reason', async () => {
  const { browser, first, shown } = openBrowser({
    app: () => Promise.reject(new Error('The app is not running')),
  })
  await browser.navigate(first, { url: `${appUrl}/` })
  expect(shown().view).toEqual({
    kind: 'notice',
    title: 'localhost:8000 does not answer',
    text: 'The app is not running',
  })
})

test('an answer without a page is a page that says so', async () => {
  for (const [status, text] of [
    [204, 'It answered 204, and the body of its answer is empty.'],
    [500, 'It answered 500, and the body of its answer is empty.'],
    [302, 'It answered 302, which leads somewhere else, but no header Location says where.'],
  ] as const) {
    const { browser, first, shown } = openBrowser({
      app: () => ({ status, headers: {}, body: '' }),
    })
    await browser.navigate(first, { url: `${appUrl}/` })
    expect(shown().view).toEqual({ kind: 'notice', title: 'localhost:8000 sent no page', text })
  }
})

test('a redirect to what is no address is a page that says so', async () => {
  const { browser, first, shown } = openBrowser({ app: () => redirect('http://') })
  await browser.navigate(first, { url: `${appUrl}/` })
  expect(shown().view).toMatchObject({ title: 'This redirect leads nowhere' })
})

test('cookies of the app come back to the app and do not reach the PIM', async () => {
  const { browser, sent, first } = openBrowser({
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
  const { browser, sent, first } = openBrowser({
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
  const { browser, sent, first } = openBrowser({
    app: ({ url }) => (url.endsWith('/form') ? redirect('/other', 307) : html('done')),
  })
  await browser.navigate(first, { url: `${appUrl}/form`, method: 'POST', body: 'a=1' })
  expect(sent[1]).toMatchObject({ method: 'POST', body: 'a=1' })
})
