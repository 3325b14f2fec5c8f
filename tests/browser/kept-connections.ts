import { expect } from 'vitest'
import type { Page } from 'playwright-core'

// What a browser keeps of the PIM is told by the connections that are there after a reload.

/** An article with a widget that shows the PIM. */
export const article = '/articles/manage-your-connections.html'

/** The screen of the PIM that lists the connections. */
export const connections = '/connect/connection-settings'

/** Reads to the widget, which loads it, and past it. */
export async function readArticle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Manage your connections' }).waitFor()
  await page.getByText('Try it here.').scrollIntoViewIfNeeded()
  await page.getByText('Answer up to three questions').waitFor()
  await page.getByRole('heading', { level: 2, name: 'Delete a connection' }).waitFor()
}

/** Creates a connection on the screen that lists them, and comes back to it. */
export async function createConnection(page: Page, label: string): Promise<void> {
  const pim = page.getByRole('region', { name: 'Browser' })
  // A person's press takes a while: what it starts must not move the button away before the finger is up.
  await pim.getByRole('button', { name: 'Create', exact: true }).click({ delay: 150 })
  await pim.getByLabel('Label (required)').fill(label)
  await pim.getByRole('button', { name: 'Save' }).click()
  await pim.getByText('Make sure to save this password').waitFor()
  await pim.getByRole('link', { name: 'Back to Connect' }).click()
  await pim.getByRole('link', { name: label }).waitFor()
}

/** Waits for the list of connections, which must hold these and no others. */
export async function expectConnections(page: Page, labels: readonly string[]): Promise<void> {
  const pim = page.getByRole('region', { name: 'Browser' })
  const link = (name: string) => pim.getByRole('link', { name, exact: true })
  await pim.getByRole('heading', { level: 1, name: 'Connection settings' }).waitFor()
  for (const label of labels) await link(label).waitFor()
  for (const label of ['Fernwood ERP', 'Larkspur Shop', 'Harbour Shop']) {
    expect(await link(label).count(), label).toBe(labels.includes(label) ? 1 : 0)
  }
}
