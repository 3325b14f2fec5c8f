import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { useScreens } from './screens.ts'

export interface UnsavedChanges {
  /** Whether the question is on the screen. */
  isAsking: ShallowRef<boolean>
  answer(leave: boolean): void
}

/**
 * Holds a navigation, a reload or a closing back while there are changes, until somebody says whether to leave. `param` names the part of the
 * address that says what is edited: a dialog of the same page is no leaving.
 */
export function useUnsavedChanges(param: string, isDirty: () => boolean): UnsavedChanges {
  const isAsking = shallowRef(false)
  let decide: ((leave: boolean) => void) | undefined

  function answer(leave: boolean): void {
    isAsking.value = false
    decide?.(leave)
    decide = undefined
  }

  function ask(): true | Promise<boolean> {
    if (!isDirty()) return true
    answer(false)
    isAsking.value = true
    return new Promise((resolve) => (decide = resolve))
  }

  const stopGuarding = useScreens().guardLeaving(ask)
  onBeforeRouteLeave(ask)
  onBeforeRouteUpdate((to, from) => to.params[param] === from.params[param] || ask())

  function warn(event: BeforeUnloadEvent): void {
    if (isDirty()) event.preventDefault()
  }

  onMounted(() => window.addEventListener('beforeunload', warn))
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', warn)
    stopGuarding()
    answer(false)
  })

  return { isAsking, answer }
}
