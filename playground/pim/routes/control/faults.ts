import { faults } from '../../domain/faults.ts'
import { json } from '../../http/respond.ts'
import { findMismatch, listOf, word } from '../../store/shape.ts'
import { createRouter, type PimRouter } from '../router.ts'
import { mismatchProblem } from './problem.ts'
import { readDocument } from './read-document.ts'

const names = listOf(word(...Object.keys(faults)))

/** The faults that are on, as a list of names. */
export function faultRoutes(): PimRouter {
  const router = createRouter()
  router.get('/faults', (context) => json(context, 200, context.env.operation.current.faults))
  router.put('/faults', (context) => {
    const { operation } = context.env
    const document = readDocument(context)
    const mismatch = findMismatch(names, document)
    if (mismatch) return mismatchProblem(context, mismatch)
    const on = [...new Set(document as string[])]
    operation.settings.put('current', { ...operation.current, faults: on })
    return json(context, 200, on)
  })
  return router
}
