import { sessionCookieName } from '../contract/session.ts'
import type { Caller } from '../domain/caller.ts'
import { findSignedIn, sessionId, signedIn } from '../domain/session.ts'
import { cookieValue } from '../http/cookie.ts'
import type { PimContext } from './router.ts'

/** What a browser keeps so that the PIM knows it again (contract E.2). */
export const sessionCookie = `${sessionCookieName}=${sessionId}; Path=/; HttpOnly; SameSite=Lax`

/** Who sends a request from a browser. Throws `unauthenticated`. */
export function browsing(context: PimContext): Caller {
  return signedIn(context.env.operation, sessionOf(context))
}

/** Who sends a request from a browser, or undefined when nobody is signed in there. */
export function findBrowsing(context: PimContext): Caller | undefined {
  return findSignedIn(context.env.operation, sessionOf(context))
}

/** The response of a page, with the cookie if the browser did not send it. */
export function withSession(context: PimContext, response: Response): Response {
  if (sessionOf(context) !== sessionId) response.headers.append('set-cookie', sessionCookie)
  return response
}

function sessionOf(context: PimContext): string | undefined {
  return cookieValue(context.req.header('cookie'), sessionCookieName)
}
