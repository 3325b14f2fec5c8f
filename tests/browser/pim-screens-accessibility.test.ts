import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildScreens } from '../../.vitepress/commands/screens.ts'
import { type RunningServer, startServer } from '../../playground/hosts/node/index.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const paths = [
  '/connect/connection-settings',
  '/connect/connection-settings/create',
  '/connect/connection-settings/fernwood_erp/edit',
  '/connect/connection-settings/fernwood_erp/delete',
  '/connect/connection-settings/unknown/edit',
  '/connect/app-store',
  '/connect/custom-apps/create',
  '/connect/connected-apps',
  '/connect/data-flows',
  '/connect/apps/authorize?error=unknown',
  '/system/roles',
  '/system/roles/1',
  '/no/such/page',
]

let browser: TestBrowser
let server: RunningServer

describe('each screen of the PIM', () => {
  beforeAll(async () => {
    server = await startServer({ screens: await buildScreens() })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      it(`is accessible and fits into ${width} px, in ${colorScheme}`, async () => {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 844 } })
        for (const path of paths) {
          await page.goto('about:blank')
          await page.goto(`${server.url}/#${path}`)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await page.locator('.loading').waitFor({ state: 'detached' })
          expect(await violations(page), path).toEqual([])
          expect(await overflows(page), path).toBe(false)
        }
        await page.context().close()
      })
    }
  }
})

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const result = await checker.run()
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  })
}

function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].some(
      (element) => element.scrollWidth > element.clientWidth + 1,
    ),
  )
}
