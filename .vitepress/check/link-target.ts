import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckedPage, CheckedSite } from './page.ts'

/** Where a link of a page leads: to a page of the site (with or without an anchor), a file, or out. */
export type LinkTarget =
  | { kind: 'elsewhere' }
  | { kind: 'file' }
  | { kind: 'page'; page: CheckedPage; anchor: string }
  | { kind: 'nothing'; path: string }

/**
 * Hashes that name a state of a page instead of an anchor: a screen of the PIM in the playground
 * (`#/connect/app-store`), the tags of a filter (`#tags=…`), a highlighted text (`#:~:text=…`).
 */
const stateHash = /^(?:\/|tags=|:~:)/

/** Resolves an address as a browser on that page would. */
export function linkTarget(address: string, from: CheckedPage, site: CheckedSite): LinkTarget {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return { kind: 'elsewhere' }
  const url = new URL(address, `http://site${from.link}`)
  const path = decode(url.pathname)
  const page = candidates(path)
    .map(site.byLink)
    .find((found) => found !== undefined)
  if (page) {
    const hash = decode(url.hash.slice(1))
    return { kind: 'page', page, anchor: stateHash.test(hash) ? '' : hash }
  }
  return isPublicFile(path, site) || isRedirect(path, site)
    ? { kind: 'file' }
    : { kind: 'nothing', path }
}

// A link may be written to the Markdown file, and without its extension, as VitePress takes it.
function candidates(path: string): string[] {
  return [
    path,
    path.replace(/index\.(?:html|md)$/, ''),
    path.replace(/\.md$/, '.html'),
    `${path}.html`,
    `${path}/`,
  ]
}

function isPublicFile(path: string, { docs }: CheckedSite): boolean {
  const folders = [docs.publicDirectory, join(docs.root, 'docs/public')]
  return folders.some((folder) => {
    const file = join(folder, path)
    return existsSync(file) && statSync(file).isFile()
  })
}

function isRedirect(path: string, { pages }: CheckedSite): boolean {
  return pages.some(({ frontMatter }) => frontMatter.legacyUrls.includes(path))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
