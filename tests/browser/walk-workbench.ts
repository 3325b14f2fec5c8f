import type { Playground } from './open-playground.ts'

/**
 * Walks through the workbench around a whole activation, and stops wherever it shows something of its own. The
 * screens of the PIM, which stand in one of its panes, are visited by `pim-screens-accessibility.test.ts`.
 *
 * @param stop called with the name of each stop, when it is there
 */
export async function walkWorkbench(
  playground: Playground,
  stop: (name: string) => Promise<void>,
): Promise<void> {
  const { page, pim, app, flow, show, goTo, heading } = playground
  await goTo('/connect/connection-settings/fernwood_erp/delete')
  await pim.getByRole('dialog').getByText('Confirm deletion').waitFor()
  await stop('a question of the PIM')
  await goTo('/connect/custom-apps/create')
  await heading('App information')
  await playground.declareApp('Harbour Sync')
  await stop('new app, credentials')
  await playground.replaceInSource('read_products write_products', 'openid email read_products')
  await stop('your app, found and replaced')
  await app.getByRole('tab', { name: 'Configuration' }).click()
  await stop('your app, configuration')
  await app.getByRole('tab', { name: 'Activation' }).click()
  await playground.runApp()
  await stop('your app, running')
  await page.getByText('Step by step').click()
  await playground.startConnecting('Harbour Sync')
  await show('Flow')
  await flow.getByRole('form', { name: 'Held: Activate the app' }).waitFor()
  await stop('a hop is held')
  await page.getByText('Run', { exact: true }).first().click()
  await show('Browser')
  await pim.getByText('View your email address').waitFor()
  await pim.getByRole('button', { name: 'Allow and next' }).click()
  await pim.getByText('View products and product models').waitFor()
  await playground.confirm()
  await playground.appPage.getByRole('heading', { name: 'Connected' }).waitFor()
  await stop('the app’s page')
  await show('Flow')
  await flow.getByRole('button', { name: /^Exchange the code for a token/ }).click()
  await flow.getByText('Why the PIM answered so').waitFor()
  await stop('an exchange')
  await playground.callApi('products')
  await flow.getByText('Status 200, 10 items').waitFor()
  await stop('the API’s answer')
}
