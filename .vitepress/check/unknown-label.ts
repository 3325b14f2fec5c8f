import type { CheckedPage } from './page.ts'
import type { Problem } from './problem.ts'

/** A label in double brackets is one that the PIM's screens have; another one is shown as typed. */
export function unknownLabel(page: CheckedPage): Problem[] {
  return page.outline.unknownLabels.map(({ file, line, column, text }) => ({
    file,
    line,
    column,
    rule: 'unknown-label',
    message: `Name a label of playground/pim/contract/words.ts: ${text} is none`,
    level: 'warning',
  }))
}
