import { authorize, type AuthorizeOutcome } from '../../domain/authorize.ts'
import { isActivationOn } from '../../domain/edition.ts'
import { PimError } from '../../domain/error.ts'
import { redirect } from '../../http/respond.ts'
import { createRouter, type PimContext, type PimRouter } from '../router.ts'
import { page } from './page.ts'
import { pageProblem } from './problem.ts'

/** `GET /connect/apps/v1/authorize`: an app sends a browser to ask for authorization (contract E.3). */
export function authorizeRoutes(): PimRouter {
  const router = createRouter()
  router.onError(pageProblem)
  router.get(
    '/connect/apps/v1/authorize',
    page((context, caller) => {
      const { operation } = context.env
      if (!isActivationOn(operation)) throw new PimError('not-found', 'Not Found')
      const query = new URL(context.req.url).searchParams
      const outcome = authorize(operation, caller, {
        clientId: last(query, 'client_id') ?? '',
        responseType: last(query, 'response_type') ?? '',
        scope: isList(query, 'scope') ? null : (last(query, 'scope') ?? ''),
        state: last(query, 'state'),
      })
      return follow(context, outcome)
    }),
  )
  return router
}

function follow(context: PimContext, outcome: AuthorizeOutcome): Response {
  const screen = '/#/connect/apps'
  switch (outcome.to) {
    case 'error':
      return redirect(context, `${screen}/authorize?error=${outcome.error}`)
    case 'wizard':
      return redirect(
        context,
        `${screen}/authorize?client_id=${encodeURIComponent(outcome.clientId)}`,
      )
    case 'consent':
      return redirect(
        context,
        `${screen}/authenticate?client_id=${encodeURIComponent(outcome.clientId)}`,
      )
    case 'callback':
      return redirect(context, outcome.url)
  }
}

/** The last value of a parameter, which is the one that counts. */
function last(query: URLSearchParams, name: string): string | null {
  return query.getAll(name).at(-1) ?? null
}

/** Whether a parameter is given in brackets, as a list; where both stand, the last one counts. */
function isList(query: URLSearchParams, name: string): boolean {
  const given = [...query.keys()].filter((key) => key === name || key.startsWith(`${name}[`))
  return given.at(-1)?.startsWith(`${name}[`) ?? false
}
