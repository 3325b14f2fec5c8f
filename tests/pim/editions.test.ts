import { expect, test } from 'vitest'
import { activate, ask, registerApp } from './activation.ts'
import { buildPim } from './build-pim.ts'

const enterprise =
  'read_asset_families write_assets delete_assets read_reference_entities write_reference_entity_records'

test.each([
  ['CE', false],
  ['GE', false],
  ['EE', true],
] as const)('%s: the wizard has a step for permissions: %s', async (edition, isOn) => {
  const pim = buildPim({ scenario: { edition } })
  const response = await pim.screen('GET', '/rest/feature-flags')
  expect(await response.json()).toEqual({
    marketplace_activate: true,
    connect_app_with_permissions: isOn,
  })
})

test.each(['CE', 'GE'] as const)(
  '%s drops the scopes of the Enterprise Edition',
  async (edition) => {
    const pim = buildPim({ scenario: { edition } })
    const token = await activate(pim, await registerApp(pim), `${enterprise} read_products`)
    expect(token.scope).toBe('read_products')
  },
)

test('EE grants its scopes, and gives the role their rights', async () => {
  const pim = buildPim({ scenario: { edition: 'EE' } })
  const app = await registerApp(pim)
  const token = await activate(pim, app, enterprise)
  expect(token.scope.split(' ')).toEqual(enterprise.split(' ').sort())
  const { connectedApps, roles } = await pim.dump()
  const role = roles.find(({ id }) => id === connectedApps[0]?.roleId)
  expect(role?.acls).toEqual(
    expect.arrayContaining(['pim_api_asset_remove', 'pim_api_reference_entity_record_edit']),
  )
})

test('EE names its scopes in the wizard', async () => {
  const pim = buildPim({ scenario: { edition: 'EE' } })
  const app = await registerApp(pim)
  await ask(pim, app, 'write_assets read_reference_entities')
  const response = await pim.screen('GET', `/rest/apps/load-wizard-data/${app.clientId}`)
  expect(await response.json()).toMatchObject({
    scopeMessages: [
      { icon: 'reference_entity', type: 'view', entities: 'reference_entity' },
      { icon: 'assets', type: 'edit', entities: 'assets' },
    ],
  })
})

const workflows =
  'read_workflows read_workflow_step_assignees read_workflow_tasks write_workflow_tasks'
const suggestions = 'create_suggestions manage_suggestions read_suggestions'

test('EE knows the scopes on workflows and suggestions, other editions drop them', async () => {
  const asked = `${workflows} ${suggestions}`
  for (const [edition, granted] of [
    ['EE', asked],
    ['GE', ''],
    ['CE', ''],
  ] as const) {
    const pim = buildPim({ scenario: { edition } })
    const token = await activate(pim, await registerApp(pim), asked)
    expect(token.scope).toBe(granted.split(' ').sort().join(' '))
  }
})

test('EE names workflows and suggestions in the wizard, each group once', async () => {
  const pim = buildPim({ scenario: { edition: 'EE' } })
  const app = await registerApp(pim)
  await ask(pim, app, `${workflows} ${suggestions}`)
  const response = await pim.screen('GET', `/rest/apps/load-wizard-data/${app.clientId}`)
  expect(await response.json()).toMatchObject({
    scopeMessages: [
      { icon: 'suggestions', type: 'delete', entities: 'suggestions' },
      {
        icon: 'workflow_step_assignees',
        type: 'view',
        entities: 'workflow_step_assignees',
      },
      { icon: 'workflows', type: 'view', entities: 'workflows' },
      { icon: 'workflow_tasks', type: 'edit', entities: 'workflow_tasks' },
    ],
  })
})

test.each(['CE', 'GE', 'EE'] as const)(
  'GET /system-information names the edition %s',
  async (edition) => {
    const pim = buildPim({ scenario: { edition } })
    const { access_token: token } = await activate(pim, await registerApp(pim))
    const response = await pim.api('GET', '/api/rest/v1/system-information', { token })
    expect(await response.json()).toMatchObject({ edition })
  },
)
