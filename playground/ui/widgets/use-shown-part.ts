import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue'

/**
 * Brings the part of a screen under a heading into sight as soon as it is there, within the screen's own scrolling place:
 * the page around stays where it is. What the reader does first wins.
 */
export function useShownPart(
  place: Readonly<ShallowRef<HTMLElement | null>>,
  heading: () => string | undefined,
): void {
  let observer: MutationObserver | undefined
  const stop = () => observer?.disconnect()

  onMounted(() => {
    const wanted = heading()
    const element = place.value
    if (wanted === undefined || !element) return
    const show = () => {
      const found = findHeading(element, wanted)
      const scroller = found && scrollerOf(found, element)
      if (!scroller) return
      scroller.scrollTop += found.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    }
    observer = new MutationObserver(show)
    observer.observe(element, { childList: true, subtree: true })
    for (const act of ['pointerdown', 'keydown', 'wheel'] as const) {
      element.addEventListener(act, stop, { once: true, passive: true })
    }
  })
  onBeforeUnmount(stop)
}

function findHeading(place: HTMLElement, wanted: string): HTMLElement | undefined {
  return [...place.querySelectorAll<HTMLElement>('h2, h3')].find(
    ({ textContent }) => textContent.trim().toLowerCase() === wanted.toLowerCase(),
  )
}

function scrollerOf(element: HTMLElement, place: HTMLElement): HTMLElement | undefined {
  for (let each = element.parentElement; each && each !== place; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each
  }
  return undefined
}
