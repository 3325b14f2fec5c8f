import { json } from '../http/respond.ts'
import type { PimContext, PimRouter } from './router.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Answers an address that nobody knows with 404, and a known one with another method with 405 (contract I.3). */
export function noRoute(router: PimRouter, context: PimContext): Response {
  const { method, path, url } = context.req
  const route = `No route found for "${method} ${new URL(url).origin}${path}"`
  const { operation } = context.env
  const allowed = methods.filter((each) => isKnown(router, each, path))
  if (allowed.length === 0) {
    operation.check('address.known', false, 'The PIM has no such address')
    return json(context, 404, { code: 404, message: route })
  }
  const allow = allowed.join(', ')
  operation.check('method.allowed', false, `The address takes ${allow}, not ${method}`)
  const message = `${route}: Method Not Allowed (Allow: ${allow})`
  return json(context, 405, { code: 405, message }, { allow })
}

/** Whether a route stands under exactly this method: what stands under all methods is middleware. */
function isKnown(router: PimRouter, method: string, path: string): boolean {
  const [matches] = router.router.match(method, path)
  return matches.some(([[, route]]) => route.method === method)
}
