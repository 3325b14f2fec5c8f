import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readDocsFolder, type DocsFolder } from './docs-folder.ts'

/** For tests: a docs folder outside the repository, with these files in it. */
export function writeDocs(files: Record<string, string>): DocsFolder {
  const directory = join(mkdtempSync(join(tmpdir(), 'site-')), 'docs')
  mkdirSync(directory)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), content)
  }
  return readDocsFolder(directory)
}
