import type { Playground } from './open-playground.ts'

/**
 * Walks through every screen of the PIM and the workbench around a whole activation, and stops at each one that has
 * something of its own to see.
 *
 * @param stop called with the name of each stop, when it is there
 */
export async function walkScreens(
  playground: Playground,
  stop: (name: string) => Promise<void>,
): Promise<void> {
  await visitConnections(playground, stop)
  await visitRoles(playground, stop)
  await declareApp(playground, stop)
  await connectApp(playground, stop)
  await visitConnectedApp(playground, stop)
}

type Stop = (name: string) => Promise<void>

async function visitConnections({ pim, goTo, heading }: Playground, stop: Stop): Promise<void> {
  const button = (name: string) => pim.getByRole('button', { name, exact: true })
  const dialog = pim.getByRole('dialog')

  await goTo('/connect/data-flows')
  await pim.getByText('Inbound').waitFor()
  await stop('data flows')
  await goTo('/connect/connection-settings')
  await pim.getByRole('link', { name: 'Fernwood ERP' }).waitFor()
  await stop('connections')
  await goTo('/connect/connection-settings/create')
  await heading('Create a new connection')
  await stop('new connection')
  await button('Save').click()
  await pim.getByText('Connection label is required.').waitFor()
  await stop('new connection, refused')
  await pim.getByLabel('Label (required)').fill('Harbour Shop')
  await button('Save').click()
  await pim.getByText('Make sure to save this password').waitFor()
  await stop('connection, just created')
  await goTo('/connect/connection-settings/fernwood_erp/edit')
  await pim.getByText('If you forgot your password').waitFor()
  await stop('connection')
  await button('Other actions').click()
  await stop('connection, other actions')
  await pim.getByRole('menuitem', { name: 'Delete' }).click()
  await dialog.getByText('Confirm deletion').waitFor()
  await stop('connection, delete')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await button('Regenerate the secret').click()
  await dialog.getByText('Confirm regeneration').waitFor()
  await stop('connection, regenerate')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
}

async function visitRoles({ pim, goTo }: Playground, stop: Stop): Promise<void> {
  await goTo('/system/roles')
  const role = pim.getByRole('link', { name: 'Administrator' })
  await role.waitFor()
  await stop('roles')
  await role.click()
  for (const name of ['Permissions', 'Web API permissions', 'Users', 'General']) {
    await pim.getByRole('tab', { name, exact: true }).click()
    await stop(`role, ${name}`)
  }
}

async function declareApp(playground: Playground, stop: Stop): Promise<void> {
  const { pim, goTo, heading } = playground
  await goTo('/connect/connected-apps')
  await pim.getByText('No apps connected yet.').waitFor()
  await stop('connected apps, none')
  await goTo('/connect/app-store')
  await pim.getByRole('button', { name: 'Create an App' }).click()
  await heading('App information')
  await stop('new app')
  await playground.declareApp('Harbour Sync')
  await stop('new app, credentials')
  await pim.getByRole('button', { name: 'Done' }).click()
  await pim.getByText('My custom apps').waitFor()
  await stop('app store')
  await pim.getByRole('link', { name: 'Delete Harbour Sync' }).click()
  await stop('app store, delete')
  await pim.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await goTo('/connect/apps/authorize?error=unknown')
  await pim.getByText('Please, contact the App support.').waitFor()
  await stop('authorization refused')
}

async function connectApp(playground: Playground, stop: Stop): Promise<void> {
  const { page, pim, app, flow, show } = playground
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
  await stop('wizard, authentication')
  await pim.getByRole('button', { name: 'Allow and next' }).click()
  await pim.getByText('View products and product models').waitFor()
  await stop('wizard, authorizations')
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

async function visitConnectedApp({ pim, goTo }: Playground, stop: Stop): Promise<void> {
  const dialog = pim.getByRole('dialog')
  await goTo('/connect/connected-apps')
  const manage = pim.getByRole('button', { name: 'Manage app' })
  await manage.waitFor()
  await stop('connected apps')
  await manage.click()
  await pim.getByText('View products and product models').waitFor()
  await stop('connected app')
  await pim.getByRole('button', { name: 'Regenerate' }).click()
  await dialog.getByText('Confirm regenerate').waitFor()
  await stop('connected app, regenerate')
  await dialog.getByRole('button', { name: 'Regenerate' }).click()
  await dialog.getByText('New credentials').waitFor()
  await stop('connected app, new credentials')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await pim.getByRole('tab', { name: 'Error monitoring' }).click()
  await stop('connected app, error monitoring')
  await pim.getByRole('button', { name: 'Other actions' }).click()
  await pim.getByRole('menuitem', { name: 'Delete' }).click()
  await dialog.getByText('Confirm').first().waitFor()
  await stop('connected app, delete')
}
