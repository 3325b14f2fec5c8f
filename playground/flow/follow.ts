import { destinationOf, type Destination } from './addresses.ts'
import type { CookieJar } from './cookie-jar.ts'
import { headerOf, type HttpRequest } from './exchange.ts'
import type { Network } from './network.ts'
import type { View } from './tab-history.ts'

interface FollowOptions {
  pimUrl: string
  appUrl: string
  network: Network
  cookies: CookieJar
  /** Tells that the reader has gone on to something else. */
  signal: AbortSignal
}

export interface Arrival {
  url: string
  view: View
}

const mostHops = 20
const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Sends a navigation and follows `Location`, one hop at a time, until there is something to show. Rejects with
 * `HopCancelledError` when the reader gives up a hop; everything else that goes wrong is something to show as well.
 */
export async function follow(first: HttpRequest, options: FollowOptions): Promise<Arrival> {
  let request = first
  for (let hop = 0; hop < mostHops; hop += 1) {
    const { url } = request
    const destination = destinationOf(url, options)
    if (destination.kind === 'pim-screen') {
      return { url, view: { kind: 'pim', address: destination.address } }
    }
    if (destination.kind === 'elsewhere') return { url, view: unreachable(destination.host) }
    const response = await sendHop(request, destination.kind, options)
    if ('kind' in response) return { url, view: response }
    const location = redirects.has(response.status) ? headerOf(response, 'location') : undefined
    if (location === undefined) {
      const contentType = headerOf(response, 'content-type') ?? ''
      const { status, body } = response
      if (body === '' && status !== 200) return { url, view: withoutPage(url, status) }
      return { url, view: { kind: 'document', status, contentType, body } }
    }
    if (!URL.canParse(location, url)) {
      const text = `The header Location says "${location}", which is no address.`
      return { url, view: { kind: 'notice', title: 'This redirect leads nowhere', text } }
    }
    request = redirected(request, response.status, new URL(location, url).href)
  }
  return {
    url: request.url,
    view: {
      kind: 'notice',
      title: 'Too many redirects',
      text: `After ${mostHops} redirects there was still no page: each one led to the next.`,
    },
  }
}

async function sendHop(
  request: HttpRequest,
  to: Exclude<Destination['kind'], 'pim-screen' | 'elsewhere'>,
  { network, cookies, signal }: FollowOptions,
) {
  const cookie = cookies.headerFor(request.url)
  const headers = { ...request.headers, ...(cookie === undefined ? {} : { cookie }) }
  try {
    const hop = { from: 'browser', to, request: { ...request, headers } } as const
    const response = await network.send(hop, signal)
    const setCookie = headerOf(response, 'set-cookie')
    if (setCookie !== undefined) cookies.store(request.url, setCookie)
    return response
  } catch (error) {
    if ((error as Error).name === 'HopCancelledError') throw error
    const view: View = {
      kind: 'notice',
      title: `${new URL(request.url).host} does not answer`,
      text: (error as Error).message,
    }
    return view
  }
}

function redirected(request: HttpRequest, status: number, url: string): HttpRequest {
  const headers = { accept: request.headers['accept'] ?? 'text/html' }
  // RFC 9110, section 15.4: 307 and 308 repeat the request, the others lead to a page.
  if (status === 307 || status === 308) return { ...request, url }
  return { method: 'GET', url, headers, body: '' }
}

function withoutPage(url: string, status: number): View {
  const text = redirects.has(status)
    ? `It answered ${status}, which leads somewhere else, but no header Location says where.`
    : `It answered ${status}, and the body of its answer is empty.`
  return { kind: 'notice', title: `${new URL(url).host} sent no page`, text }
}

function unreachable(host: string): View {
  return {
    kind: 'notice',
    title: `${host} cannot be reached from the playground`,
    text: 'The playground has no way out to the internet. Its browser reaches the PIM and your app, nothing else.',
  }
}
