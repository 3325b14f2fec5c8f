import {
  createRouter,
  type RouteLocation,
  type RouteRecordRaw,
  type Router,
  type RouterHistory,
} from 'vue-router'
import type { EntryId } from './shell/menu.ts'

/** The pages of one connection, in the order in which its column lists them (contract B.6). */
export type ConnectionPart = 'settings' | 'monitoring' | 'event-subscription' | 'event-logs'

declare module 'vue-router' {
  interface RouteMeta {
    /** The menu entry that a page belongs to; a page without one covers the menu. */
    entry?: EntryId
    /** Which of a connection's pages this is. */
    part?: ConnectionPart
  }
}

const connections: EntryId = 'connections'
const appStore: EntryId = 'app-store'
const connectedApps: EntryId = 'connected-apps'

const queryText = (value: unknown) => (typeof value === 'string' ? value : '')
const clientOf = ({ query }: RouteLocation) => ({ clientId: queryText(query['client_id']) })

// Each screen comes when it is asked for: the page before it stays until it is there.
const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/connect/connection-settings' },
  {
    path: '/connections/:rest(.*)*',
    redirect: (to) => to.path.replace('/connections', '/connect/connection-settings'),
  },
  {
    path: '/connect/data-flows',
    component: () => import('./data-flows/DataFlows.vue'),
    meta: { entry: 'data-flows' },
  },

  {
    path: '/connect/connection-settings',
    component: () => import('./connections/ConnectionList.vue'),
    meta: { entry: connections },
  },
  {
    path: '/connect/connection-settings/create',
    component: () => import('./connections/ConnectionCreate.vue'),
  },
  ...connectionParts(),
  {
    path: '/connect/connection-settings/:code(\\w+)',
    component: () => import('./connections/ConnectionPage.vue'),
    props: true,
    meta: { entry: connections, part: 'settings' },
    children: [
      { path: '', redirect: (to) => `${to.path.replace(/\/$/, '')}/edit` },
      { path: 'edit', name: 'connection', components: {} },
      { path: 'delete', component: () => import('./connections/ConnectionDelete.vue') },
      {
        path: 'regenerate-:kind(secret|password)',
        component: () => import('./connections/ConnectionRegenerate.vue'),
        props: true,
      },
    ],
  },

  {
    path: '/connect/app-store',
    component: () => import('./app-store/AppStore.vue'),
    meta: { entry: appStore },
    children: [
      {
        path: '/connect/custom-apps/:id/delete',
        component: () => import('./app-store/CustomAppDelete.vue'),
        props: true,
      },
    ],
  },
  {
    path: '/connect/custom-apps/create',
    alias: '/connect/app-store/test-apps/create',
    component: () => import('./app-store/CustomAppCreate.vue'),
  },

  {
    path: '/connect/apps/activate',
    component: () => import('./authorize/AppActivate.vue'),
    props: ({ query }) => ({ clientId: queryText(query['id']) }),
  },
  {
    path: '/connect/apps/authorize',
    component: () => import('./authorize/AppAuthorize.vue'),
    props: (route) => ({ ...clientOf(route), error: queryText(route.query['error']) }),
  },
  {
    path: '/connect/apps/authenticate',
    component: () => import('./authorize/AppAuthenticate.vue'),
    props: clientOf,
  },

  {
    path: '/connect/connected-apps',
    component: () => import('./connected-apps/ConnectedAppList.vue'),
    meta: { entry: connectedApps },
  },
  {
    path: '/connect/connected-apps/:connectionCode',
    component: () => import('./connected-apps/ConnectedAppPage.vue'),
    props: true,
    meta: { entry: connectedApps },
    children: [
      { path: 'delete', component: () => import('./connected-apps/ConnectedAppDelete.vue') },
    ],
  },
  {
    path: '/connect/connected-apps/:connectionCode/catalogs/:id',
    component: () => import('./catalogs/CatalogPage.vue'),
    props: true,
    meta: { entry: connectedApps },
  },
  {
    path: '/connect/connected-apps/:connectionCode/open',
    component: () => import('./connected-apps/ConnectedAppOpen.vue'),
    props: true,
  },

  {
    path: '/system/roles',
    component: () => import('./roles/RoleList.vue'),
    meta: { entry: 'roles' },
  },
  {
    path: '/system/roles/:id',
    component: () => import('./roles/RolePage.vue'),
    props: true,
    meta: { entry: 'roles' },
  },

  {
    path: '/:unknown(.*)*',
    component: () => import('./shell/PageMissing.vue'),
    meta: { entry: appStore },
  },
]

/** The paths of the PIM's screens (contract B.6, D.5, E, H). */
export function createScreensRouter(history: RouterHistory): Router {
  return createRouter({ history, routes })
}

function connectionParts(): RouteRecordRaw[] {
  const pages = {
    monitoring: () => import('./monitoring/ConnectionMonitoring.vue'),
    'event-subscription': () => import('./event-subscription/EventSubscription.vue'),
    'event-logs': () => import('./event-subscription/EventLogs.vue'),
  }
  return (['monitoring', 'event-subscription', 'event-logs'] as const).map((part) => ({
    path: `/connect/connection-settings/:code(\\w+)/${part}`,
    component: pages[part],
    props: true,
    meta: { entry: connections, part },
  }))
}
