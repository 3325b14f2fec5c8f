import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { useWorkbench } from '../workbench.ts'
import { readOperations, type Operation } from './operations.ts'

const first = 'GET /api/rest/v1/products'

export interface OperationState {
  operations: ShallowRef<readonly Operation[]>
  /** Why there are none. */
  failure: ShallowRef<string>
  operation: ComputedRef<Operation | undefined>
  /** What the page's address names and the API does not have; an empty text otherwise. */
  unknown: ComputedRef<string>
  choose(id: string): void
}

/**
 * The endpoints that the page's own PIM describes, and the one that is chosen: at first `preset`, and without it the one
 * that the page's address names.
 */
export function useOperation(preset?: string): OperationState {
  const { pim } = useWorkbench()
  const operations = shallowRef<readonly Operation[]>([])
  const failure = shallowRef('')
  const named = shallowRef(preset ?? readAddress())

  async function load(): Promise<void> {
    try {
      const response = await pim.navigate(new Request(`${pim.url}/_control/openapi.json`))
      operations.value = readOperations(await response.json())
    } catch (error) {
      failure.value = (error as Error).message
    }
  }
  void load()

  const readAgain = () => (named.value = readAddress())
  if (preset === undefined) {
    window.addEventListener('popstate', readAgain)
    onScopeDispose(() => window.removeEventListener('popstate', readAgain))
  }

  const find = (id: string) => operations.value.find((each) => each.id === id)
  return {
    operations,
    failure,
    operation: computed(() => find(named.value === '' ? first : named.value)),
    unknown: computed(() =>
      named.value === '' || operations.value.length === 0 || find(named.value) ? '' : named.value,
    ),
    choose(id) {
      named.value = id
      if (preset !== undefined) return
      const { pathname, search, hash } = window.location
      const query = new URLSearchParams(search)
      query.set('operation', id)
      window.history.replaceState(window.history.state, '', `${pathname}?${query}${hash}`)
    },
  }
}

function readAddress(): string {
  return new URLSearchParams(window.location.search).get('operation') ?? ''
}
