import { placeOf } from '../markdown/environment.ts'
import type { Passage } from '../markdown/reading.ts'
import type { CheckedPage, CheckedSite } from './page.ts'
import { readWordList } from './prose-files.ts'
import type { Problem } from './problem.ts'

type Step = Extract<Passage, { bodyLine: number }>

const noVerb = /^(?:the|a|an|your|you|it|its|this|that|there|they|these|we|our)\b/i

/**
 * A step tells its reader what to do, so it begins with a verb, or with the place where it is done. A list in which
 * most entries do not is a description and no procedure.
 */
export function stepVerb(page: CheckedPage, site: CheckedSite): Problem[] {
  if (!readWordList(site.docs)) return []
  return listsOf(page).flatMap((steps) => {
    const wrong = steps.filter((step) => noVerb.test(firstWords(step)))
    if (wrong.length * 2 > steps.length) return []
    return wrong.map((step) => {
      const words = firstWords(step)
      const { file, line, column } = placeOf(page.environment, step.bodyLine, words.slice(0, 12))
      const message = `Begin the step with a verb: "${words.split(' ').slice(0, 4).join(' ')} …" tells a reader nothing to do`
      return { file, line, column, rule: 'step-verb', message, level: 'warning' as const }
    })
  })
}

function listsOf(page: CheckedPage): Step[][] {
  const lists: Step[][] = []
  let isOpen = false
  for (const passage of page.outline.passages) {
    if (passage.kind === 'step') {
      if (isOpen) lists.at(-1)?.push(passage)
      else lists.push([passage])
      isOpen = true
    } else if (passage.kind !== 'detail') isOpen = false
  }
  return lists
}

function firstWords({ runs }: Step): string {
  const [first] = runs
  return first?.kind === 'words' ? first.text.trim() : ''
}
