import { expect } from 'vitest'
import { challenge } from '../pim/activation.ts'
import { createVisitor, type Answer, type Visitor } from './visitor.ts'

export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** Registers a custom app as the form of the PIM does (contract D.3). */
export async function registerApp(pimUrl: string, appUrl: string): Promise<Credentials> {
  const answer = await createVisitor().call('POST', `${pimUrl}/rest/custom-apps`, {
    name: 'Sample app',
    activateUrl: `${appUrl}/activate`,
    callbackUrl: `${appUrl}/callback`,
  })
  expect(answer.status, answer.body).toBe(201)
  return JSON.parse(answer.body) as Credentials
}

/** Opens the activation URL of an app for a PIM. */
export function activate(visitor: Visitor, appUrl: string, pimUrl: string): Promise<Answer> {
  return visitor.get(`${appUrl}/activate?pim_url=${encodeURIComponent(pimUrl)}`)
}

/**
 * Walks from the button `Connect` of the PIM to the app, back to the PIM and through its wizard, which is left out when
 * the app is connected already (contract E.1). Returns the address of the callback, not opened yet.
 */
export async function authorize(visitor: Visitor, pimUrl: string, clientId: string): Promise<URL> {
  const button = await visitor.call('GET', `${pimUrl}/rest/apps/activate/${clientId}`)
  expect(button.status, button.body).toBe(200)
  const activation = await visitor.get((JSON.parse(button.body) as { url: string }).url)
  expect(activation.status, activation.body).toBe(302)
  const authorization = await visitor.get(activation.location)
  expect(authorization.status, authorization.body).toBe(302)
  if (!authorization.location.startsWith(`${pimUrl}/#`)) return new URL(authorization.location)

  expect(authorization.location).toBe(`${pimUrl}/#/connect/apps/authorize?client_id=${clientId}`)
  return confirm(visitor, pimUrl, clientId)
}

/** Presses the last button of the wizard: the address of the callback. */
async function confirm(visitor: Visitor, pimUrl: string, clientId: string): Promise<URL> {
  const address = `${pimUrl}/rest/apps/confirm-authorization/${clientId}`
  const confirmation = await visitor.call('POST', address)
  expect(confirmation.status, confirmation.body).toBe(200)
  return new URL((JSON.parse(confirmation.body) as { redirectUrl: string }).redirectUrl)
}

/** Asks the PIM for authorization with scopes of one's own, and confirms: the code. */
export async function codeWith(
  visitor: Visitor,
  pimUrl: string,
  clientId: string,
  scope: string,
): Promise<string> {
  const query = new URLSearchParams({ response_type: 'code', client_id: clientId, scope })
  const asked = await visitor.get(`${pimUrl}/connect/apps/v1/authorize?${query}`)
  expect(asked.location).toBe(`${pimUrl}/#/connect/apps/authorize?client_id=${clientId}`)
  return (await confirm(visitor, pimUrl, clientId)).searchParams.get('code') ?? ''
}

/** The token of an app that was granted these scopes. */
export async function authorizeWith(
  visitor: Visitor,
  pimUrl: string,
  { clientId, clientSecret }: Credentials,
  scope: string,
): Promise<string> {
  const identifier = 'an-identifier'
  const response = await fetch(`${pimUrl}/connect/apps/v1/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: clientId,
      code: await codeWith(visitor, pimUrl, clientId, scope),
      grant_type: 'authorization_code',
      code_identifier: identifier,
      code_challenge: challenge(identifier, clientSecret),
    }),
  })
  const answer = (await response.json()) as { access_token?: string }
  expect(response.status).toBe(200)
  return answer.access_token ?? ''
}
