import { loginPath, targetParameter } from '../../contract/session.ts'
import type { Caller } from '../../domain/caller.ts'
import { redirect } from '../../http/respond.ts'
import type { PimContext } from '../router.ts'
import { findBrowsing, withSession } from '../session.ts'

/**
 * An address that a browser visits, on behalf of whoever is signed in. A browser that is not signed in goes to the login
 * page and comes back afterwards (contract E.2).
 */
export function page(handle: (context: PimContext, caller: Caller) => Response) {
  return (context: PimContext): Response => {
    const caller = findBrowsing(context)
    if (caller) return withSession(context, handle(context, caller))
    const { pathname, search } = new URL(context.req.url)
    const target = new URLSearchParams({ [targetParameter]: pathname + search })
    return redirect(context, `${loginPath}?${target}`)
  }
}
