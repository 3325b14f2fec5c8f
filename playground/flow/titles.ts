import { headerOf, type Exchange, type HttpRequest } from './exchange.ts'

type Hop = Pick<Exchange, 'from' | 'to'> & { readonly request: HttpRequest }

interface Step {
  readonly pattern: RegExp
  readonly title: string
}

/** The steps of contract E.1, and what calls the API; everything else a screen of the PIM does for itself. */
const pimSteps: readonly Step[] = [
  { pattern: /^GET \/rest\/apps\/activate\//, title: 'Ask where the app is activated' },
  { pattern: /^GET \/connect\/apps\/v1\/authorize/, title: 'Ask for authorizations' },
  { pattern: /^GET \/rest\/apps\/load-wizard-data\//, title: 'Load the wizard' },
  { pattern: /^POST \/rest\/apps\/confirm-authorization\//, title: 'Confirm the authorizations' },
  { pattern: /^POST \/rest\/apps\/confirm-authentication\//, title: 'Confirm the authentication' },
  { pattern: /^POST \/connect\/apps\/v1\/oauth2\/token/, title: 'Exchange the code for a token' },
  { pattern: /^POST \/api\/oauth\/v1\/token/, title: 'Ask for a connection token' },
  { pattern: /^POST \/rest\/custom-apps$/, title: 'Create a custom app' },
  { pattern: /^POST \/rest\/custom-apps\/[^/]+\/secret/, title: 'Regenerate the client secret' },
  { pattern: /^DELETE \/rest\/custom-apps\//, title: 'Delete a custom app' },
  { pattern: /^DELETE \/rest\/apps\/connected-apps\//, title: 'Delete a connected app' },
]

/** What an arrow is called, in a few words. */
export function titleOf(hop: Hop): string {
  const { request, to } = hop
  const { pathname, searchParams } = new URL(request.url)
  if (to === 'app') {
    if (searchParams.has('pim_url')) return 'Activate the app'
    if (searchParams.has('code')) return 'Bring the code to the app'
    return `${request.method} ${pathname} of the app`
  }
  const resource = /^\/api\/rest\/v1\/([^/]+)/.exec(pathname)?.[1]
  if (resource) return `Call the API: ${resource.replaceAll('-', ' ')}`
  return stepOf(request)?.title ?? `${request.method} ${pathname}`
}

/** Whether an arrow belongs to the flow or only to the PIM's screens. */
export function partOf(hop: Hop): Exchange['part'] {
  if (hop.to === 'app' || hop.from === 'app') return 'flow'
  const { pathname } = new URL(hop.request.url)
  // What a page looks up to fill a form is no call of the reader's.
  const isLookedUp = headerOf(hop.request, 'x-requested-with') === 'XMLHttpRequest'
  if (pathname.startsWith('/api/')) return isLookedUp ? 'screens' : 'flow'
  return stepOf(hop.request) ? 'flow' : 'screens'
}

function stepOf(request: HttpRequest): Step | undefined {
  const line = `${request.method} ${new URL(request.url).pathname}`
  return pimSteps.find(({ pattern }) => pattern.test(line))
}
