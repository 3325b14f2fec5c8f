import type { Page } from 'playwright-core'
import { openSite } from '../browser/open-site.ts'
import { readGuide } from '../browser/read-guide.ts'
import { printTable, summarize } from './measure.ts'
import { mainThreadOf, readSpent, type Spent, type TraceEvent } from './read-trace.ts'

const title = 'Get your first app token'

/**
 * Measures a whole run of the mission "Get your first app token" by "Show me", not stepped, in Chromium on the built
 * site. Each run is in a new profile, so that nothing is compiled yet; it begins when the mission is open and the page
 * has come to rest, and ends when the mission is complete. What counts is the processor time of the page's main thread,
 * from a trace, sorted as the developer tools sort it: "scripts" is all JavaScript, its compiling and its garbage
 * included: the guide, the screens, the PIM, the drawing of the flow. The reader's app runs in a worker of its own and
 * is not in it; nor are the pauses in which a reader watches.
 */
export async function benchShowMe(runs: number): Promise<void> {
  const site = await openSite()
  const spent: Spent[] = []
  try {
    for (let run = 0; run < runs; run += 1) {
      const page = await site.newPage()
      page.setDefaultTimeout(120_000)
      await page.goto(`${site.url}/playground.html?panel=missions`)
      const events = await trace(page)
      spent.push(readSpent(events.filter(mainThreadOf(events, site.url))))
      await page.context().close()
    }
  } finally {
    await site.close()
  }
  printTable(
    `"${title}" by "Show me", ${runs} runs: processor time of the main thread, in ms (10 to 90 %)`,
    (['scripts', 'styles and layout', 'painting', 'the rest'] as const).map((kind) => [
      kind,
      summarize(spent.map((each) => each[kind])),
    ]),
  )
}

async function trace(page: Page): Promise<TraceEvent[]> {
  const panel = page.getByRole('region', { name: 'Missions', exact: true })
  await panel.getByRole('button', { name: new RegExp(`^${title}`) }).click()
  await readGuide(page).current('Declare your app in the App Store')
  await page.waitForLoadState('networkidle')

  const browser = page.context().browser()
  const categories = [
    'toplevel',
    'devtools.timeline',
    'disabled-by-default-devtools.timeline',
    'v8',
  ]
  await browser?.startTracing(page, { categories: [...categories, 'blink.user_timing'] })
  await page.evaluate(showAll)
  const buffer = await browser?.stopTracing()
  const { traceEvents } = JSON.parse(String(buffer)) as { traceEvents: TraceEvent[] }
  return traceEvents
}

/**
 * Runs in the page: has each step shown until there is none. It looks seldom and at little, since its own time counts;
 * Playwright's locators would look at every element again and again.
 */
function showAll(): Promise<void> {
  const guide = document.querySelector('section[aria-label="Missions"]')
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const current = guide?.querySelector('[aria-current="step"]')
      if (!current) {
        clearInterval(timer)
        resolve()
      }
      const buttons = [...(current?.querySelectorAll('button') ?? [])]
      buttons.find(({ textContent }) => textContent?.trim() === 'Show me')?.click()
    }, 100)
  })
}
