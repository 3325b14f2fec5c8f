import { useRoute } from 'vitepress'
import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue'

/** Gives what a screen reader should say: the title after each change of page, and that code was copied. */
export function useAnnouncement(): ShallowRef<string> {
  const announcement = shallowRef('')
  const route = useRoute()
  let observer: MutationObserver | undefined

  watch(
    () => route.data.title,
    (title) => {
      announcement.value = title
    },
  )

  function onClick(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button.copy') : null
    if (!button) return
    observer?.disconnect()
    observer = new MutationObserver(() => {
      if (button.classList.contains('copied')) announcement.value = 'Code copied'
      else {
        announcement.value = ''
        observer?.disconnect()
      }
    })
    observer.observe(button, { attributes: true, attributeFilter: ['class'] })
  }

  onMounted(() => addEventListener('click', onClick))
  onBeforeUnmount(() => {
    observer?.disconnect()
    removeEventListener('click', onClick)
  })
  return announcement
}
