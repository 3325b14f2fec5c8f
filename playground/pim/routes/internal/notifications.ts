import {
  countUnread,
  listNotifications,
  markViewed,
  removeNotification,
} from '../../domain/notification.ts'
import type { Notification } from '../../domain/state.ts'
import { escapeHtml } from '../../http/escape-html.ts'
import { json } from '../../http/respond.ts'
import { createRouter, parameter, type PimRouter } from '../router.ts'
import { fromScreen, onlyFromScreen } from './from-screen.ts'
import { internalProblem } from './problem.ts'

/** What a user of the screens is told (contract F.3). */
export function notificationRoutes(): PimRouter {
  const router = createRouter()
  router.onError(internalProblem)

  router.get(
    '/notification/list',
    onlyFromScreen((context, { user }) => {
      const { operation } = context.env
      const skip = /^\d{1,9}$/.exec(context.req.query('skip') ?? '')?.[0] ?? '0'
      const notifications = listNotifications(operation, user.username, Number(skip))
      return json(context, 200, {
        notifications: notifications.map(toWire),
        unreadCount: countUnread(operation, user.username),
      })
    }),
  )

  router.get(
    '/notification/count_unread',
    onlyFromScreen((context, { user }) =>
      json(context, 200, countUnread(context.env.operation, user.username)),
    ),
  )

  router.post(
    '/notification/mark_viewed',
    onlyFromScreen((context, { user }) => {
      markViewed(context.env.operation, user.username)
      return json(context, 200, {})
    }),
  )

  router.post(
    '/notification/mark_viewed/:id',
    onlyFromScreen((context, { user }) => {
      markViewed(context.env.operation, user.username, parameter(context, 'id'))
      return json(context, 200, {})
    }),
  )

  router.delete(
    '/notification/remove/:id',
    fromScreen((context, { user }) => {
      removeNotification(context.env.operation, user.username, parameter(context, 'id'))
      return json(context, 200, {})
    }),
  )

  return router
}

function toWire(notification: Notification) {
  const { appName, connectionCode } = notification
  return {
    id: Number(notification.id),
    type: 'warning',
    message: `The <strong>${escapeHtml(appName)}</strong> App requires an authorization update. Please open the app to proceed.`,
    viewed: notification.isViewed,
    url: `/connect/connected-apps/${connectionCode}/open`,
    createdAt: new Date(notification.createdAt).toISOString().slice(0, 19).replace('T', ' '),
    actionType: 'connected_app_authorizations',
    buttonLabel: 'Open App',
    showReportButton: true,
    comment: null,
  }
}
