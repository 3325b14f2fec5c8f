import { PimError } from '../../domain/error.ts'
import { findMeasurementFamilies } from '../../domain/measurement-family.ts'
import { saveMeasurementFamily } from '../../domain/measurement-family-change.ts'
import { fieldsOf } from '../../http/json-document.ts'
import { json } from '../../http/respond.ts'
import type { PimContext, PimRouter } from '../router.ts'
import { allowChange, readDocument } from './change.ts'
import { base } from './list.ts'
import { problemOf } from './problem.ts'
import { admit } from './read.ts'

const path = `${base}/measurement-families`
const greatestNumber = 100

/** `/measurement-families`: a plain array, for every caller; changed by a plain array too (contract I.4, I.5). */
export function measurementFamilyRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    admit(context)
    return json(context, 200, findMeasurementFamilies(context.env.operation))
  })
  router.patch(path, (context) => {
    allowChange(context, null)
    const families = readDocument(context)
    if (!Array.isArray(families)) {
      throw new PimError('bad-request', 'The list of measurement families has an invalid format.')
    }
    if (families.length > greatestNumber) {
      throw new PimError(
        'too-many-resources',
        `Too many resources to process, ${greatestNumber} is the maximum allowed.`,
      )
    }
    const documents: readonly unknown[] = families
    return json(
      context,
      200,
      documents.map((document) => resultOf(context, document)),
    )
  })
}

function resultOf(context: PimContext, document: unknown): object {
  const fields = fieldsOf(document)
  const code = fields?.get('code') ?? null
  try {
    const isNew = saveMeasurementFamily(context.env.operation, fields ?? new Map())
    return { code, status_code: isNew ? 201 : 204 }
  } catch (error) {
    if (!(error instanceof PimError)) throw error
    const { code: status, ...rest } = problemOf(error)
    return { code, status_code: status, ...rest }
  }
}
