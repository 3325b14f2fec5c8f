import { isAbsolute, relative } from 'node:path'

/** An `error` stops the build; a `warning` is printed by it. Both make `npm run check` fail. */
export type ProblemLevel = 'error' | 'warning'

/** Something an author has to mend: where it stands, which rule found it, and what to do. */
export interface Problem {
  file: string
  /** Counted from 1, in the file as the author sees it (front matter included). */
  line: number
  column: number
  rule: string
  message: string
  level: ProblemLevel
}

/** Thrown where a page is rendered outside a check, so that the preview and the build show it. */
export class AuthorError extends Error {
  override readonly name = 'AuthorError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(formatProblem(problem))
    this.problem = problem
  }
}

/** `file:line:col rule message`, the file relative to the working folder where it lies inside. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, rule, message } = problem
  return `${shownPath(file)}:${line}:${column} ${rule} ${message}`
}

/** A path as it is shown to an author: relative inside the working folder, else as it is. */
export function shownPath(file: string): string {
  const inside = relative(process.cwd(), file)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? file : inside
}

/** Orders problems the way a person works through them: file, then line, then column. */
export function compareProblems(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
}
