import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { base } from './list.ts'
import { admit } from './read.ts'

// Contract I.1: the version that the stored source answers with.
const version = '20210521041041'

/** `/system-information`: all that an app without scopes can read (contract I.1). */
export function systemRoutes(router: PimRouter): void {
  router.get(`${base}/system-information`, (context) => {
    admit(context)
    return json(context, 200, { version, edition: context.env.operation.current.edition })
  })
}
