import type { Exchange } from '../../../flow/exchange.ts'
import { marksOf } from './marks.ts'
import type { Mission, MissionRun, MissionStep, Situation } from './mission.ts'

/** The ids of the steps that are done, as the state and the exchanges tell. Nothing here knows of a click. */
export function doneSteps(
  mission: Mission,
  situation: Situation,
  exchanges: readonly Exchange[] = [],
): string[] {
  const { state, run } = situation
  const marks = new Set(marksOf(state))
  const seen = seeExchanges(mission, situation, exchanges)
  const isDone = (step: MissionStep) =>
    'isDone' in step
      ? step.isDone({ state, run, app: situation.app })
      : marks.has(seen[step.id] ?? '')
  const results = mission.steps.map(isDone)
  return mission.steps
    .filter(
      (step, index) => results[index] || (step.isPassing && results.slice(index + 1).some(Boolean)),
    )
    .map(({ id }) => id)
}

/** What was seen for each step, with what these exchanges add: the newest counts. */
export function seeExchanges(
  mission: Mission,
  situation: Situation,
  exchanges: readonly Exchange[],
): MissionRun['seen'] {
  const added: Record<string, string> = {}
  for (const step of mission.steps) {
    if ('isDone' in step) continue
    for (const exchange of exchanges) {
      const mark = step.see(exchange, situation)
      if (mark !== undefined) added[step.id] = mark
    }
  }
  return { ...situation.run.seen, ...added }
}
