import { loginPath, targetParameter } from '../../contract/session.ts'
import type { Caller } from '../../domain/caller.ts'
import { PimError } from '../../domain/error.ts'
import { redirect } from '../../http/respond.ts'
import type { PimContext } from '../router.ts'
import { browsing, withSession } from '../session.ts'

/**
 * An address that a browser visits, on behalf of whoever is signed in. A browser that is not signed in goes to the login
 * page and comes back afterwards (contract E.2).
 */
export function page(handle: (context: PimContext, caller: Caller) => Response) {
  return (context: PimContext): Response => {
    const caller = callerOrNobody(context)
    if (caller) return withSession(context, handle(context, caller))
    const { pathname, search } = new URL(context.req.url)
    const target = new URLSearchParams({ [targetParameter]: pathname + search })
    return redirect(context, `${loginPath}?${target}`)
  }
}

function callerOrNobody(context: PimContext): Caller | undefined {
  try {
    return browsing(context)
  } catch (error) {
    if (error instanceof PimError && error.code === 'unauthenticated') return undefined
    throw error
  }
}
