import { watch } from 'vue'

/** Tells a listener of each change; gives what stops that. */
type Changes = (listener: () => void) => () => void

/**
 * Holds changes back from a page that nobody sees: it is told once, as soon as it is in sight again. To be called, and
 * listened to, while a component is set up.
 */
export function changesInSight(changes: Changes, isInSight: () => boolean): Changes {
  return (listener) => {
    let isOld = false
    const stopListening = changes(() => {
      if (isInSight()) listener()
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
