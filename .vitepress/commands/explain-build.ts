import { formatProblem } from '../check/problem.ts'
import type { SitePage } from '../site/pages.ts'

/**
 * What an author reads when the build fails on a page that the check found nothing wrong with.
 *
 * @param error what was thrown while the pages were bundled, or rendered as HTML
 * @returns `file:line:col build message`; nothing where the error has nothing to do with a page
 */
export function explainBuild(error: unknown, pages: readonly SitePage[]): string | undefined {
  if (!(error instanceof Error)) return undefined
  const trace = `${error.stack ?? ''}\n${error.message}`
  // While pages are rendered: a script named for the page. While they are bundled: the page itself.
  const page = pages.find(
    ({ file, path }) =>
      trace.includes(`/${path.replaceAll('/', '_')}.js`) || trace.includes(`${file}:`),
  )
  if (!page) return undefined
  const lines = error.message.split('\n').map((line) => line.trim())
  const reason = lines.find((line) => line !== '' && !/^(Build failed|\[plugin)/.test(line)) ?? ''
  const name = /reading '([^']+)'/.exec(reason)?.[1]
  const source = page.source.split('\n')
  const at = Math.max(
    0,
    source.findIndex((line) => isInBraces(line, name)),
  )
  return formatProblem({
    file: page.file,
    line: at + 1,
    column: Math.max(0, source[at]?.indexOf('{{') ?? 0) + 1,
    rule: 'build',
    message: `Mend what Vue cannot render: ${reason}`,
    level: 'error',
  })
}

function isInBraces(line: string, name: string | undefined): boolean {
  return line.includes('{{') && (name === undefined || line.includes(name))
}
