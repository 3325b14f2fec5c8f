import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { Scenario } from '../../playground/pim/index.ts'
import { openPlayground, type Playground } from './open-playground.ts'
import type { Site } from './open-site.ts'

/** The panel `Scenarios`, by what people see of it. The state is compared as the file that the panel exports. */
export interface ScenarioPanel {
  readonly page: Page
  readonly playground: Playground
  readonly panel: Locator
  press(name: string): Promise<void>
  /** Says yes to the question, and waits until the state is there. */
  replace(): Promise<void>
  /** The state, as the exported file holds it. */
  exported(): Promise<Scenario>
  importFile(text: string): Promise<void>
  /** Waits until a connection's card is or is not on the PIM's screen. */
  sees(name: string): Promise<void>
  misses(name: string): Promise<void>
}

/** Loads the playground at the list of connections, in a new profile, and opens the panel. */
export async function openScenarioPanel(
  site: Site,
  options: BrowserContextOptions = {},
): Promise<ScenarioPanel> {
  const page = await site.newPage({ viewport: { width: 1280, height: 800 }, ...options })
  const playground = await openPlayground(page, site.url, '/connect/connection-settings')
  await page.getByRole('button', { name: 'Scenarios', exact: true }).click()
  return scenarioPanelOf(page, playground)
}

/** The panel where it is already open. */
export function scenarioPanelOf(page: Page, playground: Playground): ScenarioPanel {
  const panel = page.getByRole('region', { name: 'Scenarios', exact: true })
  const press = (name: string) => panel.getByRole('button', { name, exact: true }).click()
  const card = (name: string) => playground.pim.getByText(name, { exact: true }).first()
  return {
    page,
    playground,
    panel,
    press,
    async replace() {
      await press('Replace my PIM')
      await panel.getByRole('button', { name: 'Replace my PIM' }).waitFor({ state: 'hidden' })
    },
    async exported() {
      const download = page.waitForEvent('download')
      await press('Export as a file')
      const text = await readFile(await (await download).path(), 'utf8')
      return JSON.parse(text) as Scenario
    },
    async importFile(text) {
      const buffer = Buffer.from(text)
      const file = { name: 'mine.json', mimeType: 'application/json', buffer }
      await panel.getByLabel('Import a file').setInputFiles(file)
    },
    sees: (name) => card(name).waitFor(),
    misses: (name) => card(name).waitFor({ state: 'hidden' }),
  }
}
