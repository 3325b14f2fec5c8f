import axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'

/** The rules whose outcome depends on colours: all that a change of theme can break. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** What is looked for: all rules or these alone, and whether what can be pressed is large enough. */
interface Looked {
  rules?: readonly string[]
  targets?: boolean
}

/** What axe-core finds wrong on a page as it stands, frames included: one line a rule, with the first place. */
export function findViolations(page: Page): Promise<string[]> {
  return runAxe(page)
}

/**
 * Likewise in both themes: all rules in the one that is on, then those about colours in the other one, which stays
 * on.
 */
export async function findViolationsInBothThemes(
  page: Page,
  { targets = false }: Pick<Looked, 'targets'> = {},
): Promise<string[]> {
  const found = await runAxe(page, { targets })
  const isDark = await page.evaluate(() => document.documentElement.classList.contains('dark'))
  await setTheme(page, isDark ? 'light' : 'dark')
  found.push(...(await runAxe(page, { rules: rulesOfColour })))
  return found
}

/** Changes the system's theme, which the page follows as long as the reader has chosen none. */
async function setTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.waitForFunction(
    (isDark) => document.documentElement.classList.contains('dark') === isDark,
    colorScheme === 'dark',
  )
}

async function runAxe(page: Page, { rules, targets = false }: Looked = {}): Promise<string[]> {
  await Promise.all(page.frames().map(injectAxe))
  const { violations, theme } = await page.evaluate(
    async ({ only, targets: isOfTargets }) => {
      const checker = (window as unknown as { axe: typeof axe }).axe
      const result = await checker.run(document, {
        resultTypes: ['violations'],
        // Style sheets of other hosts, which no page here has.
        preload: false,
        // WCAG 2.2 (2.5.8), which axe-core does not look for by itself.
        ...(isOfTargets && { rules: { 'target-size': { enabled: true } } }),
        ...(only && { runOnly: [...only] }),
      })
      const isDark = document.documentElement.classList.contains('dark')
      return { violations: result.violations, theme: isDark ? 'dark' : 'light' }
    },
    { only: rules, targets },
  )
  return violations.map(
    ({ id, nodes }) => `${theme}: ${id}, ${nodes.length} times: ${nodes[0]?.html ?? ''}`,
  )
}

async function injectAxe(frame: Frame): Promise<void> {
  const isThere = await frame.evaluate(() => 'axe' in window)
  if (!isThere) await frame.evaluate(axe.source)
}
