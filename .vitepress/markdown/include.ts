import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { AuthorError, shownPath, type Problem } from '../check/problem.ts'
import { isInside } from '../site/docs-folder.ts'
import type { DialectEnvironment, Origin } from './environment.ts'

export interface IncludeOptions {
  /** Folders that a page's paths are relative to; the first that has the file wins. */
  roots: string[]
}

/** A source in which every include is replaced, and where each of its lines was written. */
interface ExpandedSource {
  text: string
  origins: Origin[]
  /** Every file that was included or looked for, for the preview to watch. */
  files: string[]
  problems: Problem[]
}

const includePattern = /(\\?)!!![ \t]*include(.*?)!!!/gi
const bracesPattern = /^\s*\((.+)\)\s*$/

/**
 * Replaces `!!!include(path)!!!` before the renderer runs: textually and everywhere, also in code.
 * Inside an included file a path is relative to that file. `\!!!include(…)!!!` stays as text.
 */
export function include(markdown: MarkdownRenderer, options: IncludeOptions): void {
  const renderAsync = markdown.renderAsync.bind(markdown)
  markdown.renderAsync = async (source: string, environment?: DialectEnvironment) => {
    const file = environment?.realPath ?? environment?.path
    if (environment === undefined || file === undefined) return renderAsync(source, environment)
    const expanded = expandIncludes(source, file, options)
    environment.includes = [...(environment.includes ?? []), ...expanded.files]
    environment.origins = expanded.origins
    for (const problem of expanded.problems) {
      if (!environment.report) throw new AuthorError(problem)
      environment.report(problem)
    }
    return renderAsync(expanded.text, environment)
  }
}

/** The pure half of `include`: problems are listed, and what could not be included is left out. */
function expandIncludes(source: string, file: string, { roots }: IncludeOptions): ExpandedSource {
  const files = new Set<string>()
  const problems: Problem[] = []
  const { text, origins } = expand(source, file, roots, [file])
  return { text, origins, files: [...files], problems }

  function expand(from: string, fromFile: string, folders: string[], chain: string[]): Piece {
    let result: Piece = { text: '', origins: [] }
    let done = 0
    for (const match of from.matchAll(includePattern)) {
      const place = placeIn(from, match.index)
      result = join(result, originalPiece(from, done, match.index, fromFile))
      done = match.index + match[0].length
      if (match[1] === '\\') {
        result = join(result, originalPiece(from, match.index + 1, done, fromFile))
        continue
      }
      const complain = (message: string) =>
        problems.push({ file: fromFile, ...place, rule: 'include', message, level: 'error' })
      const path = bracesPattern.exec(match[2] ?? '')?.[1]?.trim()
      if (!path) {
        complain(`Write the path in braces, !!!include(path)!!!: found ${quote(match[0])}`)
        continue
      }
      const found = readFirst(
        folders.map((folder) => resolve(folder, path)),
        roots,
      )
      for (const candidate of found.lookedFor) files.add(candidate)
      if (found.content === undefined && found.because) {
        complain(`Include a file that can be read: ${quote(path)} ${found.because}`)
      } else if (found.content === undefined) {
        const places = found.lookedFor.map((candidate) => shownPath(candidate)).join(' and ')
        complain(`Include a file that exists: ${quote(path)} was looked for at ${places}`)
      } else if (chain.includes(found.file)) {
        const circle = [...chain.slice(chain.indexOf(found.file)), found.file]
        complain(
          `Break the circle of includes: ${circle.map((step) => shownPath(step)).join(' → ')}`,
        )
      } else {
        const content = found.content.replace(/\r?\n$/, '')
        result = join(
          result,
          expand(content, found.file, [dirname(found.file)], [...chain, found.file]),
        )
      }
    }
    return join(result, originalPiece(from, done, from.length, fromFile))
  }
}

interface Piece {
  text: string
  origins: Origin[]
}

type FoundFile =
  | { content: string; file: string; lookedFor: string[] }
  | { content: undefined; lookedFor: string[]; because?: string }

function readFirst(candidates: string[], roots: readonly string[]): FoundFile {
  const lookedFor: string[] = []
  for (const file of candidates) {
    lookedFor.push(file)
    if (!roots.some((root) => isInside(root, file))) {
      const inside = roots.map((root) => shownPath(root) || '.').join(' or ')
      return { content: undefined, lookedFor, because: `leads out of ${inside}` }
    }
    try {
      const content = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
      if (!content.includes('\0')) return { content, file, lookedFor }
      return { content: undefined, lookedFor, because: 'is no text' }
    } catch (error) {
      if (isMissing(error)) continue
      return { content: undefined, lookedFor, because: `gives ${codeOf(error)}` }
    }
  }
  return { content: undefined, lookedFor }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

function isMissing(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR'
}

function originalPiece(source: string, start: number, end: number, file: string): Piece {
  const text = source.slice(start, end)
  const { line } = placeIn(source, start)
  return { text, origins: text.split('\n').map((_, index) => ({ file, line: line + index })) }
}

// Where two pieces meet in one line, the line belongs to whichever has text in it, the first one before the second.
function join(first: Piece, second: Piece): Piece {
  const firstHasText = !/(^|\n)$/.test(first.text)
  const [head, ...rest] = second.origins
  const origins =
    firstHasText || head === undefined
      ? [...first.origins, ...rest]
      : [...first.origins.slice(0, -1), head, ...rest]
  return { text: first.text + second.text, origins }
}

function placeIn(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function quote(text: string): string {
  return JSON.stringify(text)
}
