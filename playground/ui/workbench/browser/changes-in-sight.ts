import { watch } from 'vue'
import type { ChangeSource } from '../../pim/changes.ts'

/**
 * Holds changes back from a page that nobody sees: it is told once, as soon as it is in sight again. To be called, and
 * listened to, while a component is set up.
 */
export function changesInSight(changes: ChangeSource, isInSight: () => boolean): ChangeSource {
  return (listener) => {
    let isOld = false
    const stopListening = changes((changed) => {
      if (isInSight()) listener(changed)
      else isOld = true
    })
    const stopWatching = watch(isInSight, (isNow) => {
      if (!isNow || !isOld) return
      isOld = false
      listener()
    })
    return () => {
      stopListening()
      stopWatching()
    }
  }
}
