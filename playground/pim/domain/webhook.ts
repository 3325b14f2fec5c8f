import type { MessageKey } from '../contract/messages.ts'
import { isHttpUrl } from './custom-app-rules.ts'
import { PimError, refuseViolations, type Violation } from './error.ts'
import type { Operation } from './operation.ts'
import { newBase36 } from './secret.ts'
import type { Webhook } from './state.ts'
import { quote } from './text.ts'

const prefix = 'akeneo_connectivity.connection.webhook.error.'
const notFound = `${prefix}not_found` satisfies MessageKey
// What the PIM's validation library says by itself.
const invalidUrl = 'This value is not a valid URL.'
const blankUrl = 'This value should not be blank.'

/** How many event subscriptions can be active at once. */
export const activeWebhookLimit = 3

export interface WebhookUpdate {
  readonly enabled: boolean
  readonly url: string | null
  readonly isUsingUuid: boolean
}

export interface Reachability {
  readonly success: boolean
  readonly message: string
}

/** The event subscription of a connection: off and empty until it was set. Undefined without such a connection. */
export function findWebhook(operation: Operation, connectionCode: string): Webhook | undefined {
  const isKnown = operation.connections.has(connectionCode)
  const because = `${isKnown ? 'There is a' : 'There is no'} connection ${quote(connectionCode)}`
  if (!operation.check('connection.known', isKnown, because)) return undefined
  const blank = { connectionCode, enabled: false, secret: null, url: null, isUsingUuid: false }
  return operation.webhooks.get(connectionCode) ?? blank
}

/** How many event subscriptions are active. */
export function countActiveWebhooks(operation: Operation): number {
  return operation.webhooks.where('enabled', true).length
}

/** Sets an event subscription; the first time it gets a secret. Throws `violations`. */
export function updateWebhook(
  operation: Operation,
  connectionCode: string,
  update: WebhookUpdate,
): void {
  const before = findWebhook(operation, connectionCode)
  const url = update.url === '' ? null : update.url
  refuseViolations([
    checkRequired(operation, update.enabled, url),
    checkLimit(operation, update.enabled && before?.enabled !== true),
    checkAddress(operation, url),
  ])
  // Whether there is such a connection is asked last, as in the PIM.
  refuseViolations([before ? undefined : { property: 'code', message: notFound }])
  const secret = before?.secret ?? newSecret(operation)
  const { enabled, isUsingUuid } = update
  operation.webhooks.put(connectionCode, { connectionCode, enabled, secret, url, isUsingUuid })
}

/** A new secret for an event subscription. Throws `not-found` with a translation key. */
export function regenerateWebhookSecret(operation: Operation, connectionCode: string): void {
  const before = findWebhook(operation, connectionCode)
  if (!before) throw new PimError('not-found', notFound)
  operation.webhooks.put(connectionCode, { ...before, secret: newSecret(operation) })
}

/** What a test of an address says. Nothing is reached from here: a mock sends nothing to other servers. */
export function checkReachability(operation: Operation, url: string): Reachability {
  if (url === '') return { success: false, message: blankUrl }
  const wrong = checkAddress(operation, url)
  if (wrong) return { success: false, message: wrong.message }
  operation.check('webhook.reached', false, 'This PIM is a mock: it sends nothing to other servers')
  return { success: false, message: 'Failed to connect to server' }
}

function newSecret(operation: Operation): string {
  return newBase36(operation, 50)
}

function checkRequired(
  operation: Operation,
  enabled: boolean,
  url: string | null,
): Violation | undefined {
  const because = 'An active event subscription needs a URL'
  if (operation.check('webhook.url-present', !enabled || url !== null, because)) return undefined
  return { property: 'url', message: `${prefix}required` satisfies MessageKey }
}

/** An address is a URL, and not one of a private network. */
function checkAddress(operation: Operation, url: string | null): Violation | undefined {
  if (url === null) return undefined
  const isUrl = isHttpUrl(url)
  if (!operation.check('webhook.url', isUrl, `${quote(url)} must be an http or https URL`)) {
    return { property: 'url', message: invalidUrl }
  }
  const because = `${quote(url)} must not be in a private network`
  if (operation.check('webhook.external', !isPrivate(new URL(url).hostname), because)) {
    return undefined
  }
  return { property: 'url', message: `${prefix}not_allowed_url` satisfies MessageKey }
}

function checkLimit(operation: Operation, isNew: boolean): Violation | undefined {
  const active = countActiveWebhooks(operation)
  const because = `${active} of ${activeWebhookLimit} event subscriptions are active`
  const isRoom = !isNew || active < activeWebhookLimit
  if (operation.check('webhooks.limit', isRoom, because)) return undefined
  return { property: 'enabled', message: `${prefix}limit_reached` satisfies MessageKey }
}

/** Loopback, link-local and private addresses (RFC 1918, 3927, 4193, 4291); a URL parser has made them canonical. */
function isPrivate(host: string): boolean {
  return (
    /^(?:localhost|.*\.localhost)\.?$/.test(host) ||
    /^(?:0|10|127)\.\d+\.\d+\.\d+$/.test(host) ||
    /^(?:192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+$/.test(host) ||
    /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:.*)\]$/.test(host)
  )
}
