import { parsed, type Talk } from './talk.ts'

export interface Credentials {
  readonly client_id: string
  readonly secret: string
  readonly username: string
  readonly password: string
}

/** Creates connections, shows, changes and deletes them (contract B). Gives the credentials of one that stays. */
export async function talkAboutConnections({ ask, screen }: Talk): Promise<Credentials> {
  const all = '/rest/connections'
  const draft = { code: 'orchard_dam', label: 'Orchard DAM', flow_type: 'data_source' }
  await screen('GET', all)
  await ask('GET', all)
  await screen('GET', `${all}/max-limit-reached`)
  const credentials = parsed<Credentials>(await screen('POST', all, draft))
  await screen('POST', all, draft)
  await screen('POST', all, {})
  await screen('POST', all, { ...draft, code: '?', label: 'ab' })
  await screen('POST', all, { ...draft, code: '', label: '' })
  await screen('POST', all, { ...draft, code: 'ab' })
  await screen('POST', all, { ...draft, code: 'a'.repeat(101), label: 'b'.repeat(101) })
  await screen('POST', all, { ...draft, code: 'second', flow_type: 'sideways' })
  await screen('POST', all, { ...draft, code: 'second', auditable: 'perhaps' })
  await screen('POST', all, '{')
  await screen('POST', all, '[]')
  await screen('POST', all, '"text"')
  await screen('POST', all, { ...draft, code: '__proto__' })
  await screen('POST', all, { code: 'harbour_pos', label: 'Hafen \u{1f6f3} é', flow_type: 'other' })
  await screen('POST', all, { ...draft, code: 'mill_shop', flow_type: 'data_destination' })

  const one = `${all}/orchard_dam`
  const settings = {
    label: 'Orchard',
    flow_type: 'data_destination',
    image: null,
    user_role_id: '2',
    user_group_id: null,
    auditable: true,
  }
  await screen('GET', one)
  await screen('GET', `${all}/nobody`)
  await screen('GET', `${all}/n%C3%B6body`)
  await ask('GET', one)
  await screen('POST', one, settings)
  await screen('POST', one, { ...settings, label: 'x' })
  await screen('POST', one, { ...settings, flow_type: 'none' })
  await screen('POST', one, { ...settings, image: 'no/such/picture.png' })
  await screen('POST', one, { ...settings, user_role_id: '999' })
  await screen('POST', one, { ...settings, user_group_id: '999' })
  await screen('POST', one, { ...settings, user_role_id: null })
  await screen('POST', one, { ...settings, user_role_id: '1' })
  await screen('POST', `${all}/nobody`, settings)
  await screen('POST', one, 'no json')
  await screen('GET', one)
  await screen('POST', `${all}/harbour_pos/regenerate-secret`)
  await screen('POST', `${all}/harbour_pos/regenerate-password`)
  await screen('POST', `${all}/nobody/regenerate-secret`)
  await screen('POST', `${all}/nobody/regenerate-password`)
  await ask('POST', `${all}/harbour_pos/regenerate-secret`)
  await screen('GET', `${all}/harbour_pos`)
  await screen('GET', `${all}/wrong-credentials-combination`)
  await screen('DELETE', `${all}/harbour_pos`)
  await screen('DELETE', `${all}/harbour_pos`)
  await ask('DELETE', `${all}/mill_shop`)
  await screen('PUT', all, draft)
  await screen('PATCH', one, settings)
  await screen('GET', all)
  return credentials
}

/** Event subscriptions (contract B.4). */
export async function talkAboutEvents({ ask, screen }: Talk): Promise<void> {
  const hook = '/rest/connections/orchard_dam/webhook'
  const subscription = { url: 'https://orchard.example.com/events', enabled: true }
  await screen('GET', hook)
  await screen('GET', '/rest/connections/nobody/webhook')
  await screen('POST', hook, subscription)
  await screen('POST', hook, { ...subscription, isUsingUuid: true })
  await screen('POST', hook, { ...subscription, is_using_uuid: true })
  await screen('POST', hook, { ...subscription, url: null })
  await screen('POST', hook, { ...subscription, url: 'no url' })
  await screen('POST', hook, { ...subscription, url: 7 })
  await screen('POST', hook, { ...subscription, enabled: 'yes' })
  await screen('POST', hook, { url: `https://orchard.example.com/${'a'.repeat(300)}` })
  await screen('POST', '/rest/connections/nobody/webhook', subscription)
  await screen('GET', `${hook}/regenerate-secret`)
  await screen('GET', '/rest/connections/nobody/webhook/regenerate-secret')
  await ask('GET', `${hook}/regenerate-secret`)
  await screen('POST', `${hook}/check-reachability`, { url: 'https://orchard.example.com' })
  await screen('POST', `${hook}/check-reachability`, { url: 'ftp://orchard.example.com' })
  await screen('POST', `${hook}/check-reachability`, { url: '' })
  await screen('POST', `${hook}/check-reachability`, '[')
  await screen('GET', hook)
}
