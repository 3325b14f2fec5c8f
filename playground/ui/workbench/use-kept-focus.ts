import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue'

/** What is named, so that a screen reader says where the focus has come to. */
const namedPlace = '[role="group"], [role="tabpanel"], [role="region"], section, form'
const isNamed = ':is([aria-label], [aria-labelledby])'
/** Long enough for whoever removed the control to put the focus where it fits better. */
const grace = 120

/**
 * Keeps the focus from getting lost: when the control that has it goes, is hidden or disabled, the focus comes to the
 * smallest named place around it that is still there. A control that was only disabled for a moment gets it back.
 */
export function useKeptFocus(root: Readonly<ShallowRef<HTMLElement | null>>): void {
  let last: HTMLElement | undefined
  let around: HTMLElement[] = []
  let wasAway = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function remember({ target }: FocusEvent): void {
    const isHere = target instanceof HTMLElement && root.value?.contains(target)
    last = isHere ? target : undefined
    around = last ? placesAround(last) : []
    wasAway = false
  }

  function look(): void {
    timer = undefined
    const { activeElement, body } = document
    if (!last || !(activeElement === body || activeElement === last || !activeElement)) return
    if (isUsable(last)) {
      // The reader may have pressed beside it; only what was away comes back.
      if (wasAway && activeElement !== last) last.focus({ preventScroll: true })
      return
    }
    const place = around.find((each) => each.isConnected && isShown(each))
    if (!place) return
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1
    place.focus({ preventScroll: true })
  }

  function lookSoon(): void {
    // Whether it is in sight is only asked afterwards: to ask at each change would cost a layout each time.
    wasAway ||= last !== undefined && (!last.isConnected || last.matches(':disabled'))
    timer ??= setTimeout(look, grace)
  }

  const observer = new MutationObserver(lookSoon)
  onMounted(() => {
    if (!root.value) return
    const attributeFilter = ['disabled', 'style', 'hidden']
    observer.observe(root.value, { attributeFilter, childList: true, subtree: true })
    document.addEventListener('focusin', remember)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    clearTimeout(timer)
    document.removeEventListener('focusin', remember)
  })
}

/** From the inside out. */
function placesAround(element: HTMLElement): HTMLElement[] {
  const places: HTMLElement[] = []
  let place = element.parentElement
  for (; place; place = place.parentElement) {
    if (place.matches(namedPlace) && place.matches(isNamed)) places.push(place)
  }
  return places
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && isShown(element) && !element.matches(':disabled')
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}
