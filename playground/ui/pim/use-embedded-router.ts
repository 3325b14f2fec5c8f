import { onBeforeUnmount, provide, shallowReactive, watch } from 'vue'
import {
  createMemoryHistory,
  routeLocationKey,
  type RouteLocationNormalizedLoaded,
  type Router,
  type RouterHistory,
  routerKey,
  routerViewLocationKey,
} from 'vue-router'
import { createScreensRouter } from './router.ts'

export interface EmbeddedRouterOptions {
  /** How addresses are kept. Default: in memory, beginning with `address`. */
  history?: RouterHistory | undefined
  /** Where the page around wants to be. */
  address: () => string
  /** Told after every navigation, also after one that was held back. */
  onAddress: (address: string) => void
}

/**
 * A router for one component and what it holds. The page around may be any Vue app, with a router of another kind;
 * therefore the router is provided here rather than installed.
 */
export function useEmbeddedRouter(options: EmbeddedRouterOptions): Router {
  const history = options.history ?? createMemoryHistory()
  const router = createScreensRouter(history)
  provide(routerKey, router)
  provide(routerViewLocationKey, router.currentRoute)
  provide(routeLocationKey, followRoute(router))

  router.afterEach(() => options.onAddress(router.currentRoute.value.fullPath))
  watch(options.address, (address) => {
    if (address !== router.currentRoute.value.fullPath) void router.push(address || '/')
  })
  void router.push(options.history ? history.location : options.address() || '/')

  onBeforeUnmount(() => history.destroy())
  return router
}

function followRoute(router: Router): RouteLocationNormalizedLoaded {
  const route = { ...router.currentRoute.value }
  for (const key of Object.keys(route)) {
    Object.defineProperty(route, key, {
      enumerable: true,
      get: () => Reflect.get(router.currentRoute.value, key),
    })
  }
  return shallowReactive(route)
}
