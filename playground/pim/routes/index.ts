import { createRouter, type PimRouter } from './router.ts'
import { internalRoutes } from './internal/index.ts'
import { oauthRoutes } from './oauth/index.ts'
import { controlRoutes, type ControlOptions } from './control/index.ts'
import { needsCatalogue } from './needing-catalogue.ts'
import { noRoute } from './no-route.ts'

/** All routes of a PIM, each vocabulary with its own errors. */
export interface PimRoutes {
  /** The path of a request, in which percent-encoded letters are decoded. */
  pathOf(request: Request): string
  /** Those of which one answers at a path, or all. What only clients of the catalogue ask for is loaded for the first. */
  answering(path: string): PimRouter | Promise<PimRouter>
  all(): PimRouter | Promise<PimRouter>
}

/** Puts the routes of a PIM together, once per PIM. */
export function createPimRoutes(
  options: Omit<ControlOptions, 'describe'> & { readonly control: boolean },
): PimRoutes {
  const early = createRoutes([])
  let whole: PimRouter | undefined
  let loading: Promise<PimRouter> | undefined

  function createRoutes(late: readonly PimRouter[]): PimRouter {
    const router = createRouter()
    router.route('/', oauthRoutes())
    router.route('/', internalRoutes())
    for (const routes of late) router.route('/', routes)
    if (options.control) router.route('/', controlRoutes({ ...options, describe }))
    router.notFound((context) => noRoute(router, context))
    // What no vocabulary knows leaves the routes, so that the store undoes what was written.
    router.onError((error) => {
      throw error
    })
    return router
  }

  async function load(): Promise<PimRouter> {
    const { lateRoutes } = await import('./late.ts')
    whole = createRoutes(lateRoutes())
    return whole
  }

  function all(): PimRouter | Promise<PimRouter> {
    if (whole) return whole
    loading ??= load().finally(() => (loading = undefined))
    return loading
  }

  // Long, and wanted by few.
  async function describe(url: string) {
    const { describeApi } = await import('./openapi/openapi.ts')
    return describeApi(await all(), url)
  }

  return {
    pathOf: early.getPath,
    answering: (path) => (whole === undefined && isEarly(path) ? early : all()),
    all,
  }
}

/** Whether no late route answers at a path. */
function isEarly(path: string): boolean {
  return !needsCatalogue(path) && !path.startsWith('/api/rest/')
}
