import { onScopeDispose } from 'vue'
import { isScenarioHash } from './scenario-hash.ts'
import { LinkError, readScenarioHash } from './share-link.ts'
import { findSecret, withFreshSecrets } from './shared-scenario.ts'
import type { Scenarios } from './use-scenarios.ts'

/** Offers the scenario of a link when the page is opened with one, and takes it out of the address. */
export function useSharedLink({ offer, refuse }: Pick<Scenarios, 'offer' | 'refuse'>): void {
  function open(): void {
    const { hash, pathname, search } = window.location
    if (!isScenarioHash(hash)) return
    window.history.replaceState(window.history.state, '', pathname + search)
    try {
      const shared = readScenarioHash(hash)
      const secret = findSecret(shared)
      if (secret) throw new LinkError(`At ${secret.pointer}: ${secret.message}`)
      offer({
        title: 'The scenario of the link',
        scenario: withFreshSecrets(shared),
        note: 'A link holds no secrets: passwords, client secrets, tokens and codes are made afresh.',
      })
    } catch (error) {
      if (!(error instanceof LinkError)) throw error
      refuse('The link cannot be opened', error.message)
    }
  }

  open()
  window.addEventListener('hashchange', open)
  onScopeDispose(() => window.removeEventListener('hashchange', open))
}
