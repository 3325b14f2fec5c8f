import { json } from '../../http/respond.ts'
import type { JsonSchema } from '../../store/json-schema.ts'
import { createRouter, type PimRouter } from '../router.ts'

/** `GET /_control/openapi.json`: what this PIM serves, made from its routes. */
export function openApiRoutes(describe: (url: string) => Promise<JsonSchema>): PimRouter {
  const router = createRouter()
  router.get('/openapi.json', async (context) =>
    json(context, 200, await describe(context.env.operation.url)),
  )
  return router
}
