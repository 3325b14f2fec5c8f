import {
  createRouter,
  type RouteLocation,
  type RouteRecordRaw,
  type Router,
  type RouterHistory,
} from 'vue-router'
import AppStore from './app-store/AppStore.vue'
import CustomAppCreate from './app-store/CustomAppCreate.vue'
import CustomAppDelete from './app-store/CustomAppDelete.vue'
import AppActivate from './authorize/AppActivate.vue'
import AppAuthenticate from './authorize/AppAuthenticate.vue'
import AppAuthorize from './authorize/AppAuthorize.vue'
import ConnectedAppDelete from './connected-apps/ConnectedAppDelete.vue'
import ConnectedAppList from './connected-apps/ConnectedAppList.vue'
import ConnectedAppOpen from './connected-apps/ConnectedAppOpen.vue'
import ConnectedAppPage from './connected-apps/ConnectedAppPage.vue'
import ConnectionCreate from './connections/ConnectionCreate.vue'
import ConnectionDelete from './connections/ConnectionDelete.vue'
import ConnectionList from './connections/ConnectionList.vue'
import ConnectionPage from './connections/ConnectionPage.vue'
import ConnectionRegenerate from './connections/ConnectionRegenerate.vue'
import DataFlows from './data-flows/DataFlows.vue'
import RoleList from './roles/RoleList.vue'
import RolePage from './roles/RolePage.vue'
import type { EntryId } from './shell/menu.ts'
import PageMissing from './shell/PageMissing.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** The menu entry that a page belongs to; a page without one covers the menu. */
    entry?: EntryId
  }
}

const connections: EntryId = 'connections'
const appStore: EntryId = 'app-store'
const connectedApps: EntryId = 'connected-apps'

const queryText = (value: unknown) => (typeof value === 'string' ? value : '')
const clientOf = ({ query }: RouteLocation) => ({ clientId: queryText(query['client_id']) })

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/connect/connection-settings' },
  {
    path: '/connections/:rest(.*)*',
    redirect: (to) => to.path.replace('/connections', '/connect/connection-settings'),
  },
  { path: '/connect/data-flows', component: DataFlows, meta: { entry: 'data-flows' } },

  {
    path: '/connect/connection-settings',
    component: ConnectionList,
    meta: { entry: connections },
  },
  { path: '/connect/connection-settings/create', component: ConnectionCreate },
  {
    path: '/connect/connection-settings/:code(\\w+)',
    component: ConnectionPage,
    props: true,
    meta: { entry: connections },
    children: [
      { path: '', redirect: (to) => `${to.path.replace(/\/$/, '')}/edit` },
      { path: 'edit', name: 'connection', components: {} },
      { path: 'delete', component: ConnectionDelete },
      { path: 'regenerate-:kind(secret|password)', component: ConnectionRegenerate, props: true },
    ],
  },

  {
    path: '/connect/app-store',
    component: AppStore,
    meta: { entry: appStore },
    children: [
      { path: '/connect/custom-apps/:id/delete', component: CustomAppDelete, props: true },
    ],
  },
  { path: '/connect/custom-apps/create', component: CustomAppCreate },
  { path: '/connect/app-store/test-apps/create', component: CustomAppCreate },

  {
    path: '/connect/apps/activate',
    component: AppActivate,
    props: ({ query }) => ({ clientId: queryText(query['id']) }),
  },
  {
    path: '/connect/apps/authorize',
    component: AppAuthorize,
    props: (route) => ({ ...clientOf(route), error: queryText(route.query['error']) }),
  },
  { path: '/connect/apps/authenticate', component: AppAuthenticate, props: clientOf },

  { path: '/connect/connected-apps', component: ConnectedAppList, meta: { entry: connectedApps } },
  {
    path: '/connect/connected-apps/:connectionCode',
    component: ConnectedAppPage,
    props: true,
    meta: { entry: connectedApps },
    children: [{ path: 'delete', component: ConnectedAppDelete }],
  },
  {
    path: '/connect/connected-apps/:connectionCode/open',
    component: ConnectedAppOpen,
    props: true,
  },

  { path: '/system/roles', component: RoleList, meta: { entry: 'roles' } },
  { path: '/system/roles/:id', component: RolePage, props: true, meta: { entry: 'roles' } },

  { path: '/:unknown(.*)*', component: PageMissing, meta: { entry: appStore } },
]

/** The paths of the PIM's screens (contract B.6, D.5, E, H). */
export function createScreensRouter(history: RouterHistory): Router {
  return createRouter({ history, routes })
}
