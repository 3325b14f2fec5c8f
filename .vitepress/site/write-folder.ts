import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { readDocsFolder, type DocsFolder } from './docs-folder.ts'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** For tests: a new folder with these files in it, gone after the file's last test. */
export function writeFolder(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** For tests: a docs folder outside the repository, with these files in it. */
export function writeDocs(files: Record<string, string>): DocsFolder {
  const inside = Object.entries(files).map(([path, content]) => [`docs/${path}`, content])
  const folder = writeFolder(Object.fromEntries(inside))
  mkdirSync(join(folder, 'docs'), { recursive: true })
  return readDocsFolder(join(folder, 'docs'))
}
