import { parse } from 'vue/compiler-sfc'
import { placeOf, type DialectEnvironment } from '../markdown/environment.ts'
import type { Problem } from './problem.ts'

/**
 * A page becomes a component, so its HTML and what stands in `{{ }}` have to be what Vue reads.
 *
 * @param html the rendered page
 */
export function componentSyntax(html: string, environment: DialectEnvironment): Problem[] {
  const { errors } = parse(`<template>\n<div>${html}</div>\n</template>`, {
    filename: environment.path,
    ignoreEmpty: false,
  })
  return errors.map((error) => {
    const start = 'loc' in error ? error.loc?.start.offset : undefined
    // What the author typed there is in the page as it is, up to the next mark of HTML.
    const typed =
      start === undefined
        ? undefined
        : /^[^\n<>&]{1,30}/.exec(`\n<div>${html}`.slice(start - 10))?.[0]
    const { file, line, column } = placeOf(environment, 0, typed)
    return {
      file,
      line,
      column,
      rule: 'component',
      message: `Mend the HTML or the braces: ${error.message.split('\n')[0] ?? ''}`,
      level: 'error',
    }
  })
}
