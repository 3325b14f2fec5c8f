import type { Explanation } from './of-the-flow.ts'

const authorization = '/apps/authentication-and-authorization.html'
const tokenSuccess = `${authorization}#token-success-response`
const activation =
  '/tutorials/how-to-get-your-app-token.html#step-1-expose-your-activation-and-callback-urls'
const useToken =
  '/tutorials/how-to-get-your-app-token.html#step-5-use-your-access-token-to-call-the-api'
const basics = '/documentation/introduction.html'
const signIn = `${authorization}#the-oauth-20-flow`

/** By name in lower case, or by `receiver:name` where it depends on whom the request is for. */
export const headerExplanations: Readonly<Record<string, Explanation>> = {
  location: {
    text: 'Where the browser has to go next. In the playground each of these steps is an arrow of its own.',
    link: `${authorization}#the-oauth-20-flow`,
  },
  authorization: {
    text: 'The token, after the word "Bearer": it takes the place of user name and password.',
    link: useToken,
  },
  'content-type': {
    text: 'The format of the body.',
    link: `${basics}#format-headers`,
  },
  accept: {
    text: 'The format that the sender would like to get.',
    link: `${basics}#format-headers`,
  },
  'x-requested-with': {
    text: "Marks a call of the PIM's own screens. Without it the PIM answers with a redirect.",
    link: `${basics}#format-headers`,
  },
  'app:set-cookie': {
    text: 'The app gives this browser a session, so that it can compare the state later.',
    link: activation,
  },
  'app:cookie': {
    text: 'The session that the app gave to this browser before.',
    link: activation,
  },
  'pim:set-cookie': {
    text: 'Signs the user in: the browser sends it back from now on.',
    link: signIn,
  },
  'pim:cookie': {
    text: 'Tells the PIM which of its users this browser is signed in as.',
    link: signIn,
  },
  'www-authenticate': {
    text: 'Says how a caller has to show who it is: with a token, after the word "Bearer".',
    link: useToken,
  },
  'retry-after': {
    text: 'How many seconds to wait before the next call: there were too many.',
    link: `${basics}#paging-errors-limits`,
  },
  'cache-control': {
    text: 'Whether the answer may be kept. One with a token must not be.',
    link: tokenSuccess,
  },
  pragma: { text: 'The same, for caches of an older kind.', link: tokenSuccess },
  allow: {
    text: 'The methods that this address takes.',
    link: `${basics}#paging-errors-limits`,
  },
}

/** Headers that say how a message is carried (RFC 9110 and RFC 9112), whatever is in it. */
export const carryingHeaders: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'host',
  'keep-alive',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'vary',
  'via',
])
