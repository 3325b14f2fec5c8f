import type { MarkdownRenderer } from 'vitepress'
import { placeOf, sourceLines, type DialectEnvironment } from './environment.ts'
import type { PimLabel } from './label-by-era.ts'

/** A place in an author's file. */
export interface Place {
  file: string
  line: number
  column: number
}

/** A run of a sentence: words, a label of the PIM, or a code span, which is a value or code. */
export type Run =
  | { kind: 'words'; text: string; bodyLine: number }
  | ({ kind: 'label'; label: PimLabel } & Place)
  | ({ kind: 'code'; text: string } & Place)

/**
 * What a page says, in the order in which somebody reads it. `step` is the first paragraph of an entry of a
 * numbered list, `detail` everything below it in that entry, `aside` a comment `<!-- walk: … -->`.
 */
export type Passage = Place &
  (
    | { kind: 'heading'; level: number; runs: Run[] }
    | { kind: 'step' | 'detail' | 'text'; runs: Run[]; bodyLine: number }
    | { kind: 'aside'; text: string }
  )

export type Token = Parameters<MarkdownRenderer['renderer']['render']>[0][number]

const asidePattern = /<!--\s*walk:([\s\S]*?)-->/g

/** Reads the passages of a page from its tokens. */
export function readPassages(tokens: readonly Token[], environment: DialectEnvironment): Passage[] {
  const passages: Passage[] = []
  // One entry per list that is open: whether it is numbered, and whether its item has had its first paragraph.
  const lists: { isNumbered: boolean; hasBegun: boolean }[] = []
  let heading: number | undefined
  let line = 0
  for (const token of tokens) {
    line = token.map?.[0] ?? line
    const list = lists.at(-1)
    if (token.type === 'ordered_list_open') lists.push({ isNumbered: true, hasBegun: false })
    else if (token.type === 'bullet_list_open') lists.push({ isNumbered: false, hasBegun: false })
    else if (token.type.endsWith('_list_close')) lists.pop()
    else if (token.type === 'list_item_open' && list) list.hasBegun = false
    else if (token.type === 'heading_open') heading = Number(token.tag.slice(1))
    else if (token.type === 'heading_close') heading = undefined
    else if (token.type === 'html_block') {
      for (const [typed, text = ''] of token.content.matchAll(asidePattern)) {
        const before = token.content.slice(0, token.content.indexOf(typed)).split('\n').length - 1
        passages.push({ kind: 'aside', text: text.trim(), ...placeOf(environment, line + before) })
      }
    } else if (token.type === 'inline') {
      const place = placeOf(environment, line, token.content.split('\n')[0])
      const runs = readRuns(token, line, environment)
      // In the middle of a paragraph a note would say nothing about what stands before it: the check objects.
      for (const child of token.children ?? []) {
        const note = child.type === 'html_inline' && /<!--\s*walk:/.exec(child.content)
        if (!note) continue
        const text = 'a note in the middle of a paragraph'
        passages.push({ kind: 'aside', text, ...placeOf(environment, line, '<!--') })
      }
      if (heading !== undefined) passages.push({ kind: 'heading', level: heading, runs, ...place })
      else if (list?.isNumbered && !list.hasBegun) {
        passages.push({ kind: 'step', runs, bodyLine: line, ...place })
      } else {
        const isInStep = lists.some(({ isNumbered }) => isNumbered)
        passages.push({ kind: isInStep ? 'detail' : 'text', runs, bodyLine: line, ...place })
      }
      if (list) list.hasBegun = true
    }
  }
  return passages
}

function readRuns(token: Token, line: number, environment: DialectEnvironment): Run[] {
  const runs: Run[] = []
  let cursor = 0
  const find = (typed: string): Place => {
    const at = token.content.indexOf(typed, cursor)
    if (at >= 0) cursor = at + typed.length
    const before = token.content.slice(0, Math.max(at, 0)).split('\n')
    const place = placeOf(environment, line + before.length - 1, typed)
    // The same label twice in one line: the second is as far right as the text between the two is long.
    const earlier = (before.at(-1) ?? '').split(typed).length - 1
    return earlier === 0 ? place : { ...place, column: nth(environment, place, typed, earlier) }
  }
  for (const child of token.children ?? []) {
    const last = runs.at(-1)
    if (child.type === 'label_by_era') {
      const label = child.meta as PimLabel
      runs.push({ kind: 'label', label, ...find(label.typed) })
    } else if (child.type === 'code_inline') {
      runs.push({ kind: 'code', text: child.content, ...find(child.content) })
    } else {
      const text = child.type.endsWith('break') ? ' ' : child.type === 'text' ? child.content : ''
      if (last?.kind === 'words') last.text += text
      else if (text !== '') runs.push({ kind: 'words', text, bodyLine: line })
    }
  }
  return runs
}

function nth(environment: DialectEnvironment, place: Place, typed: string, count: number): number {
  const isRow = (text: string) => text.indexOf(typed) + 1 === place.column
  const row = sourceLines(environment).find(isRow) ?? ''
  let at = row.indexOf(typed)
  for (let done = 0; done < count && at >= 0; done += 1) at = row.indexOf(typed, at + 1)
  return at < 0 ? place.column : at + 1
}
