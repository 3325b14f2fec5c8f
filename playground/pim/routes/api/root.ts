import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { base } from './list.ts'

interface Route {
  readonly route: string
  readonly methods: readonly string[]
}

const tokenRoute = '/api/oauth/v1/token'

/** `/api/rest/v1`: what there is, for everyone, also without a token (contract I.1). */
export function rootRoutes(router: PimRouter): void {
  router.get(base, (context) => {
    const { url } = context.env.operation
    return json(context, 200, {
      host: new URL(url).origin,
      authentication: { fos_oauth_server_token: { route: tokenRoute, methods: ['POST'] } },
      routes: Object.fromEntries(routesOf(router)),
    })
  })
}

/** The routes that this PIM answers, by the names that the real one gives them. */
function routesOf(router: PimRouter): Map<string, Route> {
  const routes = new Map<string, Route>()
  for (const { method, path } of router.routes) {
    if (!path.startsWith(`${base}/`) || method === 'ALL') continue
    const route = path.replaceAll(/:(\w+)/g, '{$1}')
    routes.set(nameOf(method, route), { route, methods: [method] })
  }
  return routes
}

function nameOf(method: string, route: string): string {
  const parts = route.slice(base.length + 1).split('/')
  const words = parts.filter((part) => !part.startsWith('{')).flatMap((part) => part.split('-'))
  const name = words.map((word) => word.replace(/ies$/, 'y').replace(/s$/, '')).join('_')
  if (name.endsWith('_search')) return `pim_api_${name}`
  const isOne = route.endsWith('}') || name === 'system_information'
  return `pim_api_${name}_${verbOf(method, isOne)}`
}

function verbOf(method: string, isOne: boolean): string {
  switch (method) {
    case 'GET':
      return isOne ? 'get' : 'list'
    case 'POST':
      return 'create'
    case 'PATCH':
      return isOne ? 'partial_update' : 'partial_update_list'
    default:
      return method.toLowerCase()
  }
}
