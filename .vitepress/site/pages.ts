import { readdirSync, statSync, type Dirent } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { readFrontMatter, type ReadFrontMatter } from '../markdown/front-matter.ts'
import { plainTitle } from '../markdown/page-title.ts'
import type { DocsFolder } from './docs-folder.ts'
import { readSource } from './read-source.ts'

/** A page of the site as its source tells it, before anything is rendered. */
export interface SitePage extends ReadFrontMatter {
  file: string
  /** Relative to the docs folder, with slashes. */
  path: string
  /** `/articles/manage-your-apps.html`; a folder's `index.md` is `/articles/`. */
  link: string
  /** Without its bold run. */
  title: string
  source: string
}

/** The pages of a docs folder, read once and again after `refresh`. */
export interface PageIndex {
  pages(): SitePage[]
  byId(id: string): SitePage | undefined
  byLink(link: string): SitePage | undefined
  refresh(): void
}

export function createPageIndex(docs: DocsFolder): PageIndex {
  let read: SitePage[] | undefined
  const pages = () => (read ??= readPages(docs))
  return {
    pages,
    byId: (id) => pages().find((page) => page.frontMatter.id === id),
    byLink: (link) => pages().find((page) => page.link === link),
    refresh() {
      read = undefined
    },
  }
}

/** Reads every page's front matter; the pages come in the order of their paths. */
function readPages(docs: DocsFolder): SitePage[] {
  // A folder may be called like a page, and a link may lead round in circles: neither is followed.
  return readdirSync(docs.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || (entry.isSymbolicLink() && isNoFolder(entry)))
    .map(({ parentPath, name }) => relative(docs.directory, join(parentPath, name)))
    .map((path) => path.split(sep).join('/'))
    .filter(isPage)
    .sort()
    .map((path) => readPage(docs, path))
}

function isNoFolder({ parentPath, name }: Dirent): boolean {
  return !statSync(join(parentPath, name), { throwIfNoEntry: false })?.isDirectory()
}

function isPage(path: string): boolean {
  return path.endsWith('.md') && !/(^|\/)(_fragments|node_modules|dist)\/|^public\//.test(path)
}

function readPage(docs: DocsFolder, path: string): SitePage {
  const file = join(docs.directory, path)
  const { source, problems } = readSource(file)
  const read = readFrontMatter(source, file)
  read.problems.unshift(...problems)
  const prose = read.body.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '')
  const heading = /^#\s+(.+?)\s*(?:\{[^}]*\}\s*)?$/m.exec(prose)?.[1]
  const title = plainTitle(read.frontMatter.title ?? heading ?? basename(path, '.md'))
  return { ...read, file, path, link: linkOf(path), title, source }
}

function linkOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '.html')}`
}
