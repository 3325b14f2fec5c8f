import { expect } from 'vitest'
import type { BuiltPim } from './build-pim.ts'

export const tokenPath = '/api/oauth/v1/token'
export interface Tokens {
  access_token: string
  refresh_token: string
}

export interface Credentials {
  client_id: string
  secret: string
  username: string
  password: string
}

export async function connect(pim: BuiltPim): Promise<Credentials> {
  const draft = { code: 'harbour_pos', label: 'Harbour POS', flow_type: 'other' }
  return (await (await pim.screen('POST', '/rest/connections', draft)).json()) as Credentials
}

export function basic({ client_id, secret }: { client_id: string; secret: string }): string {
  return `Basic ${btoa(`${client_id}:${secret}`)}`
}

export function ask(
  pim: BuiltPim,
  credentials: { client_id: string; secret: string },
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return pim.send(tokenPath, {
    method: 'POST',
    headers: {
      authorization: basic(credentials),
      'content-type': 'application/json',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

export async function exchange(pim: BuiltPim, credentials: Credentials): Promise<Tokens> {
  const { username, password } = credentials
  const response = await ask(pim, credentials, { grant_type: 'password', username, password })
  expect(response.status).toBe(200)
  return (await response.json()) as Tokens
}

export async function refused(response: Response, code: number, message: string): Promise<void> {
  expect(response.status).toBe(code)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toEqual({ code, message })
}

/** The rule on which the newest exchange ended: the last step of the PIM's reasoning, which must have failed. */
export function lastFailure(pim: BuiltPim): string | undefined {
  const last = pim.lastChecks().at(-1)
  expect(last).toMatchObject({ ok: false, because: expect.stringMatching(/^["A-Z].*[^.]$/s) })
  return last?.id
}

export function callApi(pim: BuiltPim, token: string): Promise<Response> {
  return pim.api('GET', '/api/rest/v1/channels', { token })
}
