import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A fenced block of code that stands on a page. */
export interface Fence {
  /** `docs/apps/catalogs.md:12`. */
  readonly place: string
  readonly page: string
  readonly language: string
  readonly text: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every fenced block of all pages and of what they include, in the order of the files. */
export function readFences(folder = 'docs'): readonly Fence[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => fencesOf(join(root, folder, name)))
}

function fencesOf(path: string): Fence[] {
  const page = relative(root, path)
  const fences: Fence[] = []
  let open: { mark: string; indentation: string; language: string; line: number } | undefined
  let inside: string[] = []
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    const [, indentation = '', mark = '', after = ''] = /^( *)(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (!open) {
      if (mark === '') continue
      open = { mark, indentation, language: /^[\w-]*/.exec(after)?.[0] ?? '', line: index + 1 }
      inside = []
    } else if (mark.startsWith(open.mark) && after.trim() === '') {
      const { language } = open
      const text = inside.join('\n')
      fences.push({ place: `${page}:${open.line}`, page, language, text })
      open = undefined
    } else {
      inside.push(line.startsWith(open.indentation) ? line.slice(open.indentation.length) : line)
    }
  }
  if (open) throw new SyntaxError(`${page}:${open.line}: the block of code never ends`)
  return fences
}
