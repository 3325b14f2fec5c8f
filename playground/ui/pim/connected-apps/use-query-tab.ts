import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** The tab that the address names as `?tab=`, the first one when it names none; so a link leads to a tab. */
export function useQueryTab(ids: () => readonly string[]): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get() {
      const asked = route.query['tab']
      return ids().find((id) => id === asked) ?? ids()[0] ?? ''
    },
    set(id) {
      const query = id === ids()[0] ? {} : { tab: id }
      void router.replace({ path: route.path, query })
    },
  })
}
