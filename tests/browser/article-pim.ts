import type { BrowserContext, Page, Request } from 'playwright-core'
import type { WalkNote } from '../../.vitepress/check/walk-note.ts'
import type { RunningServer } from '../../playground/hosts/node/index.ts'
import type { Era, Scenario } from '../../playground/pim/index.ts'
import { stateOf } from './article-states.ts'
import type { SmallApp } from './small-app.ts'

export interface ArticlePimOptions {
  page: Page
  server: RunningServer
  /** Stands for every app that an article connects, whatever its address. */
  app: SmallApp
}

/** The PIM that somebody follows an article on, in one browser. */
export interface ArticlePim {
  /** The tab that was opened last. */
  current(): Page
  /** Comes to where a part of the article begins. */
  begin(note: WalkNote, era: Era): Promise<void>
  /** Waits until the screen has everything that it asked for, or no longer than a patience. */
  settle(patience: number): Promise<void>
  /** What has been done since changed the PIM, or left something in a form. */
  touch(what: 'pim' | 'form'): void
}

/** An address without a screen, and what stands there. */
const nowhere = { address: '/nowhere', title: 'Page not found' }

export async function openArticlePim(options: ArticlePimOptions): Promise<ArticlePim> {
  const { page, server } = options
  const context = page.context()
  await standInForApps(context, options)
  let standing = { person: '', state: '' }
  let isTouched = true
  let isDirty = true
  let loaded = ''
  const underway = new Map<Request, number>()
  context.on('request', (request) => void underway.set(request, Date.now()))
  context.on('requestfinished', (request) => void underway.delete(request))
  context.on('requestfailed', (request) => void underway.delete(request))

  const pim: ArticlePim = {
    current: () => context.pages().at(-1) ?? page,
    touch(what) {
      isTouched = true
      isDirty ||= what === 'form'
    },
    settle: quiet,
    async begin(note, era) {
      const address = note.address ?? '/'
      // The screens read once who is signed in and may do what.
      const rights = note.states.filter((state) => state.includes('right'))
      const person = JSON.stringify([era, note.user, rights])
      const state = JSON.stringify([era, { ...note, address: '', eras: [] }])
      // What was pressed last must not reach the state that comes next.
      await quiet(2000)
      await closeOthers()
      underway.clear()
      const isNew = isTouched || state !== standing.state
      if (isNew) await load(note, era)
      // A form with unsaved changes would ask before it is left.
      if (isDirty || person !== standing.person || !(await leave())) {
        // A page that is still coming may get in between.
        await page.goto('about:blank').catch(() => page.goto('about:blank'))
        await page.goto(`${server.url}/?era=${era}#${address}`, { waitUntil: 'commit' })
      } else await go(address)
      standing = { person, state: isNew ? '' : state }
      isTouched = false
      isDirty = false
      await page
        .getByRole('heading', { level: 1 })
        .filter({ hasNotText: nowhere.title })
        .first()
        .waitFor()
      // A tab that an app had been asked for may have come since, and asked again.
      await closeOthers()
      if (isNew && (await asked()) !== loaded) return pim.begin(note, era)
      standing.state = state
      await page.getByText('Loading ...').first().waitFor({ state: 'detached' })
    },
  }
  return pim

  // A tab that is left or closed leaves requests without an end.
  function isBusy(): boolean {
    return [...underway].some(
      ([request, begun]) =>
        ['fetch', 'xhr', 'script', 'document'].includes(request.resourceType()) &&
        Date.now() - begun < 1500,
    )
  }

  /** No request is underway, twice in a row: the answer to one may lead to the next. */
  async function quiet(patience: number): Promise<void> {
    const until = Date.now() + patience
    for (let calm = 0; calm < 2 && Date.now() < until;) {
      // What has arrived may still be at work, on a slow machine for longer than any pause.
      await Promise.race([idle(), pause(1000)])
      calm = isBusy() ? 0 : calm + 1
      await pause(25)
    }
  }

  function idle(): Promise<void> {
    const tab = context.pages().at(-1) ?? page
    return tab
      .evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())))
      .catch(() => undefined)
  }

  async function closeOthers(): Promise<void> {
    for (const other of context.pages().slice(1)) await other.close()
  }

  async function leave(): Promise<boolean> {
    await go(nowhere.address)
    const heading = page.getByRole('heading', { level: 1, name: nowhere.title })
    return heading.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false,
    )
  }

  function go(address: string): Promise<void> {
    return page.evaluate((hash) => void (window.location.hash = hash), address)
  }

  async function load(note: WalkNote, era: Era): Promise<void> {
    const response = await fetch(`${server.url}/_control/scenario`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(await stateOf(note, era)),
    })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    loaded = await asked()
  }

  /** What apps have asked the PIM for, and have got. */
  async function asked(): Promise<string> {
    const response = await fetch(`${server.url}/_control/scenario`)
    const { authorizationRequests, connectedApps } = (await response.json()) as Scenario
    return JSON.stringify([authorizationRequests, connectedApps])
  }
}

/** Sends every address outside the PIM to the small app, which has the credentials of the app declared last. */
async function standInForApps(
  context: BrowserContext,
  { server, app }: ArticlePimOptions,
): Promise<void> {
  app.scope = 'read_products write_products'
  await context.route(
    (url) => ![server.url, app.url].includes(url.origin),
    async (route) => {
      const url = new URL(route.request().url())
      const scenario = (await (await fetch(`${server.url}/_control/scenario`)).json()) as Scenario
      const { clientId = '', clientSecret = '' } = scenario.customApps.at(-1) ?? {}
      app.credentials = { clientId, clientSecret }
      const address = JSON.stringify(`${app.url}${url.pathname}${url.search}`)
      const body = `<script>location.replace(${address})</script>`
      await route.fulfill({ contentType: 'text/html', body })
    },
  )
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
