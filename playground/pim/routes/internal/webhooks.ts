import { connectAcls } from '../../contract/acls.ts'
import { requireAcl } from '../../domain/caller.ts'
import { PimError } from '../../domain/error.ts'
import type { Operation } from '../../domain/operation.ts'
import {
  activeWebhookLimit,
  checkReachability,
  countActiveWebhooks,
  findWebhook,
  regenerateWebhookSecret,
  updateWebhook,
} from '../../domain/webhook.ts'
import { stringOf } from '../../http/body.ts'
import { empty, json } from '../../http/respond.ts'
import { createRouter, parameter, type PimContext, type PimRouter } from '../router.ts'
import { onlyFromScreen } from './from-screen.ts'
import { webhooksProblem } from './problem.ts'
import { readRecord } from './read-record.ts'

type Handler = (context: PimContext, operation: Operation) => Response

/** Event subscriptions of connections (contract B.4). */
export function webhookRoutes(): PimRouter {
  const router = createRouter()
  router.onError(webhooksProblem)
  const path = '/rest/connections/:code/webhook'
  router.get(path, manage(read))
  router.post(path, manage(update))
  router.get(`${path}/regenerate-secret`, manage(makeSecret))
  router.post(`${path}/check-reachability`, manage(askAddress))
  return router
}

function manage(handle: Handler) {
  return onlyFromScreen((context, caller) => {
    const { operation } = context.env
    requireAcl(operation, caller, connectAcls.manageConnections)
    return handle(context, operation)
  })
}

function read(context: PimContext, operation: Operation): Response {
  const webhook = findWebhook(operation, parameter(context, 'code'))
  if (!webhook) return json(context, 404, null)
  const { connectionCode, enabled, secret, url, isUsingUuid } = webhook
  return json(context, 200, {
    event_subscription: { connectionCode, enabled, secret, url, isUsingUuid },
    active_event_subscriptions_limit: {
      limit: activeWebhookLimit,
      current: countActiveWebhooks(operation),
    },
  })
}

function update(context: PimContext, operation: Operation): Response {
  const content = readRecord(context)
  const url = Object.hasOwn(content, 'url') ? content['url'] : null
  if (url !== null && typeof url !== 'string') {
    throw new PimError('bad-request', 'Property "url" expects a string or null.')
  }
  updateWebhook(operation, parameter(context, 'code'), {
    url,
    enabled: flag(content, 'enabled'),
    // The PIM's sources have both spellings.
    isUsingUuid: flag(content, 'isUsingUuid') || flag(content, 'is_using_uuid'),
  })
  return empty(context, 204)
}

function makeSecret(context: PimContext, operation: Operation): Response {
  regenerateWebhookSecret(operation, parameter(context, 'code'))
  return empty(context, 204)
}

function askAddress(context: PimContext, operation: Operation): Response {
  const url = stringOf(readRecord(context), 'url') ?? ''
  return json(context, 200, checkReachability(operation, url))
}

function flag(content: Record<string, unknown>, name: string): boolean {
  const value = Object.hasOwn(content, name) ? content[name] : false
  if (typeof value === 'boolean') return value
  throw new PimError('bad-request', `Property "${name}" expects a boolean.`)
}
