import type { HttpRequest } from './exchange.ts'

/** What a tab shows. */
export type View =
  | { readonly kind: 'blank' }
  | { readonly kind: 'pim'; readonly address: string }
  | {
      readonly kind: 'document'
      readonly status: number
      readonly contentType: string
      readonly body: string
    }
  | { readonly kind: 'notice'; readonly title: string; readonly text: string }

/** One page in a tab's history: how it was asked for, where it came from in the end, and what is shown. */
export interface Page {
  readonly url: string
  readonly view: View
  /** What a reload sends again. */
  readonly request: Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'>
}

/** A tab's pages; back and forward show them again as they were, like a browser's page cache. */
export interface TabHistory {
  readonly pages: readonly Page[]
  readonly index: number
}

export function startHistory(page: Page): TabHistory {
  return { pages: [page], index: 0 }
}

export function currentPage({ pages, index }: TabHistory): Page {
  const page = pages[index]
  if (!page) throw new RangeError(`A history of ${pages.length} pages has no page ${index}`)
  return page
}

/** Adds a page behind the current one and forgets what was forward of it. */
export function pushPage({ pages, index }: TabHistory, page: Page): TabHistory {
  return { pages: [...pages.slice(0, index + 1), page], index: index + 1 }
}

export function replacePage({ pages, index }: TabHistory, page: Page): TabHistory {
  return { pages: pages.with(index, page), index }
}

export function canMove({ pages, index }: TabHistory, by: number): boolean {
  return index + by >= 0 && index + by < pages.length
}

export function move(history: TabHistory, by: number): TabHistory {
  return canMove(history, by) ? { ...history, index: history.index + by } : history
}
