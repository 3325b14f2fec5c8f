import { computed, shallowRef, type ComputedRef, type WritableComputedRef } from 'vue'
import { useApiCalls } from '../missions/use-api-calls.ts'
import { usePimState } from '../missions/use-pim-state.ts'
import { useWorkbench } from '../workbench.ts'
import {
  tokenlessConnections,
  tokensAtHand,
  type TokenAtHand,
  type TokenlessConnection,
} from './tokens-at-hand.ts'

export interface Tokens {
  tokens: ComputedRef<readonly TokenAtHand[]>
  tokenless: ComputedRef<readonly TokenlessConnection[]>
  /** The token that is chosen: the reader's choice, else the one that the app got last. Empty means none. */
  chosen: WritableComputedRef<string>
  held: ComputedRef<TokenAtHand | undefined>
  /** Gets a token for a connection with its credentials, and chooses it. */
  getToken(connection: TokenlessConnection): Promise<void>
  outcome: ReturnType<typeof useApiCalls>['outcome']
}

/** The tokens that the apps and connections of the page's PIM hold. */
export function useTokens(): Tokens {
  const { pim, token: earned } = useWorkbench()
  const { state } = usePimState(pim)
  const { askForToken, outcome } = useApiCalls()
  const tokens = computed(() => (state.value ? tokensAtHand(state.value) : []))
  const tokenless = computed(() => (state.value ? tokenlessConnections(state.value) : []))
  const choice = shallowRef<string>()

  const chosen = computed({
    get() {
      const known = tokens.value.map(({ token }) => token)
      if (choice.value === '') return ''
      const wanted = [choice.value, earned.value?.token, known[0]]
      return wanted.find((token) => token !== undefined && known.includes(token)) ?? ''
    },
    set: (token) => (choice.value = token),
  })

  return {
    tokens,
    tokenless,
    chosen,
    held: computed(() => tokens.value.find(({ token }) => token === chosen.value)),
    async getToken({ credentials }) {
      const token = await askForToken(credentials)
      if (token !== undefined) choice.value = token
    },
    outcome,
  }
}
