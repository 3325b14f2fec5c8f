import { resolvePicture } from '../markdown/pictures.ts'
import type { CheckedPage, CheckedSite } from './page.ts'
import type { Problem } from './problem.ts'

/** Each picture has a file. The page shows a box with the file's name instead of a missing one. */
export function missingPicture(page: CheckedPage, { docs }: CheckedSite): Problem[] {
  return page.outline.pictures.flatMap(({ source, file, line, column }) => {
    const { address, exists } = resolvePicture(source, page.environment, docs)
    if (exists) return []
    const message = `Add the picture "${source}": there is no file for it at ${address}`
    return [{ file, line, column, rule: 'missing-picture', message, level: 'warning' }]
  })
}
