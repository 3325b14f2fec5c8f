import { readFileSync } from 'node:fs'
import { defaultScenario, namedScenarios, type Scenario } from '../../playground/pim/index.ts'
import type { Picture } from './picture.ts'

/** Pictures without a date of their own are of this moment, at which the clock stands. */
const moment = 1_773_412_200_000

/**
 * The scenario of a picture with its clock stopped. A file in `scenarios/` holds what differs from the default one,
 * as those of the gallery do.
 *
 * @throws {RangeError} when there is none of that name
 */
export async function loadScenario({ scenario, edition }: Picture): Promise<Scenario> {
  const named = namedScenarios.find(({ id }) => id === scenario)
  const loaded = named ? await named.load() : { ...defaultScenario, ...readOwn(scenario) }
  return {
    ...loaded,
    edition: edition ?? loaded.edition,
    clock: { offset: 0, frozenAt: loaded.clock.frozenAt ?? moment },
  }
}

function readOwn(name: string): Partial<Scenario> {
  const file = new URL(`scenarios/${name}.json`, import.meta.url)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Scenario>
  } catch (cause) {
    throw new RangeError(`Name a scenario of the gallery or of scenarios/: found "${name}"`, {
      cause,
    })
  }
}
