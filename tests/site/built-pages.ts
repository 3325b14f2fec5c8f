import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type HTMLElement } from 'node-html-parser'

/** A page of the built site. */
export interface BuiltPage {
  /** Its address: `/articles/manage-your-apps.html`, `/articles/` for an index. */
  link: string
  root: HTMLElement
  ids: string[]
}

/** Something on a page that leads nowhere. */
export interface DeadAddress {
  page: string
  address: string
  because: 'empty' | 'no such file' | 'no such anchor'
}

/**
 * Hashes that are a page's state and no anchor: a screen of the PIM in the playground, the tags of a
 * filter, a highlighted text.
 */
const stateHashes = [/^#\//, /^#tags=/, /^#:~:text=/]

/** Reads every HTML file of the built site. */
export function readBuiltPages(dist: string): BuiltPage[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => {
      const html = readFileSync(join(dist, path), 'utf8')
      // The contents of code blocks are HTML like the rest.
      const root = parse(html, { blockTextElements: { script: true, style: true } })
      const ids = root
        .querySelectorAll('[id], a[name]')
        .map((element) => element.getAttribute('id') ?? element.getAttribute('name') ?? '')
      return { link: `/${path.replace(/(^|\/)index\.html$/, '$1')}`, root, ids }
    })
}

/** Follows each internal `href` and `src` of the pages, whoever wrote it, to its file and its anchor. */
export function findDeadAddresses(dist: string, pages: BuiltPage[]): DeadAddress[] {
  const byLink = new Map(pages.map((page) => [page.link, page]))
  return pages.flatMap((page) =>
    addressesOf(page).flatMap((address) => {
      const because = whyDead(address, page, byLink, dist)
      return because ? [{ page: page.link, address, because }] : []
    }),
  )
}

function addressesOf({ root }: BuiltPage): string[] {
  return root
    .querySelectorAll('[href], [src]')
    .flatMap((element) => [element.getAttribute('href'), element.getAttribute('src')])
    .filter((address) => address !== undefined)
}

function whyDead(
  address: string,
  page: BuiltPage,
  byLink: Map<string, BuiltPage>,
  dist: string,
): DeadAddress['because'] | undefined {
  if (address === '') return 'empty'
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return undefined
  const url = new URL(address, `http://site${page.link}`)
  const path = decodeURIComponent(url.pathname)
  const target = byLink.get(path) ?? byLink.get(path.replace(/index\.html$/, ''))
  if (!target) {
    const file = join(dist, path)
    return existsSync(file) && statSync(file).isFile() ? undefined : 'no such file'
  }
  if (url.hash === '' || stateHashes.some((pattern) => pattern.test(url.hash))) return undefined
  return target.ids.includes(decodeURIComponent(url.hash.slice(1))) ? undefined : 'no such anchor'
}

/** What a reader sees as text. With `withoutCode`, code is left out. */
export function visibleText(page: BuiltPage, withoutCode = false): string {
  const body = page.root.querySelector('body')?.clone() as HTMLElement | undefined
  if (!body) return ''
  const hidden = withoutCode ? 'script, style, pre, code' : 'script, style'
  for (const element of body.querySelectorAll(hidden)) element.remove()
  return body.text
}
