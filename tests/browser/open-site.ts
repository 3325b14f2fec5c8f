import type { BrowserContextOptions, Page } from 'playwright-core'
import { builtSite } from '../site/build-site.ts'
import { openBrowser } from './open-browser.ts'
import { serveFolder } from './serve-folder.ts'

/** The built site behind a plain file server, and a browser to read it with. */
export interface Site {
  /** Without a trailing slash. */
  readonly url: string
  /** The folder that is served. */
  readonly folder: string
  /** A page in a profile of its own: nothing is stored yet. */
  newPage(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** Builds the site where it is older than its sources, serves it, and starts a browser: Chromium unless told. */
export async function openSite(open = openBrowser): Promise<Site> {
  const folder = await builtSite()
  const server = await serveFolder(folder)
  const browser = await open()
  return {
    url: server.url,
    folder,
    newPage: (options) => browser.newPage(options),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
