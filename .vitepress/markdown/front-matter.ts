import { isMap, isScalar, LineCounter, parseDocument, type Pair } from 'yaml'
import type { Problem } from '../check/problem.ts'

/** What an author says about a page above its text. Keys that are not ours are left to VitePress. */
interface FrontMatter {
  id?: string
  title?: string
  section?: string
  audience?: string
  description?: string
  layout?: string
  /** The widget that the button `Try it` opens in the playground. Default: the first of the page. */
  widget?: string
  themes: string[]
  /** What readers look for the page by and its text does not say. */
  keywords: string[]
  related: string[]
  popular: boolean
  /** Enterprise Edition only; with `ge` Growth Edition too. `ee-only` is the older name. */
  ee: boolean
  ge: boolean
  /** Earlier anchor → id of a heading. */
  aliases: Record<string, string>
  legacyUrls: string[]
}

/** The front matter of one page, the text below it, and what is wrong with it. */
export interface ReadFrontMatter {
  frontMatter: FrontMatter
  body: string
  problems: Problem[]
  /** Where a key, or a text in its value, was written. */
  placeOf(key: string, near?: string): { line: number; column: number }
}

const blockPattern = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/

/** Reads the front matter of a page's source. Wrong types are listed and count as not given. */
export function readFrontMatter(source: string, file: string): ReadFrontMatter {
  const match = blockPattern.exec(source)
  const yaml = match?.[1] ?? ''
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const problems: Problem[] = []
  const pairs = new Map<string, Pair>()
  const complain = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset)
    problems.push({
      file,
      line: line + 1,
      column: Math.max(col, 1),
      rule: 'front-matter',
      message,
      level: 'error',
    })
  }
  // A tag that YAML does not have is only worth a warning to the one reader, and stops the other.
  for (const error of [...document.errors, ...document.warnings]) {
    complain(error.pos[0], `Mend the YAML: ${error.message.split(' at line')[0]?.trim()}`)
  }
  if (!match && /^\uFEFF?---[ \t]*\r?\n[\w-]+:/.test(source)) {
    complain(0, 'Close the front matter with a line ---')
  }
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (isScalar(pair.key)) pairs.set(String(pair.key.value), pair)
    }
  } else if (document.contents !== null && document.errors.length === 0) {
    complain(0, 'Write the front matter as lines of `key: value`')
  }
  const values = document.errors.length + document.warnings.length === 0 ? toValues() : {}
  const read = { values: isRecord(values) ? values : {}, wrong }
  return {
    frontMatter: shape(read),
    body: source.slice(match?.[0].length ?? 0),
    problems,
    placeOf(key, near) {
      const start = offsetOf(key)
      const inside = near === undefined ? -1 : yaml.indexOf(near, start)
      const { line, col } = lines.linePos(inside < 0 ? start : inside)
      return { line: line + 1, column: Math.max(col, 1) }
    },
  }

  function toValues(): unknown {
    try {
      return document.toJS() as unknown
    } catch (error) {
      // Names that stand for other names that stand for others fill the memory.
      complain(0, `Mend the YAML: ${error instanceof Error ? error.message : String(error)}`)
      return {}
    }
  }

  function offsetOf(key: string): number {
    const node = pairs.get(key)?.key
    return isScalar(node) ? (node.range?.[0] ?? 0) : 0
  }

  function wrong(key: string, expected: string): void {
    const found = JSON.stringify(read.values[key])
    complain(offsetOf(key), `Give "${key}" ${expected}: found ${found}`)
  }
}

interface Reader {
  values: Record<string, unknown>
  wrong(key: string, expected: string): void
}

function shape(reader: Reader): FrontMatter {
  const result: FrontMatter = {
    themes: readList(reader, 'themes'),
    keywords: readList(reader, 'keywords'),
    related: readList(reader, 'related'),
    popular: readFlag(reader, 'popular'),
    ee: readFlag(reader, 'ee') || readFlag(reader, 'ee-only'),
    ge: readFlag(reader, 'ge'),
    aliases: readAliases(reader),
    legacyUrls: readAddresses(reader),
  }
  for (const key of [
    'id',
    'title',
    'section',
    'audience',
    'description',
    'layout',
    'widget',
  ] as const) {
    const value = readText(reader, key)
    if (value !== undefined) result[key] = value
  }
  return result
}

function readText(reader: Reader, key: string): string | undefined {
  const value = reader.values[key]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && value.trim() !== '') return value
  // `layout: false` is VitePress's way to have no layout.
  if (key !== 'layout' || value !== false) reader.wrong(key, 'a text')
  return undefined
}

function readFlag(reader: Reader, key: string): boolean {
  const value = reader.values[key] ?? false
  if (typeof value !== 'boolean') reader.wrong(key, '`true` or `false`')
  return value === true
}

function readList(reader: Reader, key: string): string[] {
  const value = reader.values[key] ?? ''
  const entries = typeof value === 'string' ? value.split(',') : value
  if (!isTexts(entries)) {
    reader.wrong(key, 'a list of names, separated by commas')
    return []
  }
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '')
}

function readAddresses(reader: Reader): string[] {
  const value = reader.values['legacyUrls'] ?? []
  if (isTexts(value) && value.every((address) => /^\/[^?#]*$/.test(address))) return value
  reader.wrong('legacyUrls', 'a list of addresses that begin with a slash, without ? and #')
  return []
}

function readAliases(reader: Reader): Record<string, string> {
  const value = reader.values['aliases'] ?? {}
  if (isRecord(value)) {
    const entries = Object.entries(value)
    if (isTexts(entries.map(([, id]) => id))) return Object.fromEntries(entries) as never
  }
  reader.wrong('aliases', 'lines of `earlier-anchor: id-of-a-heading`')
  return {}
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
