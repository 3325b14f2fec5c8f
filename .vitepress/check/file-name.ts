import { shownPath, type Problem } from './problem.ts'
import type { CheckedPage, CheckedSite } from './page.ts'

/** A page's file has a name that makes an address of its own. */
export function fileName({ file, path }: CheckedPage, { index }: CheckedSite): Problem[] {
  const sign = /[[\]#%?\\]/.exec(path)?.[0]
  if (sign !== undefined)
    return [problem(`Rename this file: an address cannot have the "${sign}" of ${path}`)]
  // The scripts of all pages lie in one folder, whatever folders the pages are in.
  const twin = index.pages().find((one) => scriptName(one.path) === scriptName(path))
  return twin && twin.path !== path
    ? [problem(`Rename this file: its script would be that of ${shownPath(twin.file)}`)]
    : []

  function problem(message: string): Problem {
    return { file, line: 1, column: 1, rule: 'file', message, level: 'error' }
  }
}

function scriptName(path: string): string {
  return path.replaceAll('/', '_').toLowerCase()
}
