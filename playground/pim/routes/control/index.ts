import type { Records } from '../../domain/scenario.ts'
import type { JsonSchema } from '../../store/json-schema.ts'
import { createRouter, type PimRouter } from '../router.ts'
import type { Journal } from '../journal.ts'
import { clockRoutes } from './clock.ts'
import { exchangeRoutes } from './exchanges.ts'
import { faultRoutes } from './faults.ts'
import { openApiRoutes } from './openapi.ts'
import { controlProblem } from './problem.ts'
import { scenarioRoutes } from './scenario.ts'
import { sessionRoutes } from './session.ts'

/** What the control routes need beyond an operation. */
export interface ControlOptions {
  readonly journal: Journal
  /** The records to which `POST /_control/reset` returns. */
  readonly initial: () => Records
  /** What all routes are, for a PIM that is reached at `url`. */
  readonly describe: (url: string) => Promise<JsonSchema>
}

/** The mock's own addresses, under `/_control/` and nowhere else (design section 5). */
export function controlRoutes(options: ControlOptions): PimRouter {
  const router = createRouter()
  const groups = [
    scenarioRoutes(options),
    clockRoutes(),
    exchangeRoutes(options.journal),
    faultRoutes(),
    sessionRoutes(),
    openApiRoutes(options.describe),
  ]
  for (const group of groups) {
    group.onError(controlProblem)
    router.route('/_control', group)
  }
  return router
}
