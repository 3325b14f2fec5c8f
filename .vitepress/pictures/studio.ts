import { chromium, type Browser, type Page } from 'playwright-core'
import { startServer, type RunningServer } from '../../playground/hosts/node/index.ts'
import type { Scenario } from '../../playground/pim/index.ts'
import { chromiumPath } from './chromium.ts'
import { stillnessScript } from './fonts.ts'
import { watchRequests } from './quiet.ts'

/** A browser and the PIMs that it looks at. */
export interface Studio {
  /** One more place to draw at. */
  openEasel(): Promise<Easel>
  /** A page for work on pixels. */
  openTable(): Promise<Page>
  close(): Promise<void>
}

/** A PIM of its own, and a page that looks at it. */
export interface Easel {
  readonly page: Page
  readonly url: string
  /** Brings the PIM into a state, from which everything that it makes up is the same each time. */
  prepare(scenario: Scenario): Promise<void>
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Letters have the same shapes whatever the system's settings for fonts and screens are.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
]

// What runs in a page was compiled with the names of its functions kept, by a helper that is not there.
const namesAreKept = 'globalThis.__name = (value) => value'

/**
 * Starts a browser that draws the same way each time.
 *
 * @throws {Error} when there is no Chromium
 */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('Chromium is missing. Install it: apt-get install chromium')
  return chromium.launch({ executablePath, args: flags })
}

/** A page of a browser for work on pixels. */
export async function openTable(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.addInitScript({ content: namesAreKept })
  await page.goto('about:blank')
  return page
}

/**
 * Starts the browser in which pictures are drawn.
 *
 * @param screens the folder with the built screens of the PIM
 * @throws {Error} when there is no Chromium
 */
export async function openStudio(screens: string): Promise<Studio> {
  const browser = await launchBrowser()
  const servers: RunningServer[] = []
  return {
    async openEasel() {
      const chance = createChance()
      const server = await startServer({ screens, environment: chance })
      servers.push(server)
      const page = await openPage(browser)
      return { page, url: server.url, prepare: (scenario) => prepare(server, chance, scenario) }
    },
    openTable: () => openTable(browser),
    async close() {
      await browser.close()
      await Promise.all(servers.map((server) => server.close()))
    },
  }
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  })
  context.setDefaultTimeout(8_000)
  await context.addInitScript({ content: `${namesAreKept}\n${stillnessScript()}` })
  const page = await context.newPage()
  watchRequests(page)
  return page
}

async function prepare(server: RunningServer, chance: Chance, scenario: Scenario): Promise<void> {
  chance.restart(scenario.clock.frozenAt ?? 0)
  const response = await fetch(`${server.url}/_control/scenario`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(scenario),
  })
  if (!response.ok) throw new RangeError(`Mend the scenario: ${await response.text()}`)
}

interface Chance {
  now: () => number
  newId: () => string
  random: (byteLength: number) => Uint8Array
  restart: (now: number) => void
}

/** A clock that stands, and ids and secrets that look random and come in the same order each time. */
function createChance(): Chance {
  let moment = 0
  let state = 0
  function next(): number {
    // The generator mulberry32.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) & 255
  }
  const random = (byteLength: number) => Uint8Array.from({ length: byteLength }, next)
  return {
    now: () => moment,
    random,
    newId() {
      const bytes = random(16)
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
      const hex = Buffer.from(bytes).toString('hex')
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    },
    restart(now) {
      moment = now
      state = 1
    },
  }
}
