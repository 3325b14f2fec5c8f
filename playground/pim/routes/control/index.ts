import type { Scenario } from '../../domain/scenario.ts'
import { json } from '../../http/respond.ts'
import { createRouter, type PimRouter } from '../router.ts'
import type { Journal } from '../journal.ts'

/** What the control routes need beyond an operation. */
export interface ControlOptions {
  readonly journal: Journal
  /** The state to which `POST /_control/reset` returns. */
  readonly initial: Scenario
}

/** The mock's own addresses, under `/_control/` and nowhere else. */
export function controlRoutes({ journal }: ControlOptions): PimRouter {
  const router = createRouter()
  router.get('/_control/exchanges', (context) => json(context, 200, journal.entries()))
  return router
}
