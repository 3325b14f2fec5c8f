import { spawnSync } from 'node:child_process'
import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of Markdown that becomes the site, and what its paths are relative to. */
export interface DocsFolder {
  /** The repository, which holds the theme. */
  root: string
  directory: string
  /** What a reader is told the folder is called, `docs` say: its path in the repository, or its own name. */
  name: string
  publicDirectory: string
  /** Folders that the path of an include is looked for in, in this order. */
  includeRoots: string[]
  /** True for a folder that the repository does not hold. */
  outside: boolean
  /** True when git can tell when a page was last changed. */
  tracked: boolean
}

/** What a page of the site is made from: fragments are included by pages and are none. */
export const excludedPages = ['**/_fragments/**', 'public/**']

const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/**
 * The folder named by `directory`, else by the environment variable `DOCS_DIR`, else `docs`.
 *
 * The commands name it by the variable, because VitePress loads the configuration by itself.
 *
 * @throws {RangeError} when there is no such folder
 */
export function readDocsFolder(directory = process.env['DOCS_DIR'] ?? 'docs'): DocsFolder {
  const named = resolve(repository, directory)
  if (!statSync(named, { throwIfNoEntry: false })?.isDirectory()) {
    throw new RangeError(`Name a folder of Markdown: there is no folder "${named}"`)
  }
  // Vite names files by their real paths.
  const absolute = realpathSync(named)
  const outside = !isInside(repository, absolute)
  return {
    root: repository,
    directory: absolute,
    name: outside ? basename(absolute) : relative(repository, absolute),
    publicDirectory: resolve(absolute, 'public'),
    includeRoots: outside ? [dirname(absolute), absolute] : [repository],
    outside,
    tracked: isTracked(absolute),
  }
}

/** True when `path` is `folder` or lies in it. */
export function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  return !inside.startsWith('..') && !isAbsolute(inside)
}

function isTracked(directory: string): boolean {
  // A shallow clone knows one commit, which did not change every page.
  const question = ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository']
  const { status, stdout } = spawnSync('git', question, { cwd: directory, encoding: 'utf8' })
  return status === 0 && stdout.trim() === 'true\nfalse'
}
