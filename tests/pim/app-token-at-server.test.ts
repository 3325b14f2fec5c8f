import { afterEach, beforeEach, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../../playground/hosts/node/index.ts'
import { appDraft, tokenRequest, type AppCredentials } from './activation.ts'

let server: RunningServer

beforeEach(async () => {
  server = await startServer()
})

afterEach(() => server.close())

async function screen<Answer>(path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'XMLHttpRequest' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return (await response.json()) as Answer
}

/** Goes through an activation over HTTP, up to the code. */
async function obtainCode(scope: string): Promise<{ app: AppCredentials; code: string }> {
  const app = await screen<AppCredentials>('/rest/custom-apps', appDraft)
  const query = new URLSearchParams({ response_type: 'code', client_id: app.clientId, scope })
  await fetch(`${server.url}/connect/apps/v1/authorize?${query}`, { redirect: 'manual' })
  const { redirectUrl } = await screen<{ redirectUrl: string }>(
    `/rest/apps/confirm-authorization/${app.clientId}`,
  )
  return { app, code: new URL(redirectUrl).searchParams.get('code') ?? '' }
}

test.each(['read_products', 'openid profile read_products'])(
  'one code, 100 requests at once over HTTP: exactly one token, and the rest invalid_grant (%s)',
  async (scope) => {
    const { app, code } = await obtainCode(scope)
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const response = await fetch(`${server.url}/connect/apps/v1/oauth2/token`, {
          method: 'POST',
          body: new URLSearchParams(tokenRequest(app, code)),
        })
        return { status: response.status, body: (await response.json()) as { error?: string } }
      }),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = answers.filter(({ status }) => status === 400)
    expect(refused).toHaveLength(99)
    expect(new Set(refused.map(({ body }) => body.error))).toEqual(new Set(['invalid_grant']))
  },
)
