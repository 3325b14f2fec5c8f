import type { Page } from 'playwright-core'
import { openSite } from '../browser/open-site.ts'
import { readGuide } from '../browser/read-guide.ts'
import { printTable, summarize } from './measure.ts'
import { sharesOf, type Profile } from './read-profile.ts'
import { appThreads, mainThreadOf, readSpent, type Spent, type TraceEvent } from './read-trace.ts'

const title = 'Get your first app token'
const firstStep = 'Declare your app in the App Store'

interface Run {
  /** What the browser itself counts as script time: Chromium's metric `ScriptDuration`, without microtasks. */
  readonly counted: number
  /** Of the page's main thread: guide, screens, PIM, drawing. */
  readonly page: Spent
  /** Scripts alone, of the threads that the reader's app has for itself. */
  readonly app: number
}

/**
 * Measures a whole run of the mission "Get your first app token" by "Show me", not stepped, in Chromium on the built
 * site. It begins when the mission is open and the page has come to rest, and ends when the mission is complete. What
 * counts is processor time: the pauses in which a reader watches are not in it, nor is the time in which other programs
 * had the processor. It is told twice. "Script time" is the browser's own metric `ScriptDuration`, which leaves
 * microtasks out: most of what Vue and the PIM do. The rows below it are from a trace, sorted as the developer tools
 * sort it, with microtasks, compiling and garbage. Each new profile gives two runs: the first, in which nothing is
 * loaded or compiled yet, and the same again after "Start from here".
 */
export async function benchShowMe(profiles: number): Promise<void> {
  const site = await openSite()
  const first: Run[] = []
  const again: Run[] = []
  let shares: [string, number][] = []
  try {
    for (let count = 0; count < profiles; count += 1) {
      const page = await site.newPage()
      page.setDefaultTimeout(120_000)
      await page.goto(`${site.url}/playground.html?panel=missions`)
      await guideOf(page)
        .getByRole('button', { name: new RegExp(`^${title}`) })
        .click()
      await comeToRest(page)
      first.push(await measure(page, site.url))
      await beginAnew(page)
      again.push(await measure(page, site.url))
      if (count === profiles - 1) {
        await beginAnew(page)
        shares = sharesOf(await profile(page))
      }
      await page.context().close()
    }
  } finally {
    await site.close()
  }
  const kinds = ['scripts', 'styles and layout', 'painting', 'the rest'] as const
  const row = (name: string, read: (run: Run) => number) => [
    name,
    ...[first, again].map((runs) => summarize(runs.map(read))),
  ]
  printTable(
    `"${title}" by "Show me", ${profiles} profiles: processor time in ms, median (10 to 90 %)`,
    [
      ['', 'first run', 'run again'],
      row('script time (ScriptDuration)', ({ counted }) => counted),
      ...kinds.map((kind) => row(`main thread: ${kind}`, ({ page }) => page[kind])),
      row("the app's own threads: scripts", ({ app }) => app),
    ],
  )
  printTable(
    'Whose scripts they are, in % (sampled in one more run)',
    shares.slice(0, 10).map(([name, share]) => [name, (100 * share).toFixed(0)]),
  )
}

function guideOf(page: Page) {
  return page.getByRole('region', { name: 'Missions', exact: true })
}

async function comeToRest(page: Page): Promise<void> {
  await readGuide(page).current(firstStep)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1_000)
}

async function beginAnew(page: Page): Promise<void> {
  await guideOf(page).getByRole('button', { name: 'Start from here' }).click()
  await guideOf(page).getByRole('button', { name: 'Replace my PIM' }).click()
  await page.getByText(`The PIM is ready for the mission: ${title}`).waitFor()
  await comeToRest(page)
}

async function trace(page: Page): Promise<TraceEvent[]> {
  const browser = page.context().browser()
  // No more than what is sorted: each kind of event takes time itself.
  const timeline = ['devtools.timeline', 'disabled-by-default-devtools.timeline']
  await browser?.startTracing(page, { categories: [...timeline, 'v8', 'v8.execute'] })
  await page.evaluate(showAll)
  const buffer = await browser?.stopTracing()
  const { traceEvents } = JSON.parse(String(buffer)) as { traceEvents: TraceEvent[] }
  return traceEvents
}

async function measure(page: Page, address: string): Promise<Run> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  async function scriptDuration(): Promise<number> {
    const { metrics } = await session.send('Performance.getMetrics')
    const seconds = metrics.find(({ name }) => name === 'ScriptDuration')?.value
    if (seconds === undefined) throw new Error('This browser does not count ScriptDuration')
    return seconds * 1000
  }
  const before = await scriptDuration()
  const events = await trace(page)
  const counted = (await scriptDuration()) - before
  await session.detach()
  return {
    counted,
    page: readSpent(events.filter(mainThreadOf(events, address))),
    app: appThreads(events)
      .map((isOne) => readSpent(events.filter(isOne)).scripts)
      .reduce((sum, each) => sum + each, 0),
  }
}

async function profile(page: Page): Promise<Profile> {
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.start')
  await page.evaluate(showAll)
  const { profile: taken } = await session.send('Profiler.stop')
  return taken
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
    }, 500)
  })
}
