import { loginPath, targetParameter } from '../../contract/session.ts'
import { signedIn } from '../../domain/session.ts'
import { html, redirect } from '../../http/respond.ts'
import { createRouter, type PimRouter } from '../router.ts'
import { withSession } from '../session.ts'
import { page } from './page.ts'
import { pageProblem } from './problem.ts'

const startPage =
  '<p>The screens of this PIM are served where they are built. Its addresses for apps and clients work without them.</p>'

/**
 * The start page, for hosts that have no screens, and the login page. That asks for nothing: whoever the PIM signs in by
 * itself goes back to where they were.
 */
export function loginRoutes(): PimRouter {
  const router = createRouter()
  router.onError(pageProblem)
  router.get(
    '/',
    page((context) => html(context, 200, 'PIM', startPage)),
  )
  router.get(loginPath, (context) => {
    signedIn(context.env.operation, undefined)
    const target = context.req.query(targetParameter) ?? ''
    // Only an address of the PIM itself: `//` and `/\` would lead a browser elsewhere.
    const isOwn = /^\/(?![/\\])/.test(target)
    return withSession(context, redirect(context, isOwn ? target : '/'))
  })
  return router
}
