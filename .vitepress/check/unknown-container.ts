import { boxTitles } from '../markdown/containers.ts'
import type { CheckedPage } from './page.ts'
import type { Problem } from './problem.ts'

/** Every line of colons opens or closes a box: one that does neither is shown as text. */
export function unknownContainer(page: CheckedPage): Problem[] {
  return page.outline.strayFences.map(({ file, line, column, text }) => {
    const name = /^:+\s*([^\s{:]+)/.exec(text)?.[1]
    const known = [...Object.keys(boxTitles), 'tip', 'details', 'code-group'].join(', ')
    const message =
      name === undefined
        ? `Remove "${text}": it closes no box`
        : `Open a box that exists: "${name}" is none of ${known}`
    return { file, line, column, rule: 'unknown-container', message, level: 'warning' }
  })
}
