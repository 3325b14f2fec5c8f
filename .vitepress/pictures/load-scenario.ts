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
export async function loadScenario({ name, scenario, edition }: Picture): Promise<Scenario> {
  const named = namedScenarios.find(({ id }) => id === scenario)
  const loaded = named ? await named.load() : { ...defaultScenario, ...readOwn(name, scenario) }
  return {
    ...loaded,
    edition: edition ?? loaded.edition,
    clock: { offset: 0, frozenAt: loaded.clock.frozenAt ?? moment },
  }
}

function readOwn(picture: string, scenario: string): Partial<Scenario> {
  const file = new URL(`scenarios/${scenario}.json`, import.meta.url)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Scenario>
  } catch (cause) {
    throw new RangeError(`pictures: ${picture}: no such scenario: "${scenario}"`, { cause })
  }
}
