import type { MarkdownRenderer } from 'vitepress'
import { placeOf, type DialectEnvironment } from './environment.ts'
import { readPassages, type Passage, type Place, type Token } from './reading.ts'

/** What a page holds that other pages or the check need to know. */
export interface Outline {
  ids: Set<string>
  links: (Place & { address: string; text: string })[]
  pictures: (Place & { source: string })[]
  /** Lines that begin with `:::` and became text: no box has that name, or none is open. */
  strayFences: (Place & { text: string })[]
  /** Code blocks with a bracket that looks like `[group:label]` and is none. */
  looseTabs: (Place & { text: string })[]
  /** `[[menu.kitchen]]`, which names no label of the PIM. */
  unknownLabels: (Place & { text: string })[]
  /** Boxes and code blocks without a line that closes them: the rest of the page is in them. */
  unclosed: (Place & { text: string })[]
  passages: Passage[]
}

/** The outline of a page that could not be rendered. */
export function emptyOutline(): Outline {
  return {
    ids: new Set(),
    links: [],
    pictures: [],
    strayFences: [],
    looseTabs: [],
    unknownLabels: [],
    unclosed: [],
    passages: [],
  }
}

/**
 * Notes a page's ids, links and pictures, raw HTML included, in `environment.outline`. Comes before the
 * rules that rewrite links and pictures would hide what the author typed.
 */
export function outline(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('outline', (state) => {
    const environment = (state.env ?? {}) as DialectEnvironment
    const found: Outline = {
      ...emptyOutline(),
      passages: readPassages(state.tokens, environment),
    }
    environment.outline = found
    const sourceOfBody = state.src.split('\n')
    let line = 0
    for (const token of state.tokens) {
      line = token.map?.[0] ?? line
      const at = line
      const id = token.attrGet('id')
      if (id) found.ids.add(id)
      // A component on a line of its own comes as inline HTML among the blocks.
      if (token.type === 'html_block' || token.type === 'html_inline') readHtml(token.content, at)
      if (token.type === 'inline') {
        token.content.split('\n').forEach((text, offset) => {
          if (!/^\s*:{3,}/.test(text)) return
          const fence = text.trim()
          found.strayFences.push({ ...placeOf(environment, at + offset, fence), text: fence })
        })
      }
      if (/^container_.*_open$/.test(token.type) || token.type === 'fence') {
        const text = unclosedBlock(token, sourceOfBody)
        if (text !== undefined) found.unclosed.push({ ...placeOf(environment, at, text), text })
      }
      if (token.type === 'fence') {
        const bracket = /\[\w+:[^\]]*[^\w\s\]][^\]]*\]/.exec(token.info)?.[0]
        if (bracket) {
          found.looseTabs.push({ ...placeOf(environment, at, bracket), text: bracket })
        }
      }
      const children = token.children ?? []
      children.forEach((child, index) => {
        const childId = child.attrGet('id')
        if (childId) found.ids.add(childId)
        if (child.type === 'html_inline') readHtml(child.content, at)
        if (child.type === 'unknown_label') {
          const text = child.content
          found.unknownLabels.push({ ...placeOf(environment, at, text), text })
        }
        if (child.type === 'image') {
          const source = child.attrGet('src') ?? ''
          found.pictures.push({ ...near(at, source), source })
        }
        if (child.type === 'link_open' && child.attrGet('class') !== 'header-anchor') {
          const address = child.attrGet('href') ?? ''
          const text = children[index + 1]?.content ?? ''
          const place = address === '' ? placeOf(environment, at, `]()`) : near(at, address)
          found.links.push({ ...place, address, text })
        }
      })
    }

    function near(at: number, address: string): Place {
      return placeOf(environment, at, typed(address, environment))
    }

    function readHtml(html: string, at: number): void {
      if (/^\s*<(?:script|style)\b/i.test(html)) return
      const visible = html.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
      for (const [, name = '', attributes = ''] of visible.matchAll(tagPattern)) {
        for (const [, key = '', , double, single] of attributes.matchAll(attributePattern)) {
          const value = double ?? single ?? ''
          if (key === 'id' || (key === 'name' && name === 'a')) found.ids.add(value)
          else if (key === 'href' || (key === 'to' && /^[A-Z]/.test(name)) || isFrame(name, key)) {
            found.links.push({ ...near(at, value), address: value, text: '' })
          } else if (key === 'src' && name === 'img') {
            found.pictures.push({ ...near(at, value), source: value })
          }
        }
      }
    }
  })
}

/** What opens a block that no line closes. */
function unclosedBlock(token: Token, lines: readonly string[]): string | undefined {
  if (!token.map || (token.meta !== null && typeof token.meta === 'object')) return undefined
  const [begin, end] = token.map
  // The line that closes a box stands below it, the one of a code block is its last.
  const last = lines[token.type === 'fence' ? end - 1 : end] ?? ''
  const isClosed =
    end - begin > 0 &&
    last
      .trim()
      .replace(/^[>\s]+/, '')
      .startsWith(token.markup)
  if (isClosed && (token.type !== 'fence' || end - 1 > begin)) return undefined
  return lines[begin]?.trim().replace(/^[>\s]+/, '')
}

const tagPattern = /<([A-Za-z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g
const attributePattern = /(?<=\s)(href|src|to|id|name)\s*=\s*("([^"]*)"|'([^']*)')/g

function isFrame(name: string, key: string): boolean {
  return key === 'src' && (name === 'iframe' || name === 'embed' || name === 'video')
}

// markdown-it encodes addresses; the column is where the author's spelling of it begins.
function typed(address: string, environment: DialectEnvironment): string {
  const source = environment.src ?? environment.content ?? ''
  if (source.includes(address)) return address
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
