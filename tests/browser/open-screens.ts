import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { buildScreens } from '../../.vitepress/commands/screens.ts'
import { type RunningServer, startServer } from '../../playground/hosts/node/index.ts'
import { defaultScenario, type Scenario } from '../../playground/pim/index.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'
import { type Change, changed } from './pim-states.ts'

/** The PIM's screens standing alone, in one page of one browser, and what people do in them again and again. */
export interface Screens {
  readonly page: Page
  readonly server: RunningServer
  /** Back to the state in which the PIM starts, changed; nothing that a test did to the network is left. */
  start(...changes: readonly Change[]): Promise<void>
  /** Goes to a screen as by its link; `query` is that of the page itself. */
  open(path: string, query?: string): Promise<void>
  /** The state of the PIM. */
  dump(): Promise<Scenario>
  button(name: string): Locator
  link(name: string): Locator
  heading(name: string): Promise<void>
  text(text: string): Promise<void>
  /** A short message, told to screen readers. */
  flash(text: string): Promise<void>
  readonly dialog: Locator
  /** A titled part of a page. */
  section(title: string): Locator
  /** The value beside a term, as of credentials. */
  value(term: string): Promise<string>
  /** The name of what has the focus. */
  focused(): Promise<string>
  /** Lets no call reach the PIM, or answers those under a path with a status. */
  breakNetwork(path?: string, status?: number): Promise<void>
  mendNetwork(): Promise<void>
  close(): Promise<void>
}

/**
 * Builds the screens where they are older than their sources, and starts a server and a browser for them. The variable
 * BUILT_SCREENS names a folder in which they are built already.
 */
export async function openScreens(options: BrowserContextOptions = {}): Promise<Screens> {
  const [screens] = await openScreensSideBySide(1, options)
  if (!screens) throw new Error('No screens were opened')
  return screens
}

/** The same several times in one browser, each with a PIM of its own. The last one that is closed closes the browser. */
export async function openScreensSideBySide(
  count: number,
  options: BrowserContextOptions = {},
): Promise<readonly Screens[]> {
  const folder = process.env['BUILT_SCREENS'] ?? (await buildScreens())
  const browser = await openBrowser()
  let left = count
  async function closeBrowser(): Promise<void> {
    left -= 1
    if (left === 0) await browser.close()
  }
  return Promise.all(
    Array.from({ length: count }, () => openOne({ folder, browser, closeBrowser, options })),
  )
}

async function openOne({
  folder,
  browser,
  closeBrowser,
  options,
}: {
  folder: string
  browser: TestBrowser
  closeBrowser: () => Promise<void>
  options: BrowserContextOptions
}): Promise<Screens> {
  const server = await startServer({ screens: folder })
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options })
  // Leaving a form with unsaved changes asks; a test that goes on means it.
  page.on('dialog', (dialog) => void dialog.accept())
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  return {
    page,
    server,
    async start(...changes) {
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      // A form with unsaved changes would ask before it is left.
      await page.goto('about:blank')
      const response = await fetch(`${server.url}/_control/scenario`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(changed(defaultScenario, ...changes)),
      })
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    },
    async open(path, query = '') {
      // Two addresses that differ behind the `#` alone are one page.
      if (page.url() !== 'about:blank') await page.goto('about:blank')
      await page.goto(`${server.url}/${query}#${path}`, { waitUntil: 'commit' })
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
    async dump() {
      return (await (await fetch(`${server.url}/_control/scenario`)).json()) as Scenario
    },
    button,
    link: (name) => page.getByRole('link', { name, exact: true }),
    heading: (name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor(),
    text: (text) => page.getByText(text).first().waitFor(),
    flash: (text) => page.getByRole('status').filter({ hasText: text }).first().waitFor(),
    dialog: page.getByRole('dialog'),
    section: (title) => page.getByRole('region', { name: title, exact: true }),
    async value(term) {
      await page.getByRole('term').getByText(term, { exact: true }).waitFor()
      const terms = await page.getByRole('term').allInnerTexts()
      return page.getByRole('definition').nth(terms.indexOf(term)).innerText()
    },
    focused: () =>
      page.evaluate(() => {
        const active = document.activeElement
        return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? ''
      }),
    async breakNetwork(path = '/rest/', status) {
      await page.route(
        (url) => url.pathname.startsWith(path),
        (route) => (status === undefined ? route.abort() : route.fulfill({ status, json: {} })),
      )
    },
    mendNetwork: () => page.unrouteAll({ behavior: 'ignoreErrors' }),
    async close() {
      await closeBrowser()
      await server.close()
    },
  }
}
