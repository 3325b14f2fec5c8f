import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import type { DialectEnvironment } from './environment.ts'

export interface PictureOptions {
  publicDirectory: string
  /** The repository, whose own pictures are published with every folder of pages. */
  root?: string
}

/** A picture's address on the site, and whether there is a file behind it. */
export interface ResolvedPicture {
  address: string
  exists: boolean
}

/**
 * Pictures under the addresses old pages use: `cup.png`, `../../img/apps/cup.png` are looked for beside
 * the page, then in `/img/`, then by their name in its folders. A picture that is not there becomes a box that says so.
 */
export function pictures(markdown: MarkdownRenderer, options: PictureOptions): void {
  markdown.core.ruler.push('pictures', (state) => {
    const environment = (state.env ?? {}) as DialectEnvironment
    for (const token of state.tokens.flatMap((block) => [block, ...(block.children ?? [])])) {
      if (token.type === 'image') {
        const source = decode(token.attrGet('src') ?? '')
        const { address, exists } = resolvePicture(source, environment, options)
        if (exists) token.attrSet('src', address)
        else {
          token.type = 'html_inline'
          token.content = missingPicture(token.content, source, markdown)
        }
      } else if (token.type === 'html_block' || token.type === 'html_inline') {
        token.content = token.content.replace(rawImagePattern, (tag, ...groups: string[]) => {
          const source = groups[1] ?? groups[2] ?? ''
          const { address, exists } = resolvePicture(source, environment, options)
          if (!exists) return missingPicture(altOf(tag), source, markdown)
          return address === source ? tag : tag.replace(source, address)
        })
      }
    }
  })
}

/** Finds the file behind a picture's address as an author wrote it. */
export function resolvePicture(
  source: string,
  environment: DialectEnvironment,
  { publicDirectory, root }: PictureOptions,
): ResolvedPicture {
  const roots = [publicDirectory, ...(root === undefined ? [] : [join(root, 'docs/public')])]
  const isPublic = (address: string) => roots.some((folder) => isFile(join(folder, address)))
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(source)) return { address: source, exists: true }
  const path = source.replace(/[?#].*$/, '')
  if (path.startsWith('/')) {
    return { address: source, exists: isPublic(path) }
  }
  const page = environment.realPath ?? environment.path
  if (page !== undefined && isFile(resolve(dirname(page), path))) {
    return { address: source.startsWith('.') ? source : `./${source}`, exists: true }
  }
  const address = `/img/${path.replace(/^(?:\.{1,2}\/)*/, '').replace(/^img\//, '')}`
  const name = path.slice(path.lastIndexOf('/') + 1)
  const found = [address, ...folders.map((folder) => `/img/${folder}/${name}`)].find(isPublic)
  return { address: found ?? address, exists: found !== undefined }
}

/** Where pictures are that older pages name without a folder, or with one that is gone. */
const folders = ['articles', 'apps', 'icons']

const rawImagePattern = /<img\b(?:[^>"']|"[^"]*"|'[^']*')*?\s(src=(?:"([^"]*)"|'([^']*)'))[^>]*>/gi

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function altOf(tag: string): string {
  return /\salt="([^"]*)"/i.exec(tag)?.[1] ?? ''
}

function missingPicture(alt: string, source: string, markdown: MarkdownRenderer): string {
  const { escapeHtml } = markdown.utils
  const name = escapeHtml(source.split('/').at(-1) ?? source)
  return `<span v-pre class="missing-picture" role="img" aria-label="${escapeHtml(alt) || name}">${name}</span>`
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
