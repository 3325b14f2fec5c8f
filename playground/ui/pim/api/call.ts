import type { Reader } from './read.ts'

/** How a page reaches its PIM. */
export type PimFetch = (path: string, init?: RequestInit) => Promise<Response>

/** Why there is no value: nobody answered, or the PIM refused. `body` is the answer as far as it is JSON. */
export interface Refusal {
  ok: false
  reason: 'unreachable' | 'signed-out' | 'forbidden' | 'missing' | 'refused' | 'failed'
  status: number
  body: unknown
}

export type Answer<T> = { ok: true; value: T } | Refusal

export interface CallOptions<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON, or as it is when it is a form. */
  body?: unknown
  /** Reads the JSON of a successful answer. Without it the body is not looked at. */
  read: Reader<T>
}

export type Call = <T>(path: string, options: CallOptions<T>) => Promise<Answer<T>>

/** For answers without a body. */
export const readNothing: Reader<null> = () => null

/** Makes the call that all screens use: as the PIM's own pages do it, with `X-Requested-With`. Never throws. */
export function createCall(fetch: PimFetch): Call {
  return async (path, { method = 'GET', body, read }) => {
    const response = await send(fetch, path, method, body)
    if (!response) return refusal('unreachable', 0, null)
    const content = await readJson(response)
    if (!response.ok) return refusal(reasonFor(response.status), response.status, content)
    try {
      return { ok: true, value: read(content) }
    } catch {
      return refusal('failed', response.status, content)
    }
  }
}

async function send(
  fetch: PimFetch,
  path: string,
  method: string,
  body: unknown,
): Promise<Response | null> {
  const headers = new Headers({
    Accept: 'application/json',
    'X-Requested-With': 'XMLHttpRequest',
  })
  const init: RequestInit = { method, headers }
  if (body instanceof FormData) {
    init.body = body
  } else if (body !== undefined) {
    headers.set('Content-Type', 'application/json')
    init.body = JSON.stringify(body)
  }
  try {
    return await fetch(path, init)
  } catch {
    return null
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    const text = await response.text()
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}

function reasonFor(status: number): Refusal['reason'] {
  if (status === 401) return 'signed-out'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'missing'
  return status === 400 || status === 409 || status === 422 ? 'refused' : 'failed'
}

function refusal(reason: Refusal['reason'], status: number, body: unknown): Refusal {
  return { ok: false, reason, status, body }
}
