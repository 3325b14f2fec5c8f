import type { PageIndex, SitePage } from './pages.ts'
import sections from './sections.json' with { type: 'json' }

export interface SidebarGroup {
  text: string
  items: { text: string; link: string }[]
}

/**
 * The sidebar of each part of the site, by the prefix of its pages' addresses: the order of
 * `sections.json`, the pages' own titles. Pages that are not there yet are left out; pages that the
 * list does not know come last, in a group named after their folder.
 */
export function sidebar(index: PageIndex): Record<string, SidebarGroup[]> {
  const result: Record<string, SidebarGroup[]> = {}
  for (const { prefixes, groups } of sections) {
    const found = groups
      .map(({ text, pages }) => ({
        text,
        items: pages.flatMap((link) => itemOf(index.byLink(link))),
      }))
      .filter(({ items }) => items.length > 0)
    for (const prefix of prefixes) if (found.length > 0) result[prefix] = found
  }
  const listed = new Set(sections.flatMap(({ groups }) => groups.flatMap(({ pages }) => pages)))
  const shallowFirst = index.pages().toSorted((a, b) => depthOf(a) - depthOf(b))
  for (const page of shallowFirst) {
    if (listed.has(page.link) || page.link.endsWith('/') || page.path === '404.md') continue
    addUnlisted(result, page)
  }
  return result
}

function addUnlisted(result: Record<string, SidebarGroup[]>, page: SitePage): void {
  const folder = page.link.slice(0, page.link.lastIndexOf('/') + 1)
  const prefix =
    Object.keys(result).find((known) => /^\/.+\/$/.test(known) && folder.startsWith(known)) ??
    `/${folder.split('/')[1] ?? ''}/`.replace('//', '/')
  const groups = (result[prefix] ??= [])
  const text = nameOf(folder)
  let group = groups.find((known) => known.text === text)
  if (!group) {
    group = { text, items: [] }
    groups.push(group)
  }
  group.items.push(...itemOf(page))
}

function depthOf(page: SitePage): number {
  return page.link.split('/').length
}

function itemOf(page: SitePage | undefined): { text: string; link: string }[] {
  return page ? [{ text: page.title, link: page.link }] : []
}

/** `/contributing/decisions/` gives `Decisions`; the top folder gives `Pages`. */
function nameOf(folder: string): string {
  const name = folder.split('/').at(-2) || 'pages'
  return (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ')
}
