import { createMemoryDriver, type Change, type Scenario } from '../../playground/pim/index.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

/**
 * A PIM that opens a state with these changes in it. What was kept once opens again, also where a scenario like it is
 * refused.
 */
export async function reopen(scenario: Scenario, ...changes: readonly Change[]): Promise<BuiltPim> {
  const driver = createMemoryDriver()
  await driver.commit(changes, 1)
  return buildPim({ scenario, options: { driver } })
}
