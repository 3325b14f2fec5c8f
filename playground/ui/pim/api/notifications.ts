import { type Answer, type Call, readNothing } from './call.ts'
import { readCount, readFlag, readIdOrNull, readList, readRecord, readText } from './read.ts'

/** What the PIM tells its user beside the pages. */
export interface Notification {
  id: string
  /** As the PIM sends it: text with the names in `<strong>`. */
  message: string
  /** As the PIM writes it, in its own time: `2026-01-31 09:30:00`. */
  createdAt: string
  isViewed: boolean
  /** The address of the screen that it is about. */
  path: string
  buttonLabel: string
}

export interface NotificationPage {
  notifications: readonly Notification[]
  unreadCount: number
}

export interface NotificationsApi {
  /** Ten of them, newest first, after those that are skipped. */
  list(skip: number): Promise<Answer<NotificationPage>>
  countUnread(): Promise<Answer<number>>
  /** Marks one as read, or all of them without an id. */
  markViewed(id?: string): Promise<Answer<null>>
  remove(id: string): Promise<Answer<null>>
}

const root = '/notification'

/** The addresses of contract F.3. */
export function createNotificationsApi(call: Call): NotificationsApi {
  return {
    list: (skip) => call(`${root}/list?skip=${skip}`, { read: readPage }),
    countUnread: () => call(`${root}/count_unread`, { read: readCount }),
    markViewed: (id) =>
      call(`${root}/mark_viewed${id === undefined ? '' : `/${encodeURIComponent(id)}`}`, {
        method: 'POST',
        read: readNothing,
      }),
    remove: (id) =>
      call(`${root}/remove/${encodeURIComponent(id)}`, { method: 'DELETE', read: readNothing }),
  }
}

function readPage(value: unknown): NotificationPage {
  const record = readRecord(value)
  return {
    notifications: readList(readNotification)(record['notifications']),
    unreadCount: readCount(record['unreadCount']),
  }
}

function readNotification(value: unknown): Notification {
  const record = readRecord(value)
  return {
    id: readIdOrNull(record['id']) ?? '',
    message: readText(record['message']),
    createdAt: readText(record['createdAt']),
    isViewed: readFlag(record['viewed']),
    path: readText(record['url']),
    buttonLabel: readText(record['buttonLabel']),
  }
}
