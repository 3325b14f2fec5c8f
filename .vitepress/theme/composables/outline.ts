import { useData, type Header } from 'vitepress'
import {
  computed,
  onBeforeUnmount,
  onMounted,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
} from 'vue'

/** A heading of the current page. */
export interface OutlineEntry {
  id: string
  text: string
  level: number
}

/** Where a heading is: the distance of its top edge from the top of the window. */
export interface HeadingPosition {
  id: string
  top: number
}

/**
 * Decides which heading the reader is at: the last one above the reading line, or the last one of all when the page is
 * scrolled to its end and cannot bring it up to the line. None above the first heading.
 */
export function currentHeading(
  headings: readonly HeadingPosition[],
  readingLine: number,
  atEnd: boolean,
): string | undefined {
  if (atEnd) return headings.at(-1)?.id
  return headings.findLast((heading) => heading.top <= readingLine)?.id
}

/** Lists the headings of level 2 and 3 in the order of the page. */
export function flattenHeaders(headers: readonly Header[]): OutlineEntry[] {
  return headers.flatMap((header) => {
    const below = flattenHeaders(header.children)
    if (header.level < 2 || header.level > 3) return below
    return [{ id: header.slug, text: header.title, level: header.level }, ...below]
  })
}

/** Keeps the outline of the current page and the heading the reader is at. */
export function useOutline(): {
  entries: ComputedRef<OutlineEntry[]>
  current: Ref<string | undefined>
} {
  const { page } = useData()
  const entries = computed(() => flattenHeaders(page.value.headers))
  const current = shallowRef<string>()
  let frame = 0

  function locate(): void {
    frame = 0
    const root = document.documentElement
    const atEnd = window.scrollY > 0 && window.scrollY + window.innerHeight >= root.scrollHeight - 2
    const readingLine = Number.parseFloat(getComputedStyle(root).scrollPaddingTop) + 8
    const headings = entries.value.flatMap(({ id }) => {
      const top = document.getElementById(id)?.getBoundingClientRect().top
      return top === undefined ? [] : [{ id, top }]
    })
    current.value = currentHeading(headings, readingLine, atEnd)
  }

  function schedule(): void {
    frame ||= requestAnimationFrame(locate)
  }

  watch(entries, schedule, { flush: 'post' })
  onMounted(() => {
    schedule()
    addEventListener('scroll', schedule, { passive: true })
    addEventListener('resize', schedule, { passive: true })
  })
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame)
    removeEventListener('scroll', schedule)
    removeEventListener('resize', schedule)
  })
  return { entries, current }
}
