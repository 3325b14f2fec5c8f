import {
  chromium,
  firefox,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { findChromium } from '../chromium.ts'
import { findFirefox } from '../firefox.ts'

/**
 * How many times slower than it is the processor is made to look to each page: `SLOWED=6` finds what only slow machines
 * meet.
 */
const slowed = Number(process.env['SLOWED'] ?? 1)

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
  // While a page scrolls smoothly, a press lands where the button was.
  return testBrowser(browser, { reducedMotion: 'reduce' })
}

/** Starts the system's Firefox, as Debian has it, through WebDriver BiDi. */
export async function openFirefox(): Promise<TestBrowser> {
  // The channel is what makes Playwright speak BiDi rather than the protocol of a Firefox of its own.
  return testBrowser(
    await firefox.launch({ channel: 'moz-firefox', executablePath: findFirefox() }),
  )
}

function testBrowser(browser: Browser, defaults: BrowserContextOptions = {}): TestBrowser {
  return {
    async newPage(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        ...defaults,
        ...options,
      })
      context.setDefaultTimeout(20_000 * slowed)
      const page = await context.newPage()
      if (slowed > 1) {
        const session = await context.newCDPSession(page)
        await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
      }
      return page
    },
    close: () => browser.close(),
  }
}
