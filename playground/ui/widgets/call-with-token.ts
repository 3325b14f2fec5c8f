import type { BrowserPim } from '../../hosts/browser/index.ts'
import type { HttpRequest, HttpResponse } from '../../flow/exchange.ts'
import { fromWebResponse } from '../../flow/network.ts'

/** A call of the API, there and back. */
export interface TokenCall {
  readonly request: HttpRequest
  readonly response: HttpResponse
  readonly status: number
  /** The body of the answer, or undefined where it is no JSON. */
  readonly json: unknown
}

/** Calls the API as the holder of a token does, through the service worker when there is one. */
export async function callWithToken(
  pim: Pick<BrowserPim, 'url' | 'fetch'>,
  token: string,
  path: string,
  { method = 'GET', body = '' }: { method?: string; body?: string } = {},
): Promise<TokenCall> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
  }
  if (body !== '') headers['content-type'] = 'application/json'
  const init: RequestInit = { method, headers, ...(body === '' ? {} : { body }) }
  const response = await fromWebResponse(await pim.fetch(path, init))
  const request = { method, url: pim.url + path, headers, body }
  return { request, response, status: response.status, json: parse(response.body) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
