import type { CheckedPage } from './page.ts'
import type { Problem } from './problem.ts'

/** Every box and every block of code ends: one that does not swallows the rest of the page. */
export function unclosedBlock(page: CheckedPage): Problem[] {
  return page.outline.unclosed.map(({ file, line, column, text }) => ({
    file,
    line,
    column,
    rule: 'unclosed-block',
    message: `Close what "${text.slice(0, 40)}" opens: the rest of the page is in it`,
    level: 'warning',
  }))
}
