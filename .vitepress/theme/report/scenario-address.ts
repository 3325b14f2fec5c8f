import { openBrowserPim } from '../../../playground/hosts/browser/index.ts'
import { withoutSecrets } from '../../../playground/ui/workbench/scenarios/shared-scenario.ts'
import { writeScenarioHash } from '../../../playground/ui/workbench/scenarios/share-link.ts'

/**
 * The address that opens the state of this browser's PIM in the playground; no secret is in it.
 *
 * @param playground the address of the playground
 * @throws {Error} when the state cannot be read
 */
export async function scenarioAddress(playground: string): Promise<string> {
  const pim = await openBrowserPim()
  const response = await pim.navigate(new Request(`${pim.url}/_control/scenario`))
  if (!response.ok) throw new Error(`The PIM answered ${response.status}`)
  return playground + writeScenarioHash(withoutSecrets(await response.json()))
}
