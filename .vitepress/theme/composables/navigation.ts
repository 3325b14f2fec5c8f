import type { NavigationLink, SidebarGroup, SidebarLink } from '../site-config.ts'

/** Gives the address of a page as links write it: `articles/index.md` is `/articles/`, `a/b.md` is `/a/b.html`. */
export function pagePath(relativePath: string): string {
  return `/${relativePath}`.replace(/\.md$/, '.html').replace(/(^|\/)index\.html$/, '$1')
}

/** Says whether a link leads to the page at `path`, whatever form of the address the link uses. */
export function isSamePage(link: string, path: string): boolean {
  return bare(link) === bare(path)
}

/** Says whether a menu entry stands for the section that the page at `path` is in. */
export function isActive(entry: NavigationLink, path: string): boolean {
  if (entry.activeMatch) return new RegExp(entry.activeMatch).test(path)
  const link = bare(entry.link)
  return link === bare(path) || (entry.link.endsWith('/') && link !== '/' && path.startsWith(link))
}

/** Finds the sidebar of the page at `path`: that of the longest folder the page is in, none if there is none. */
export function sidebarOf(sidebars: Record<string, SidebarGroup[]>, path: string): SidebarGroup[] {
  const folder = Object.keys(sidebars)
    .filter((prefix) => path.startsWith(prefix))
    .sort((a, b) => b.length - a.length)[0]
  return folder === undefined ? [] : (sidebars[folder] ?? [])
}

/** Finds the sidebar group that lists the page at `path`. */
export function groupOf(groups: SidebarGroup[], path: string): SidebarGroup | undefined {
  return groups.find((group) => group.items.some((item) => isSamePage(item.link, path)))
}

/** The pages before and after the page at `path`, in the order of the sidebar. */
export function neighboursOf(
  groups: SidebarGroup[],
  path: string,
): { previous: SidebarLink | undefined; next: SidebarLink | undefined } {
  const pages = groups.flatMap((group) => group.items)
  const index = pages.findIndex((item) => isSamePage(item.link, path))
  if (index === -1) return { previous: undefined, next: undefined }
  return { previous: pages[index - 1], next: pages[index + 1] }
}

function bare(link: string): string {
  return link
    .replace(/[?#].*$/, '')
    .replace(/\.html$/, '')
    .replace(/(^|\/)index$/, '$1')
}
