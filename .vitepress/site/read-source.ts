import { readFileSync, statSync } from 'node:fs'
import type { Problem } from '../check/problem.ts'

/** The text of a page's file, and what keeps it from being read as its author meant it. */
export interface ReadSource {
  source: string
  problems: Problem[]
}

/** More than any page that a person wrote, and less than what makes the renderer run out of memory. */
const longest = 2 * 1024 * 1024

/** How text looks that was UTF-8, was read as Latin-1, and was saved again. */
const garbled = /Ã[\u0080-\u00BF©¨ª«®´¶¼]|â€[™œ\u009D“”¢¦]|Â\u00A0|ðŸ|\uFFFD/

/** Reads a page's file. What cannot be read is an empty page with a problem. */
export function readSource(file: string): ReadSource {
  const problems: Problem[] = []
  const complain = (message: string, line = 1, column = 1) =>
    problems.push({ file, line, column, rule: 'file', message, level: 'error' })
  let bytes: Buffer
  try {
    const { size } = statSync(file)
    if (size > longest) {
      complain(`Split this page: it has ${size} bytes, and a page has ${longest} at most`)
      return { source: '', problems }
    }
    bytes = readFileSync(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    complain(`Make this file readable, or remove it: ${code}`)
    return { source: '', problems }
  }
  if (bytes.includes(0)) {
    complain('Save this page as text in UTF-8: it holds bytes that no text has')
    return { source: '', problems }
  }
  const source = bytes.toString('utf8')
  const found = garbled.exec(source)
  if (found) {
    const before = source.slice(0, found.index).split(/\r?\n/)
    const isCoded = found[0] === '\uFFFD' && !bytes.includes('\uFFFD')
    const message = isCoded
      ? 'Save this page in UTF-8: here stands a byte that is none'
      : `Mend "${found[0]}": it was another character before the file was saved in the wrong encoding`
    complain(message, before.length, (before.at(-1)?.length ?? 0) + 1)
  }
  return { source, problems }
}
