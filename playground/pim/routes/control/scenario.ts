import { checkScenario } from '../../domain/check-scenario.ts'
import { dumpScenario, recordsOf, replaceRecords, type Scenario } from '../../domain/scenario.ts'
import { findUnusable } from '../../domain/id-token.ts'
import { json } from '../../http/respond.ts'
import type { Mismatch } from '../../store/shape.ts'
import { createRouter, type PimRouter } from '../router.ts'
import { readDocument } from './read-document.ts'
import { mismatchProblem } from './problem.ts'
import type { ControlOptions } from './index.ts'

/** The whole state as one document: give it, take another one, go back to the first one. */
export function scenarioRoutes({ journal, initial }: ControlOptions): PimRouter {
  const router = createRouter()

  router.get('/scenario', (context) => json(context, 200, dumpScenario(context.env.operation)))

  router.put('/scenario', async (context) => {
    const { operation } = context.env
    const document = readDocument(context)
    const mismatch = checkScenario(document) ?? (await checkKeys(document as Scenario))
    if (mismatch) return mismatchProblem(context, mismatch)
    replaceRecords(operation, recordsOf(document as Scenario))
    return json(context, 200, dumpScenario(operation))
  })

  router.post('/reset', (context) => {
    const { operation } = context.env
    replaceRecords(operation, initial())
    journal.clear()
    return json(context, 200, dumpScenario(operation))
  })

  return router
}

const unusable = {
  privateKey: 'Is no RSA key for RS256',
  certificate: 'Is not the certificate of the private key',
} as const

/** A key that looks like one need not be one. */
async function checkKeys({ openIdKeys }: Scenario): Promise<Mismatch | undefined> {
  for (const [index, key] of openIdKeys.entries()) {
    const part = await findUnusable(key)
    if (part) return { pointer: `/openIdKeys/${index}/${part}`, message: unusable[part] }
  }
  return undefined
}
