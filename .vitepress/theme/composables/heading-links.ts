import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue'
import { shareAddress } from '../address/share.ts'

const shownFor = 2000

/** Copies the address of a heading when its mark is pressed, says so, and goes there as every link does. */
export function useHeadingLinks(announcement: ShallowRef<string>): void {
  async function onClick(event: MouseEvent): Promise<void> {
    const link = event.target instanceof Element ? event.target.closest('a.header-anchor') : null
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey) return
    try {
      await navigator.clipboard.writeText(await shareAddress(link.hash))
    } catch {
      // Without the clipboard the address still stands in the address bar.
      return
    }
    announcement.value = 'Link copied'
    link.classList.add('copied')
    setTimeout(() => {
      link.classList.remove('copied')
      announcement.value = ''
    }, shownFor)
  }

  onMounted(() => addEventListener('click', onClick))
  onBeforeUnmount(() => removeEventListener('click', onClick))
}
