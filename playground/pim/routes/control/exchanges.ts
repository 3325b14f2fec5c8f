import { json } from '../../http/respond.ts'
import type { Journal } from '../journal.ts'
import { createRouter, type PimRouter } from '../router.ts'
import { maskExchange } from './mask.ts'

/** The journal, newest last, secrets masked. */
export function exchangeRoutes(journal: Journal): PimRouter {
  const router = createRouter()
  router.get('/exchanges', (context) => json(context, 200, journal.entries().map(maskExchange)))
  router.delete('/exchanges', (context) => {
    journal.clear()
    return json(context, 200, [])
  })
  return router
}
