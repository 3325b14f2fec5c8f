import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PageIndex, SitePage } from './pages.ts'

/** A file that sends readers of an earlier address to the page that is there now. */
export interface RedirectStub {
  /** Relative to the output folder. */
  path: string
  html: string
}

/**
 * The stubs for every `legacyUrls` entry in the front matter of the pages, and for the address of every
 * page without its extension.
 */
export function redirectStubs(index: PageIndex, base = '/'): RedirectStub[] {
  return redirects(index).map(({ address, page: { link, title } }) => ({
    path: stubPath(address),
    html: stubHtml(base + link.slice(1), title),
  }))
}

/** The same as rules for hosts that read a file `_redirects`: they answer 301 before any stub is read. */
export function redirectRules(index: PageIndex, base = '/'): string {
  return redirects(index)
    .map(({ address, page }) => `${base}${address.slice(1)} ${base}${page.link.slice(1)} 301\n`)
    .join('')
}

/** Every page with the addresses it had before, for the page that says that there is none. */
function addresses(index: PageIndex): { link: string; title: string; earlier: string[] }[] {
  return index.pages().map(({ link, title, frontMatter }) => {
    return { link, title, earlier: frontMatter.legacyUrls }
  })
}

function redirects(index: PageIndex): { address: string; page: SitePage }[] {
  const pages = index.pages()
  const folders = new Set(pages.map(({ link }) => link).filter((link) => link.endsWith('/')))
  return pages.flatMap((page) => {
    const { legacyUrls } = page.frontMatter
    const bare = page.link.replace(/\.html$/, '')
    const hasBare = bare !== page.link && !legacyUrls.includes(bare) && !folders.has(`${bare}/`)
    return [...legacyUrls, ...(hasBare ? [bare] : [])].map((address) => ({ address, page }))
  })
}

/**
 * Writes the stubs and the rules into the output folder.
 *
 * @throws {RangeError} when a page of the site has a stub's address
 */
export function writeRedirects(index: PageIndex) {
  return ({ outDir, site }: { outDir: string; site: { base: string } }): void => {
    for (const { path, html } of redirectStubs(index, site.base)) {
      const file = join(outDir, path)
      if (existsSync(file)) {
        throw new RangeError(`Remove the legacy address "/${path}": a page of the site has it`)
      }
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, html)
    }
    writeFileSync(join(outDir, '_redirects'), redirectRules(index, site.base))
    writeFileSync(join(outDir, 'addresses.json'), JSON.stringify(addresses(index)))
  }
}

// A host serves an address without an extension from the folder of that name.
function stubPath(address: string): string {
  if (address.endsWith('/')) return `${address.slice(1)}index.html`
  return address.endsWith('.html') ? address.slice(1) : `${address.slice(1)}/index.html`
}

// The script keeps the hash, which a refresh alone would lose; the refresh serves readers without scripts.
function stubHtml(target: string, title: string): string {
  const name = escapeHtml(title)
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${name}</title>
<link rel="canonical" href="${target}">
<script>location.replace(${JSON.stringify(target)} + location.hash)</script>
<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>
</head>
<body><p>This page has moved: <a href="${target}">${name}</a></p></body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
