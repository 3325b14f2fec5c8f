import { connectAcls } from '../contract/acls.ts'
import { callerOf, isGranted } from './caller.ts'
import type { Operation } from './operation.ts'
import type { ConnectedApp, Notification } from './state.ts'

/** How many notifications a list holds at most. */
const listSize = 10

/** Tells everybody who may manage apps that one of them asks for more (contract F.3). */
export function notifyManagers(operation: Operation, app: ConnectedApp): void {
  const managers = [...operation.users.values()].filter(
    (user) => user.type === 'user' && isGranted(callerOf(operation, user), connectAcls.manageApps),
  )
  const { nextId } = operation.current
  const names = managers.map(({ username }) => `"${username}"`).join(', ') || 'nobody'
  operation.check('managers.notified', true, `Told of it is who may manage apps: ${names}`)
  operation.settings.put('current', { ...operation.current, nextId: nextId + managers.length })
  for (const [index, { username }] of managers.entries()) {
    const id = String(nextId + index)
    operation.notifications.put(id, {
      id,
      username,
      appName: app.name,
      connectionCode: app.connectionCode,
      createdAt: operation.now(),
      isViewed: false,
    })
  }
}

/** A user's notifications, newest first: ten of them, after those that are skipped. */
export function listNotifications(
  operation: Operation,
  username: string,
  skip: number,
): Notification[] {
  const own = operation.notifications.where('username', username)
  return own
    .toSorted((one, other) => Number(other.id) - Number(one.id))
    .slice(skip, skip + listSize)
}

/** How many notifications a user has not looked at. */
export function countUnread(operation: Operation, username: string): number {
  return operation.notifications.where('username', username).filter(({ isViewed }) => !isViewed)
    .length
}

/** Marks a user's notifications as looked at: the one with the id, or all of them without one. */
export function markViewed(operation: Operation, username: string, id?: string): void {
  for (const notification of operation.notifications.where('username', username)) {
    if (notification.isViewed || (id !== undefined && notification.id !== id)) continue
    operation.notifications.put(notification.id, { ...notification, isViewed: true })
  }
}

/** Removes a notification of a user, if there is one with this id. */
export function removeNotification(operation: Operation, username: string, id: string): void {
  if (operation.notifications.get(id)?.username === username) operation.notifications.delete(id)
}
