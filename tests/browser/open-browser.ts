import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from '../chromium.ts'

export interface TestBrowser {
  /** A page in a profile of its own: nothing is stored yet. */
  newPage(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** Starts the system's Chromium, which talks to nobody by itself. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  return {
    async newPage(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        ...options,
      })
      context.setDefaultTimeout(20_000)
      return context.newPage()
    },
    close: () => browser.close(),
  }
}
