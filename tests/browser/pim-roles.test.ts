import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectedApp, connectionCode, enterprise } from './pim-app-states.ts'
import { openScreens, type Screens } from './open-screens.ts'

const list = '/system/roles'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start())

const tab = (name: string) => screens.page.getByRole('tab', { name, exact: true })

/** Opens the administrator's role and ticks, or not, one permission. */
async function allow(permission: string, isAllowed: boolean): Promise<void> {
  await screens.open(`${list}/1`)
  await tab('Permissions').click()
  await screens.page.getByLabel(permission, { exact: true }).setChecked(isAllowed)
  await screens.button('Save').click()
  await screens.flash('Role saved.')
}

test('roles are listed with the people who have them; those of apps are not', async () => {
  await screens.start(connectedApp(1))
  await screens.open(list)
  const rows = screens.page.getByRole('row')
  await screens.link('Administrator').waitFor()
  expect((await rows.allInnerTexts()).map((row) => row.split(/\s+/))).toEqual([
    ['ROLE', 'USERS'],
    ['Administrator', 'admin'],
    ['User', 'None'],
    ['Visitor', 'noor'],
  ])
})

test('one role among the many says what it is and who has it', async () => {
  await screens.open(list)
  await screens.link('Visitor').click()
  await screens.heading('Edit - Visitor')
  expect(await screens.page.getByLabel('Code').inputValue()).toBe('ROLE_VISITOR')
  await tab('Users').click()
  await screens.page.getByRole('listitem').filter({ hasText: 'noor' }).waitFor()
  await screens.open(`${list}/2`)
  await tab('Users').click()
  await screens.text('No user has this role')
})

test('a list of roles that cannot be had says so, and loads on the second try', async () => {
  await screens.breakNetwork('/rest/roles')
  await screens.open(list)
  await screens.page
    .getByRole('alert')
    .getByText('The PIM cannot be reached', { exact: true })
    .waitFor()
  await screens.mendNetwork()
  await screens.button('Try again').click()
  await screens.link('Administrator').waitFor()
})

test('a role that does not exist is not found', async () => {
  await screens.open(`${list}/99`)
  await screens.text('This role does not exist')
})

test('the permissions have the labels of the menu Connect, in their order', async () => {
  await screens.open(`${list}/1`)
  await tab('Permissions').click()
  const group = screens.page.getByRole('group', { name: 'Connect' })
  expect(await group.getByRole('checkbox').count()).toBe(4)
  expect((await group.innerText()).split('\n').filter((line) => line.trim() !== '')).toEqual([
    'Connect',
    'Manage connections settings',
    'Manage apps',
    'Open apps',
    'Create and delete custom apps',
  ])
  await tab('Web API permissions').click()
  const products = screens.page.getByRole('group', { name: 'Products' })
  await products.getByLabel('Create and update products').waitFor()
})

test('tabs are walked through with the arrow keys', async () => {
  await screens.open(`${list}/1`)
  await tab('General').focus()
  await screens.page.keyboard.press('ArrowRight')
  await expect.poll(() => tab('Permissions').getAttribute('aria-selected')).toBe('true')
  await screens.page.keyboard.press('End')
  await expect.poll(() => tab('Users').getAttribute('aria-selected')).toBe('true')
  await screens.page.keyboard.press('ArrowRight')
  await expect.poll(() => tab('General').getAttribute('aria-selected')).toBe('true')
})

test('without Manage connections settings nobody gets to a connection', async () => {
  await allow('Manage connections settings', false)
  await screens.link('Connect').click()
  await screens.link('Connection settings').click()
  await screens.link('Fernwood ERP').waitFor()
  await expect.poll(() => screens.button('Create').isDisabled()).toBe(true)
  await screens.link('Fernwood ERP').click()
  await screens.text('You are not allowed to see this page')
  await allow('Manage connections settings', true)
  await screens.open('/connect/connection-settings')
  await expect.poll(() => screens.button('Create').isDisabled()).toBe(false)
})

test('without Create and delete custom apps there is no button for it, and with it there is', async () => {
  for (const isAllowed of [false, true]) {
    await allow('Create and delete custom apps', isAllowed)
    await screens.link('Connect').click()
    await screens.link('App Store').click()
    await screens.section('Apps').waitFor()
    await screens.button('Create an App').waitFor({ state: isAllowed ? 'visible' : 'detached' })
  }
})

test('without Manage apps nothing is connected, and without Open apps nothing is opened', async () => {
  await screens.start(connectedApp(1))
  await allow('Manage apps', false)
  await allow('Open apps', false)
  await screens.open('/connect/connected-apps')
  await expect.poll(() => screens.button('Manage app').isDisabled()).toBe(true)
  await expect.poll(() => screens.button('Open App').isDisabled()).toBe(true)
  await screens.open('/connect/app-store')
  const shelfline = screens.page.getByRole('listitem').filter({ hasText: 'Shelfline' }).first()
  await expect
    .poll(() => shelfline.getByRole('button', { name: 'Connect' }).isDisabled())
    .toBe(true)
})

test('an Enterprise Edition has a permission for each part of the catalogue; without it that part can only be read', async () => {
  await screens.open(`${list}/1`)
  await tab('Permissions').click()
  await screens.page.getByLabel('Open apps').waitFor()
  expect(await screens.page.getByLabel(/^Manage .* permissions$/).count()).toBe(0)
  await screens.start(connectedApp(1), enterprise)
  await allow('Manage category permissions', false)
  await screens.open(`/connect/connected-apps/${connectionCode(1)}?tab=permissions`)
  const categories = screens.section('Categories')
  await categories.getByText('Your role does not let you change').waitFor()
  expect(await categories.getByLabel('All').count()).toBe(0)
  await screens.section('Locales').getByLabel('All').first().check()
  await screens.button('Save').click()
  await screens.flash('App settings successfully updated.')
  await allow('Manage category permissions', true)
  await screens.open(`/connect/connected-apps/${connectionCode(1)}?tab=permissions`)
  await categories.getByLabel('All').first().waitFor()
})

test('a role that cannot be saved keeps what was ticked, and asks before that is lost', async () => {
  await screens.open(`${list}/1`)
  await tab('Permissions').click()
  await screens.page.getByLabel('Open apps').uncheck()
  await screens.breakNetwork('/rest/roles', 500)
  await screens.button('Save').click()
  await screens.flash('Sorry, an error occurred while saving the role.')
  expect(await screens.page.getByLabel('Open apps').isChecked()).toBe(false)
  await screens.link('Connect').click()
  await screens.dialog.getByRole('button', { name: 'Stay' }).click()
  await screens.heading('Edit - Administrator')
})
