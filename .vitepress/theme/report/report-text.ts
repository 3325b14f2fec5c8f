/** What a report of a problem says besides what its writer does. */
export interface ReportFacts {
  title: string
  /** Path and heading; see `placeOf`. */
  place: string
  /** The wording of the PIM that the reader follows, and the version it belongs to. */
  wording: string
  /** The language of the code that is shown; none on a page without code in several. */
  language?: string | undefined
  theme: 'light' | 'dark'
  window: { width: number; height: number }
  browser: string
  /** An address that opens the state of the reader's PIM, without its secrets. */
  scenario?: string | undefined
}

const leftOut = '(left out)'
const named =
  /\b(client_secret|client secret|secret|password|access_token|refresh_token|id_token|token|code|authorization)(["']?\s*[:=]\s*["']?)(?:(?:bearer|basic)\s+)?[^\s"'&,;]{6,}/gi
// Tokens of a PIM are longer than any word (contract D.3); an address has hyphens and dots in between.
const long = /(?<![\w+/])[\w+/]{32,}={0,2}(?![\w+/])/g

/** A text in which what looks like a secret is left out. */
export function withoutSecretText(text: string): string {
  return text.replaceAll(named, `$1$2${leftOut}`).replaceAll(long, leftOut)
}

/**
 * The part of an address that a report may hold: the path, and the heading or the screen of the PIM that
 * it leads to. What stands behind `?` may be a secret, and so may a hash that is neither.
 *
 * @param isHeading whether an element of the page has that id
 */
export function placeOf(
  { pathname, hash }: Pick<Location, 'pathname' | 'hash'>,
  isHeading: (id: string) => boolean,
): string {
  if (hash.startsWith('#/')) return withoutSecretText(pathname + hash.replace(/\?[^]*/, ''))
  return isHeading(hash.slice(1)) ? pathname + hash : pathname
}

/** The report as a text that can be read, sent and kept. */
export function reportText(told: string, facts: ReportFacts): string {
  const lines = [
    ['Page', `${facts.title}, ${facts.place}`],
    ['PIM version', facts.wording],
    ['Language', facts.language],
    ['Window', `${facts.window.width} × ${facts.window.height}, ${facts.theme}`],
    ['Browser', facts.browser],
    ['Scenario', facts.scenario ?? 'not added'],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  const words = withoutSecretText(told.trim()) || '(nothing written yet)'
  return `${words}\n\n---\n${lines.join('\n')}\n`
}

// Browsers and mail programs cut longer addresses.
const longest = 6000

/** The address that a report is sent by, or none when it is too long to be in one. */
export function reportAddress(target: string, title: string, text: string): string | undefined {
  const names = target.startsWith('mailto:') ? ['subject', 'body'] : ['title', 'body']
  const values = [`Problem: ${title}`, text].map((value) => encodeURIComponent(value))
  const query = names.map((name, index) => `${name}=${values[index]}`).join('&')
  const address = `${target}${target.includes('?') ? '&' : '?'}${query}`
  return address.length > longest ? undefined : address
}
