import { parsed, type Talk } from './talk.ts'

export interface App {
  readonly clientId: string
  readonly clientSecret: string
}

export const draft = {
  name: 'Harbour Sync',
  activateUrl: 'http://localhost:8000/activate',
  callbackUrl: 'http://localhost:8000/callback',
}

/** Apps that are declared in the PIM (contract D). Gives one that stays. */
export async function talkAboutCustomApps({ ask, screen }: Talk): Promise<App> {
  const all = '/rest/custom-apps'
  await screen('GET', all)
  await ask('GET', all)
  await screen('GET', `${all}/max-limit-reached`)
  await screen('POST', all, {})
  await screen('POST', all, { ...draft, name: 'ab' })
  await screen('POST', all, { ...draft, name: 'a'.repeat(256) })
  await screen('POST', all, { ...draft, activateUrl: 'no url' })
  await screen('POST', all, { ...draft, activateUrl: `https://a.example.com/${'a'.repeat(255)}` })
  await screen('POST', all, { ...draft, callbackUrl: 'javascript:alert(1)' })
  await screen('POST', all, { ...draft, callbackUrl: '' })
  await screen('POST', all, { ...draft, name: null })
  await screen('POST', all, 'x')
  await ask('POST', all, {}, draft)
  const app = parsed<App & Record<string, string>>(await screen('POST', all, draft))
  const other = parsed(await screen('POST', all, { ...draft, name: 'Quay Ledger' }))
  await screen('GET', all)
  await screen('GET', `${all}/${app.clientId}/secret`)
  await screen('GET', `${all}/nobody/secret`)
  await screen('POST', `${all}/${other['clientId']}/secret`)
  await screen('POST', `${all}/nobody/secret`)
  await ask('POST', `${all}/${other['clientId']}/secret`)
  await screen('DELETE', `${all}/${other['clientId']}`)
  await screen('DELETE', `${all}/${other['clientId']}`)
  await ask('DELETE', `${all}/${app.clientId}`)

  // Their addresses until 2022.
  const old = '/rest/marketplace/test-apps'
  await screen('GET', old)
  await screen('GET', `${old}/max-limit-reached`)
  const { clientId } = parsed(await screen('POST', old, { ...draft, name: 'Old Pier' }))
  await screen('DELETE', `${old}/${clientId}`)
  await screen('DELETE', `${old}/nobody`)

  await screen('GET', '/rest/marketplace/apps')
  await screen('GET', '/rest/marketplace/extensions')
  await screen('GET', '/rest/marketplace/marketplace-url')
  await ask('GET', '/rest/marketplace/apps')
  return app
}

/** The same from outside, with a token (contract D.4). */
export async function talkAboutTestApps(talk: Talk, token: string): Promise<void> {
  const rest = talk.rest(token)
  const path = '/test-apps'
  const external = {
    name: 'Breakwater',
    activate_url: 'https://breakwater.example.com/activate',
    callback_url: 'https://breakwater.example.com/callback',
  }
  await rest('GET', path)
  await talk.ask('GET', `/api/rest/v1${path}`)
  await rest('POST', path, {})
  await rest('POST', path, { ...external, name: 'a' })
  await rest('POST', path, { ...external, activate_url: 'here' })
  await rest('POST', path, '{')
  const { client_id: clientId } = parsed(await rest('POST', path, external))
  await rest('GET', path)
  await rest('DELETE', `${path}/nobody`)
  await rest('DELETE', `${path}/${clientId}`)
  await rest('DELETE', `${path}/${clientId}`)
}
