import type { CheckedPage } from './page.ts'
import type { Problem } from './problem.ts'

/** A code tab's label holds letters, digits, `_` and spaces; with anything else the block stays alone. */
export function tabLabel(page: CheckedPage): Problem[] {
  return page.outline.looseTabs.map(({ file, line, column, text }) => ({
    file,
    line,
    column,
    rule: 'tab-label',
    message: `Write the label of ${text} with letters, digits, _ and spaces: it makes no tab as it is`,
    level: 'warning',
  }))
}
