import { findMeasurementFamilies } from '../../domain/measurement-family.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { base } from './list.ts'
import { admit } from './read.ts'

/** `/measurement-families`: a plain array, for every caller (contract I.4). */
export function measurementFamilyRoutes(router: PimRouter): void {
  router.get(`${base}/measurement-families`, (context) => {
    admit(context)
    return json(context, 200, findMeasurementFamilies(context.env.operation))
  })
}
