import { type Answer, type Call } from './call.ts'
import { readCount, readList, readMap, readRecord, readText, readTextOrNull } from './read.ts'

export type EventType = 'product_created' | 'product_updated' | 'product_read'

/** What was counted for one connection: eight days, oldest first, the first of which is only there to compare with. */
export interface WeeklyCount {
  days: readonly { day: string; count: number }[]
  /** Of the last seven days. */
  total: number
}

/** By connection code; the sum of all stands under `<all>`. */
export type WeeklyCounts = ReadonlyMap<string, WeeklyCount>

/** Why a product of a connection was refused. What the PIM did not say is null. */
export interface BusinessError {
  date: string
  message: string
  productName: string | null
  productId: string | null
  family: string | null
  locale: string | null
  channel: string | null
  links: readonly { title: string; url: string }[]
}

export interface AuditApi {
  weekly(eventType: EventType): Promise<Answer<WeeklyCounts>>
  weeklyErrors(): Promise<Answer<WeeklyCounts>>
  /** Business errors of the last seven days, by connection code. */
  businessErrorCounts(): Promise<Answer<ReadonlyMap<string, number>>>
  /** The last ones of a connection, newest first. */
  businessErrors(connectionCode: string): Promise<Answer<readonly BusinessError[]>>
}

/** The pseudo-connection that stands for all of them (contract A). */
export const everyConnection = '<all>'

const root = '/rest/connections'

/** The addresses of contract J.2. */
export function createAuditApi(call: Call): AuditApi {
  return {
    weekly: (eventType) =>
      call(`${root}/audit/weekly?event_type=${eventType}`, { read: readMap(readWeek) }),
    weeklyErrors: () => call(`${root}/audit/weekly-error`, { read: readMap(readErrorWeek) }),
    businessErrorCounts: () =>
      call(`${root}/audit/error-count-per-connection?error_type=business`, {
        read: readMap(readCount),
      }),
    businessErrors: (connectionCode) =>
      call(`${root}/${encodeURIComponent(connectionCode)}/business-errors`, {
        read: readList(readBusinessError),
      }),
  }
}

function readWeek(value: unknown): WeeklyCount {
  const record = readRecord(value)
  return { days: readDays(record['daily']), total: readCount(record['weekly_total']) }
}

function readErrorWeek(value: unknown): WeeklyCount {
  const record = readRecord(value)
  return {
    days: [...readDays(record['previous_week']), ...readDays(record['current_week'])],
    total: readCount(record['current_week_total']),
  }
}

function readDays(value: unknown): WeeklyCount['days'] {
  return [...readMap(readCount)(value)].map(([day, count]) => ({ day, count }))
}

function readBusinessError(value: unknown): BusinessError {
  const record = readRecord(value)
  const content = readRecord(record['content'])
  const product = recordOrEmpty(content['product'])
  return {
    date: readText(record['date_time']),
    message: readText(content['message']),
    productName: readTextOrNull(product['label'] ?? product['identifier']),
    productId: readTextOrNull(product['uuid'] ?? product['id']),
    family: readTextOrNull(product['family']),
    locale: readTextOrNull(content['locale']),
    channel: readTextOrNull(content['scope'] ?? content['channel']),
    links: readLinks(content['documentation']),
  }
}

/** The articles that sentences of the documentation lead to. What an error carries is what somebody sent. */
function readLinks(value: unknown): BusinessError['links'] {
  if (!Array.isArray(value)) return []
  return value.flatMap((sentence: unknown) => {
    const places = Object.values(recordOrEmpty(recordOrEmpty(sentence)['parameters']))
    return places.flatMap((place) => {
      const { title, href } = recordOrEmpty(place)
      const isLink = typeof title === 'string' && typeof href === 'string'
      return isLink && /^https?:\/\//.test(href) ? [{ title, url: href }] : []
    })
  })
}

function recordOrEmpty(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
