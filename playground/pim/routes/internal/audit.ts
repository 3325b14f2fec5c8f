import { connectAcls } from '../../contract/acls.ts'
import {
  errorsPerConnection,
  lastBusinessErrors,
  weeklyErrors,
  weeklyEvents,
} from '../../domain/audit-report.ts'
import { requireOneAcl } from '../../domain/caller.ts'
import { toAtom } from '../../domain/text.ts'
import { json } from '../../http/respond.ts'
import { createRouter, parameter, type PimRouter } from '../router.ts'
import { onlyFromScreen } from './from-screen.ts'
import { internalProblem } from './problem.ts'

/** What the dashboard and the error monitoring show (contract J.2). */
export function auditRoutes(): PimRouter {
  const router = createRouter()
  router.onError(internalProblem)

  router.get(
    '/rest/connections/audit/weekly',
    onlyFromScreen((context) => {
      const { event_type: eventType = '', end_date: end } = context.req.query()
      const counts = weeklyEvents(context.env.operation, eventType, end).map(
        ({ code, days, total }) => [code, { daily: Object.fromEntries(days), weekly_total: total }],
      )
      return json(context, 200, Object.fromEntries(counts))
    }),
  )

  router.get(
    '/rest/connections/audit/weekly-error',
    onlyFromScreen((context) => {
      const counts = weeklyErrors(context.env.operation, context.req.query('end_date')).map(
        ({ code, days, total }) => [
          code,
          {
            previous_week: Object.fromEntries(days.slice(0, 1)),
            current_week: Object.fromEntries(days.slice(1)),
            current_week_total: total,
          },
        ],
      )
      return json(context, 200, Object.fromEntries(counts))
    }),
  )

  router.get(
    '/rest/connections/audit/error-count-per-connection',
    onlyFromScreen((context) => {
      const { error_type: errorType = '', end_date: end } = context.req.query()
      const counts = errorsPerConnection(context.env.operation, errorType, end)
      return json(context, 200, Object.fromEntries(counts))
    }),
  )

  router.get(
    '/rest/connections/:code/business-errors',
    onlyFromScreen((context, caller) => {
      const { operation } = context.env
      const { manageConnections, manageApps } = connectAcls
      // Contract B.4 names the first one; the page of a connected app asks here as well.
      requireOneAcl(operation, caller, [manageConnections, manageApps])
      const errors = lastBusinessErrors(
        operation,
        parameter(context, 'code'),
        context.req.query('end_date'),
      ).map(({ connectionCode, at, content }) => ({
        connection_code: connectionCode,
        date_time: toAtom(at),
        content,
      }))
      return json(context, 200, errors)
    }),
  )

  return router
}
