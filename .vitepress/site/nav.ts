import type { PageIndex } from './pages.ts'
import sections from './sections.json' with { type: 'json' }

export interface NavItem {
  text: string
  link: string
  /** A regular expression over the current address. */
  activeMatch?: string
}

/** The site's main menu: each named section of `sections.json`, linked to its first page. */
export function nav(index: PageIndex): NavItem[] {
  return sections.flatMap(({ text, prefixes, groups }) => {
    const candidates = [...prefixes, ...groups.flatMap(({ pages }) => pages)]
    const link = candidates.find((candidate) => index.byLink(candidate) !== undefined)
    if (text === undefined || link === undefined) return []
    return [{ text, link, activeMatch: `^(?:${prefixes.map(escapePattern).join('|')})` }]
  })
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
