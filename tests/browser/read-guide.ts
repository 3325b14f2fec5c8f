import type { Page } from 'playwright-core'

/** What somebody reads who goes through a mission: each waits until it is there. */
export interface MissionGuide {
  /** The step that is the current one. */
  current(title: string): Promise<void>
  /** That all steps are done. */
  complete(): Promise<void>
  /** The heading of a screen of the PIM. */
  heading(name: string): Promise<void>
  /** The heading of a page of the app. */
  readsOnAppPage(heading: string): Promise<void>
  /** A text in any of the panes, or of the guide. */
  reads(text: string): Promise<void>
}

export function readGuide(page: Page): MissionGuide {
  const guide = page.getByRole('region', { name: 'Missions', exact: true })
  const step = guide.getByRole('list', { name: 'Steps' }).locator('[aria-current="step"]')
  const browser = page
    .getByRole('region', { name: 'Browser', exact: true })
    .or(page.getByRole('tabpanel', { name: 'Browser', exact: true }))
  return {
    current: (title) => step.filter({ hasText: title }).waitFor(),
    complete: () => guide.getByText('Mission complete.').waitFor(),
    heading: (name) => browser.getByRole('heading', { level: 1, name, exact: true }).waitFor(),
    readsOnAppPage: (name) =>
      browser.frameLocator('iframe').getByRole('heading', { name, exact: true }).waitFor(),
    reads: (text) => page.getByText(text).first().waitFor(),
  }
}
