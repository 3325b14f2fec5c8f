import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocsFolder } from '../site/docs-folder.ts'

/**
 * The word list of a folder, `_words.txt`: one word a line, `#` begins a remark. A folder that has one, be it
 * empty, has its spelling and wording checked; any other is left in peace.
 */
export function readWordList({ directory }: DocsFolder): Set<string> | undefined {
  const file = join(directory, '_words.txt')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split(/\r?\n/)
  return new Set(lines.map((line) => line.replace(/#.*/, '').trim()).filter((word) => word !== ''))
}
