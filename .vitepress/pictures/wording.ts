import type { Era } from '../../playground/pim/index.ts'
import { labels } from './target.ts'

/**
 * Whether a text that stands on a screen today may read differently in an older wording: it holds a label which that
 * wording has otherwise, or the last word of one, as in `Destinations` for `Data destinations`.
 */
export function differsInWording(today: string, era: Era): boolean {
  const text = today.toLowerCase()
  const older = labels(era)
  return [...labels('today')].some(
    ([path, label]) => older.get(path) !== label && text.includes(sign(label.toLowerCase())),
  )
}

function sign(label: string): string {
  const last = label.slice(label.lastIndexOf(' ') + 1)
  return last.length > 4 ? last : label
}
