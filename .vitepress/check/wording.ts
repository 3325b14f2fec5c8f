import { placeOf } from '../markdown/environment.ts'
import type { CheckedPage, CheckedSite } from './page.ts'
import { readWordList } from './prose-files.ts'
import type { Problem } from './problem.ts'
import advice from './wording.json' with { type: 'json' }

const phrases = Object.entries(advice)
const pattern = new RegExp(`\\b(?:${phrases.map(([phrase]) => phrase).join('|')})\\b`, 'gi')

/** Words that belittle a reader or shut somebody out, and a second "formerly" on a page. */
export function wording(page: CheckedPage, site: CheckedSite): Problem[] {
  if (!readWordList(site.docs)) return []
  const problems: Problem[] = []
  let isFormer = false
  for (const passage of page.outline.passages) {
    if (passage.kind === 'aside') continue
    for (const run of passage.runs) {
      if (run.kind !== 'words') continue
      const complain = (near: string, message: string) => {
        const place = placeOf(page.environment, run.bodyLine, near)
        problems.push({ ...place, rule: 'wording', message, level: 'warning' })
      }
      for (const [found] of run.text.matchAll(pattern)) {
        const why = phrases.find(([phrase]) => phrase === found.toLowerCase())?.[1] ?? ''
        complain(found, `Instead of "${found}", ${why}`)
      }
      for (const [found] of run.text.matchAll(/\bformerly\b/gi)) {
        if (isFormer)
          complain(found, 'Say "formerly" once on a page: labels follow the version by themselves')
        isFormer = true
      }
    }
  }
  return problems
}
