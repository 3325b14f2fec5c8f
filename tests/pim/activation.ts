import { createHash } from 'node:crypto'
import type { BuiltPim } from './build-pim.ts'

export interface AppCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

export const appDraft = {
  name: 'Lantern Feeds',
  activateUrl: 'https://lantern.example.com/activate',
  callbackUrl: 'https://lantern.example.com/callback',
}

/** Declares a custom app. */
export async function registerApp(
  pim: BuiltPim,
  changes: Partial<typeof appDraft> = {},
): Promise<AppCredentials> {
  const response = await pim.screen('POST', '/rest/custom-apps', { ...appDraft, ...changes })
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as AppCredentials
}

/** The authorization request of an app; what is undefined is left out. */
export function authorize(
  pim: BuiltPim,
  parameters: Record<string, string | undefined>,
): Promise<Response> {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return pim.send(`/connect/apps/v1/authorize?${new URLSearchParams(given)}`)
}

/** The authorization request of an app that does everything right. */
export function ask(
  pim: BuiltPim,
  app: AppCredentials,
  scope = '',
  state?: string,
): Promise<Response> {
  return authorize(pim, { response_type: 'code', client_id: app.clientId, scope, state })
}

/** Confirms the wizard and gives the address that the browser goes to. */
export async function confirm(pim: BuiltPim, app: AppCredentials): Promise<URL> {
  const response = await pim.screen('POST', `/rest/apps/confirm-authorization/${app.clientId}`)
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return new URL(((await response.json()) as { redirectUrl: string }).redirectUrl)
}

/** Goes from the authorization request through the wizard to a code. */
export async function obtainCode(pim: BuiltPim, app: AppCredentials, scope = ''): Promise<string> {
  await ask(pim, app, scope)
  return (await confirm(pim, app)).searchParams.get('code') ?? ''
}

export function challenge(identifier: string, secret: string): string {
  return createHash('sha256')
    .update(identifier + secret)
    .digest('hex')
}

/** The parameters with which an app redeems a code. */
export function tokenRequest(
  app: AppCredentials,
  code: string,
  changes: Record<string, string> = {},
): Record<string, string> {
  return {
    client_id: app.clientId,
    code,
    grant_type: 'authorization_code',
    code_identifier: 'an-identifier',
    code_challenge: challenge('an-identifier', app.clientSecret),
    ...changes,
  }
}

/** Redeems a code with a form, as the documentation has it. */
export function redeem(pim: BuiltPim, parameters: Record<string, string>): Promise<Response> {
  return pim.send('/connect/apps/v1/oauth2/token', {
    method: 'POST',
    body: new URLSearchParams(parameters),
  })
}

export interface AppToken {
  readonly access_token: string
  readonly token_type: string
  readonly scope: string
}

/** The whole activation: the app's token. */
export async function activate(
  pim: BuiltPim,
  app: AppCredentials,
  scope = 'read_products',
): Promise<AppToken> {
  const response = await redeem(pim, tokenRequest(app, await obtainCode(pim, app, scope)))
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as AppToken
}
