import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { PageIndex } from './pages.ts'

/** Something that readers should hear of. */
export interface Change {
  /** `2026-11-22` */
  date: string
  text: string
  /** The page that it is about. */
  page?: { link: string; title: string }
}

const day = /^\d{4}-\d{2}-\d{2}$/

/**
 * What changed, newest first, as the authors wrote it down in `changes.yaml` beside the pages. A folder
 * of pages without that file has no changes.
 *
 * @throws {RangeError} when an entry cannot be read or names a page that does not exist
 */
export function readChanges(directory: string, index: Pick<PageIndex, 'byLink'>): Change[] {
  const file = join(directory, 'changes.yaml')
  if (!existsSync(file)) return []
  const entries: unknown = parse(readFileSync(file, 'utf8'), { schema: 'core' }) ?? []
  if (!Array.isArray(entries)) throw new RangeError(`${file}: write a list of entries`)
  return entries
    .map((entry: unknown, at) => readChange(entry, index, `${file}, entry ${at + 1}`))
    .toSorted((one, other) => other.date.localeCompare(one.date, 'en'))
}

function readChange(entry: unknown, index: Pick<PageIndex, 'byLink'>, place: string): Change {
  const { date, text, page: link } = (entry ?? {}) as Record<string, unknown>
  if (typeof date !== 'string' || !day.test(date) || Number.isNaN(Date.parse(date))) {
    throw new RangeError(`${place}: give "date" a day such as 2026-11-22: found "${String(date)}"`)
  }
  if (typeof text !== 'string' || text.trim() === '') {
    throw new RangeError(`${place}: give "text" what readers should know`)
  }
  if (link === undefined) return { date, text: text.trim() }
  const page = typeof link === 'string' ? index.byLink(link) : undefined
  if (!page) {
    throw new RangeError(`${place}: give "page" the address of a page: found "${String(link)}"`)
  }
  return { date, text: text.trim(), page: { link: page.link, title: page.title } }
}
