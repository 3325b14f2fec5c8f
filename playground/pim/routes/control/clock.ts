import { changeClock, type ClockChange } from '../../domain/clock.ts'
import { json } from '../../http/respond.ts'
import { findMismatch, flag, anything, type Shape } from '../../store/shape.ts'
import { createRouter, type PimRouter } from '../router.ts'
import { mismatchProblem } from './problem.ts'
import { readDocument } from './read-document.ts'

const fields = { advance: anything, freeze: flag }

/** `{"advance": <seconds>}` moves the clock, `{"freeze": true}` stops it; both may stand together. */
export function clockRoutes(): PimRouter {
  const router = createRouter()
  router.post('/clock', (context) => {
    const { operation } = context.env
    const document = readDocument(context)
    const mismatch = findMismatch(shapeFor(document), document)
    if (mismatch) return mismatchProblem(context, mismatch)
    const { advance } = document as ClockChange
    if (advance !== undefined && typeof advance !== 'number') {
      const message = 'Expected a number of seconds, 0 or more'
      return mismatchProblem(context, { pointer: '/advance', message })
    }
    changeClock(operation, document as ClockChange)
    const { clock } = operation.current
    const now = new Date(operation.now()).toISOString()
    return json(context, 200, { now, frozen: clock.frozenAt !== null })
  })
  return router
}

/** Both fields may be left out, but not both at once. */
function shapeFor(document: unknown): Shape {
  const names = Object.keys(fields).filter(
    (name) => typeof document === 'object' && document !== null && Object.hasOwn(document, name),
  ) as (keyof typeof fields)[]
  const present = names.length > 0 ? names : (['advance'] as const)
  const shapes = Object.fromEntries(present.map((name) => [name, fields[name]]))
  return { kind: 'record', fields: shapes, isOpen: false }
}
