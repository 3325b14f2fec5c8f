import type { MarkdownEnv } from 'vitepress'
import { AuthorError, type Problem, type ProblemLevel } from '../check/problem.ts'
import type { Outline } from './outline.ts'

/** Where a line of the expanded source was written. */
export interface Origin {
  file: string
  line: number
}

/** What travels with one page through the renderer: VitePress's own environment and ours. */
export interface DialectEnvironment extends MarkdownEnv {
  /** One entry per line of `src`, once includes are expanded. */
  origins?: Origin[]
  /** Takes problems instead of the first one being thrown. */
  report?: (problem: Problem) => void
  outline?: Outline
}

/** A problem seen while rendering, placed by a line of the body and a text that stands there. */
export interface Objection {
  rule: string
  message: string
  level?: ProblemLevel
  /** Line in the body, from 0 as in markdown-it token maps; -Infinity is the top of the file. */
  bodyLine: number
  /** The column is where this text begins, on that line or a later one; else 1. */
  near?: string | undefined
}

/**
 * Hands a problem to whoever checks the page.
 *
 * @throws {AuthorError} when nobody takes it
 */
export function object(environment: DialectEnvironment, objection: Objection): void {
  const { rule, message, level = 'error', bodyLine, near } = objection
  const problem = { ...placeOf(environment, bodyLine, near), rule, message, level }
  if (!environment.report) throw new AuthorError(problem)
  environment.report(problem)
}

/** File, line and column (from 1) of a line of the body, moved on to `near` where that follows. */
export function placeOf(
  environment: DialectEnvironment,
  bodyLine: number,
  near?: string,
): Origin & { column: number } {
  const lines = sourceLines(environment)
  const last = Math.max(lines.length - 1, 0)
  let index = Math.max(0, Math.min(bodyLine + bodyOffset(environment), last))
  let column = 1
  if (near !== undefined) {
    const found = lines.findIndex((line, at) => at >= index && line.includes(near))
    if (found >= 0) {
      index = found
      column = (lines[found] ?? '').indexOf(near) + 1
    }
  }
  const origin = environment.origins?.[index]
  return {
    file: origin?.file ?? environment.realPath ?? environment.path ?? 'Markdown',
    line: origin?.line ?? index + 1,
    column,
  }
}

const splitSources = new WeakMap<DialectEnvironment, { source: string; lines: string[] }>()

/** The lines of the expanded source, split once per page. */
export function sourceLines(environment: DialectEnvironment): string[] {
  const source = environment.src ?? environment.content ?? ''
  const known = splitSources.get(environment)
  if (known?.source === source) return known.lines
  const lines = source.split('\n')
  splitSources.set(environment, { source, lines })
  return lines
}

/** How many lines of front matter stand before the body. */
function bodyOffset(environment: DialectEnvironment): number {
  const { src, content } = environment
  if (src === undefined || !content || !src.endsWith(content)) return 0
  return src.slice(0, src.length - content.length).split('\n').length - 1
}
