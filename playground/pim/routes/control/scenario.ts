import { checkScenario } from '../../domain/check-scenario.ts'
import { dumpScenario, recordsOf, replaceRecords, type Scenario } from '../../domain/scenario.ts'
import { json } from '../../http/respond.ts'
import { createRouter, type PimRouter } from '../router.ts'
import { readDocument } from './read-document.ts'
import { mismatchProblem } from './problem.ts'
import type { ControlOptions } from './index.ts'

/** The whole state as one document: give it, take another one, go back to the first one. */
export function scenarioRoutes({ journal, initial }: ControlOptions): PimRouter {
  const router = createRouter()

  router.get('/scenario', (context) => json(context, 200, dumpScenario(context.env.operation)))

  router.put('/scenario', (context) => {
    const { operation } = context.env
    const document = readDocument(context)
    const mismatch = checkScenario(document)
    if (mismatch) return mismatchProblem(context, mismatch)
    replaceRecords(operation, recordsOf(document as Scenario))
    return json(context, 200, dumpScenario(operation))
  })

  router.post('/reset', (context) => {
    const { operation } = context.env
    replaceRecords(operation, initial)
    journal.clear()
    return json(context, 200, dumpScenario(operation))
  })

  return router
}
