import type { Caller } from '../../domain/caller.ts'
import { PimError } from '../../domain/error.ts'
import { redirect } from '../../http/respond.ts'
import type { PimContext } from '../router.ts'
import { browsing } from '../session.ts'

type Handler = (context: PimContext, caller: Caller) => Response

/**
 * A handler for calls that the PIM's own screens make, on behalf of whoever is signed in to them. What is no such call
 * (no `X-Requested-With: XMLHttpRequest`) is sent to the start page, as in contract D.3, E and H.
 */
export function fromScreen(handle: Handler) {
  return (context: PimContext): Response => {
    if (!isFromScreen(context)) return redirect(context, '/')
    return handle(context, browsing(context))
  }
}

/** As `fromScreen`, for addresses of which the contract names no redirect: throws `forbidden`. */
export function onlyFromScreen(handle: Handler) {
  return (context: PimContext): Response => {
    if (!isFromScreen(context)) throw new PimError('forbidden', 'Access Denied.')
    return handle(context, browsing(context))
  }
}

function isFromScreen(context: PimContext): boolean {
  const isXhr = context.req.header('x-requested-with') === 'XMLHttpRequest'
  const because = isXhr
    ? 'X-Requested-With is "XMLHttpRequest": one of the PIM\'s own screens asks'
    : 'There is no X-Requested-With: XMLHttpRequest, so no screen of the PIM asks'
  return context.env.operation.check('screen.asks', isXhr, because)
}
