import { parsed, type Talk } from './talk.ts'

interface Role {
  readonly id: string
  readonly code: string
  readonly acls: readonly string[]
}

/** Who may do what, and who is signed in. */
export async function talkAboutPeople({ ask, screen }: Talk): Promise<void> {
  await screen('GET', '/rest/user')
  await screen('GET', '/rest/feature-flags')
  await screen('GET', '/rest/user-groups')
  await ask('GET', '/rest/user')
  await ask('GET', '/user/login')
  const roles = parsed<Role[]>(await screen('GET', '/rest/roles'))
  const [role] = roles.toReversed()
  const acls = `/rest/roles/${role?.id}/acls`
  await screen('PUT', acls, { acls: role?.acls.slice(1) })
  await screen('PUT', acls, { acls: ['no_such_right'] })
  await screen('PUT', acls, { acls: 'all' })
  await screen('PUT', acls, [])
  await screen('PUT', '/rest/roles/999/acls', { acls: [] })
  await ask('PUT', acls, {}, { acls: [] })
  await screen('PUT', acls, { acls: role?.acls })

  await ask('GET', '/_control/session')
  await ask('PUT', '/_control/session', {}, { username: 'noor' })
  await screen('GET', '/rest/user')
  await screen('GET', '/rest/connections')
  await screen('POST', '/rest/connections', { code: 'unwanted', label: 'Unwanted' })
  await screen('GET', '/rest/custom-apps')
  await screen('GET', '/rest/apps/connected-apps')
  await screen('GET', '/rest/connections/fernwood_erp/webhook')
  await screen('GET', '/rest/connections/fernwood_erp/business-errors')
  await ask('PUT', '/_control/session', {}, { username: 'nobody' })
  await ask('PUT', '/_control/session', {}, { username: 5 })
  await ask('PUT', '/_control/session', {}, { username: 'admin', more: true })
  await ask('PUT', '/_control/session', {}, { username: 'admin' })

  await screen('GET', '/rest/app-permissions')
  await screen('GET', '/rest/app-permissions/app_harbour')
  await screen('PUT', '/rest/app-permissions/app_harbour', {})
  await screen('GET', '/notification/list')
  await screen('GET', '/notification/list?skip=10')
  await screen('GET', '/notification/count_unread')
  await screen('POST', '/notification/mark_viewed')
  await screen('POST', '/notification/mark_viewed/77')
  await screen('DELETE', '/notification/remove/77')
  await ask('GET', '/notification/list')
}
