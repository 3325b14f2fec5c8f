import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import { latestClock } from './record-shapes.ts'

const second = 1000

export interface ClockChange {
  /** Seconds, also parts of them. */
  readonly advance?: number
  /** True stops the clock, false lets it go on from where it stands. */
  readonly freeze?: boolean
}

/** Moves, stops or starts the PIM's clock. Throws `unprocessable` when it would go back or beyond the year 9000. */
export function changeClock(operation: Operation, change: ClockChange): void {
  const { advance = 0, freeze } = change
  if (!Number.isFinite(advance) || advance < 0) {
    throw new PimError('unprocessable', '"advance" expects a number of seconds, 0 or more.')
  }
  const before = operation.now()
  const { frozenAt, offset } = operation.current.clock
  const by = Math.round(advance * second)
  if (before + by > latestClock) {
    throw new PimError('unprocessable', 'The clock cannot go beyond the year 9000.')
  }
  const isFrozen = freeze ?? frozenAt !== null
  const hostTime = frozenAt === null ? before - offset : operation.hostNow()
  const clock = isFrozen
    ? { offset, frozenAt: before + by }
    : { offset: before + by - hostTime, frozenAt: null }
  operation.settings.put('current', { ...operation.current, clock })
}
