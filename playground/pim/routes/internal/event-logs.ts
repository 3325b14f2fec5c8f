import { connectAcls } from '../../contract/acls.ts'
import { requireAcl } from '../../domain/caller.ts'
import { listEventLogs, searchEventLogs, type LogFilter } from '../../domain/event-log.ts'
import type { EventLog } from '../../domain/state.ts'
import { isRecord } from '../../http/body.ts'
import { json, text } from '../../http/respond.ts'
import { page } from '../oauth/page.ts'
import { pageProblem } from '../oauth/problem.ts'
import { createRouter, type PimContext, type PimRouter } from '../router.ts'
import { onlyFromScreen } from './from-screen.ts'
import { internalProblem } from './problem.ts'

/** The logs of event subscriptions: a screen lists them, a browser downloads them. */
export function eventLogRoutes(): PimRouter {
  const router = createRouter()
  const listing = createRouter()
  listing.onError(internalProblem)
  listing.get(
    '/rest/events-api-debug/search-event-subscription-logs',
    onlyFromScreen((context, caller) => {
      const { operation } = context.env
      requireAcl(operation, caller, connectAcls.manageConnections)
      const { search_after: after, filters } = context.req.query()
      const filter = readFilter(filters ?? '')
      const { logs, total, last } = searchEventLogs(operation, codeOf(context), filter, after)
      return json(context, 200, {
        results: logs.map(toWire),
        search_after: last ?? '',
        total,
      })
    }),
  )
  router.route('/', listing)

  const download = createRouter()
  download.onError(pageProblem)
  download.get(
    '/rest/events-api-debug/download-event-subscription-logs',
    page((context, caller) => {
      const { operation } = context.env
      requireAcl(operation, caller, connectAcls.manageConnections)
      const logs = listEventLogs(operation, codeOf(context))
      const stamp = dateOf(operation.now()).replaceAll(/[/:]/g, '').replace(' ', '_')
      return text(context, 200, [logs.map(toLine).join('')], {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename=events_api_logs_${stamp}.txt`,
      })
    }),
  )
  router.route('/', download)
  return router
}

function codeOf(context: PimContext): string {
  return context.req.query('connection_code') ?? ''
}

function toWire({ connectionCode, at, level, message, context }: EventLog) {
  const timestamp = Math.floor(at / 1000)
  return { timestamp, level, message, connection_code: connectionCode, context }
}

function toLine({ at, level, message, context }: EventLog): string {
  return `${dateOf(at)} ${level.toUpperCase()} ${message} ${toPhpJson(context)}\n`
}

/** `2024/05/06 12:00:00` in UTC. */
function dateOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', '/')
}

/** JSON as PHP writes it: slashes are escaped, and all that is not ASCII. */
function toPhpJson(value: unknown): string {
  const escape = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replaceAll(/[^\0-\x7f]/g, escape)
}

/** What is no filter asks for everything, as in the PIM. */
function readFilter(given: string): LogFilter {
  const filter = parse(given)
  if (!isRecord(filter)) return {}
  const { levels, text: words, timestamp_from: from, timestamp_to: to } = filter
  return {
    ...(Array.isArray(levels) && { levels: levels.map(String) }),
    ...(typeof words === 'string' && { text: words }),
    ...(typeof from === 'number' && { from }),
    ...(typeof to === 'number' && { to }),
  }
}

function parse(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch {
    return undefined
  }
}
