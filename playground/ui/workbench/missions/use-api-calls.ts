import { shallowRef, type ShallowRef } from 'vue'
import type { HttpResponse } from '../../../flow/exchange.ts'
import { useWorkbench } from '../workbench.ts'

export interface ApiCalls {
  /** The answer in a sentence, or why there is none. */
  outcome: ShallowRef<string>
  isRefused: ShallowRef<boolean>
  isBusy: ShallowRef<boolean>
  /** Asks for a token with the credentials of a connection (contract C). Gives it, or undefined. */
  askForToken(credentials: ConnectionCredentials): Promise<string | undefined>
  listProducts(token: string): Promise<void>
}

export interface ConnectionCredentials {
  readonly clientId: string
  readonly secret: string
  readonly username: string
  readonly password: string
}

/** The calls of a small client outside of the PIM; each is an arrow of the flow. */
export function useApiCalls(): ApiCalls {
  const { network, pim } = useWorkbench()
  const outcome = shallowRef('')
  const isRefused = shallowRef(false)
  const isBusy = shallowRef(false)

  async function send(
    path: string,
    request: { method: string; headers: Record<string, string>; body: string },
    describe: (body: Record<string, unknown>) => string,
  ): Promise<Record<string, unknown> | undefined> {
    isBusy.value = true
    outcome.value = ''
    try {
      const url = pim.url + path
      const response = await network.send({ from: 'app', to: 'pim', request: { url, ...request } })
      const body = readObject(response)
      isRefused.value = response.status !== 200
      const said = typeof body['message'] === 'string' ? body['message'] : 'No reason given'
      outcome.value = `Status ${response.status}: ${isRefused.value ? said : describe(body)}`
      return isRefused.value ? undefined : body
    } catch (error) {
      isRefused.value = true
      outcome.value = (error as Error).message
      return undefined
    } finally {
      isBusy.value = false
    }
  }

  return {
    outcome,
    isRefused,
    isBusy,
    async askForToken({ clientId, secret, username, password }) {
      const request = {
        method: 'POST',
        headers: {
          authorization: `Basic ${toBase64(`${clientId}:${secret}`)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ grant_type: 'password', username, password }),
      }
      const body = await send('/api/oauth/v1/token', request, ({ expires_in: seconds }) =>
        typeof seconds === 'number' ? `a token for ${seconds / 60} minutes` : 'a token',
      )
      return typeof body?.['access_token'] === 'string' ? body['access_token'] : undefined
    },
    async listProducts(token) {
      const headers = { accept: 'application/json', authorization: `Bearer ${token}` }
      const request = { method: 'GET', headers, body: '' }
      await send('/api/rest/v1/products?limit=10', request, countItems)
    },
  }
}

function countItems({ _embedded: embedded }: Record<string, unknown>): string {
  const items = (embedded as { items?: unknown } | undefined)?.items
  return Array.isArray(items) ? `${items.length} products` : 'no list'
}

function readObject({ body }: HttpResponse): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** Base64 of the UTF-8 bytes (RFC 7617, section 2.1). */
function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
