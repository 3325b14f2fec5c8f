import { join } from 'node:path'
import { createMarkdownRenderer, disposeMdItInstance } from 'vitepress'
import type { Problem } from '../check/problem.ts'
import { writeFolder } from '../site/write-folder.ts'
import type { DialectEnvironment } from './environment.ts'
import { authorDialect } from './index.ts'

export interface RenderOptions {
  /** Files beside the page `docs/page.md`, by their path from the folder that holds `docs`. */
  files?: Record<string, string>
  base?: string
  /** The repository, for what is published with every folder. */
  root?: string
  /** Collect problems instead of throwing the first one. */
  collect?: boolean
}

export interface RenderedPage {
  html: string
  environment: DialectEnvironment
  problems: Problem[]
  /** The folder that holds `docs`. */
  folder: string
}

/** For tests: renders a page with the dialect through VitePress's renderer, in a folder of its own. */
export async function renderPage(
  source: string,
  options: RenderOptions = {},
): Promise<RenderedPage> {
  const folder = writeFolder({ 'docs/page.md': source, ...options.files })
  const docs = join(folder, 'docs')
  const publicDirectory = join(docs, 'public')
  const base = options.base ?? '/'
  disposeMdItInstance()
  const markdown = await createMarkdownRenderer(
    docs,
    {
      ...authorDialect({
        includeRoots: [folder],
        publicDirectory,
        base,
        ...(options.root === undefined ? {} : { root: options.root }),
      }),
      highlight: (code) => `<pre><code>${code.replaceAll('<', '&lt;')}</code></pre>`,
    },
    base,
    console,
    publicDirectory,
  )
  const problems: Problem[] = []
  const environment: DialectEnvironment = {
    path: join(docs, 'page.md'),
    relativePath: 'page.md',
    cleanUrls: false,
    ...(options.collect ? { report: (problem: Problem) => problems.push(problem) } : {}),
  }
  const html = await markdown.renderAsync(source, environment)
  return { html, environment, problems, folder }
}

/** Only the HTML, where nothing else is of interest. */
export async function renderHtml(source: string, options?: RenderOptions): Promise<string> {
  return (await renderPage(source, options)).html
}
