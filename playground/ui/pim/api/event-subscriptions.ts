import { type Answer, type Call, readNothing } from './call.ts'
import { readCount, readFlag, readRecord, readText, readTextOrNull } from './read.ts'

export interface EventSubscription {
  url: string | null
  /** Null until the subscription was saved for the first time. */
  secret: string | null
  enabled: boolean
  isUsingUuid: boolean
  /** How many connections can be subscribed at once, and how many are. */
  limit: number
  active: number
}

/** What the PIM found when it tried an address. */
export interface Reachability {
  success: boolean
  message: string
}

export interface EventSubscriptionsApi {
  read(connectionCode: string): Promise<Answer<EventSubscription>>
  save(
    connectionCode: string,
    settings: Pick<EventSubscription, 'url' | 'enabled' | 'isUsingUuid'>,
  ): Promise<Answer<null>>
  regenerateSecret(connectionCode: string): Promise<Answer<null>>
  test(
    connectionCode: string,
    subscription: Pick<EventSubscription, 'url' | 'secret'>,
  ): Promise<Answer<Reachability>>
}

/** The addresses of event subscriptions in contract B.4. */
export function createEventSubscriptionsApi(call: Call): EventSubscriptionsApi {
  const at = (code: string) => `/rest/connections/${encodeURIComponent(code)}/webhook`
  return {
    read: (code) => call(at(code), { read: readSubscription }),
    save: (code, { url, enabled, isUsingUuid }) =>
      call(at(code), { method: 'POST', body: { url, enabled, isUsingUuid }, read: readNothing }),
    regenerateSecret: (code) => call(`${at(code)}/regenerate-secret`, { read: readNothing }),
    test: (code, { url, secret }) =>
      call(`${at(code)}/check-reachability`, {
        method: 'POST',
        body: { url, secret },
        read: readReachability,
      }),
  }
}

function readSubscription(value: unknown): EventSubscription {
  const record = readRecord(value)
  const own = readRecord(record['event_subscription'])
  const limit = readRecord(record['active_event_subscriptions_limit'])
  return {
    url: readTextOrNull(own['url']),
    secret: readTextOrNull(own['secret']),
    enabled: readFlag(own['enabled']),
    isUsingUuid: readFlag(own['isUsingUuid']),
    limit: readCount(limit['limit']),
    active: readCount(limit['current']),
  }
}

function readReachability(value: unknown): Reachability {
  const record = readRecord(value)
  return { success: readFlag(record['success']), message: readText(record['message']) }
}
