import type { Marketplace } from '../domain/marketplace.ts'
import type { Scenario } from '../domain/scenario.ts'
import type { Catalogue } from './catalogue.ts'
import store from './marketplace.json' with { type: 'json' }
import scenario from './scenario.json' with { type: 'json' }

/** The state that a PIM begins with unless it is told another one. */
export const defaultScenario = scenario as Scenario

/** What the App Store lists. */
export const marketplace: Marketplace = store

/** The demo catalogue, by collection and key. It is a download of its own: most of what a PIM answers does without. */
export async function loadCatalogue(): Promise<Catalogue> {
  const { catalogue } = await import('./catalogue.ts')
  return catalogue()
}
