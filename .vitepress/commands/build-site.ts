import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vitepress'
import { formatProblem, shownPath } from '../check/problem.ts'
import { isInside, readDocsFolder, type DocsFolder } from '../site/docs-folder.ts'
import { createPageIndex } from '../site/pages.ts'
import { explainBuild } from './explain-build.ts'
import { CommandError } from './options.ts'

export interface BuildOptions {
  /** A folder of Markdown, relative to the working folder; the repository's `docs` if not given. */
  docs?: string | undefined
  /** Where the static site goes, relative to the working folder; `.vitepress/dist` if not given. */
  out?: string | undefined
}

/**
 * Checks the pages, then writes the static site.
 *
 * @returns the folder it was written to
 * @throws {CommandError} when the check finds an error, whose lines it prints, when a page cannot be
 *   rendered, when the folder to write to holds
 *   something else than a site, or when there is no page
 * @throws {RangeError} when there is no such docs folder
 */
export async function buildSite(options: BuildOptions = {}): Promise<string> {
  const docs = readDocsFolder(options.docs === undefined ? undefined : resolve(options.docs))
  const out = options.out === undefined ? join(docs.root, '.vitepress/dist') : resolve(options.out)
  refuseForeignFolder(out, docs)
  // Vue's compiler is loaded by the check already, and asks once: for development it keeps comments in the pages, and
  // a component that begins with one has two roots, which `v-show` cannot hide.
  process.env['NODE_ENV'] = 'production'
  const { createChecker } = await import('../check/index.ts')
  const { pageCount, problems } = await (await createChecker(docs)).check()
  refuseEmptyFolder(pageCount, docs)
  for (const problem of problems) console.error(formatProblem(problem))
  const errors = problems.filter(({ level }) => level === 'error').length
  if (errors > 0)
    throw new CommandError(`Nothing is built: ${errors} to mend in ${pageCount} pages`)
  // VitePress loads the configuration, which reads the folder from here.
  process.env['DOCS_DIR'] = docs.directory
  const isNew = !existsSync(out)
  // What fails deep in a component is told with the page that it stands on.
  Error.stackTraceLimit = 100
  try {
    await build(docs.root, {
      outDir: out,
      // Two builds at once (of two docs folders, say) do not write over each other's files.
      onAfterConfigResolve(config) {
        config.tempDir = join(docs.root, `.vitepress/cache/build-${process.pid}`)
      },
    })
  } catch (error) {
    if (isNew) rmSync(out, { recursive: true, force: true })
    const explanation = explainBuild(error, createPageIndex(docs).pages())
    throw explanation === undefined ? error : new CommandError(explanation, { cause: error })
  }
  console.log(`Built ${pageCount} pages into ${shownPath(out)}`)
  return out
}

/** @throws {CommandError} when there is nothing to check or to build */
export function refuseEmptyFolder(pageCount: number, { directory }: DocsFolder): void {
  if (pageCount === 0)
    throw new CommandError(`Name a folder of Markdown: no file in ${directory} ends with .md`)
}

// Building empties the folder first.
function refuseForeignFolder(out: string, docs: DocsFolder): void {
  if (isInside(out, docs.directory) || isInside(out, docs.root)) {
    throw new CommandError(`Choose another folder to build into: ${out} holds the sources`)
  }
  const isForeign =
    existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, 'hashmap.json'))
  if (isForeign && out !== join(docs.root, '.vitepress/dist')) {
    throw new CommandError(`Choose an empty folder to build into: ${out} holds other files`)
  }
}
