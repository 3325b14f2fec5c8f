import { playgroundAnchors } from '../../playground/ui/widgets/playground-anchors.ts'
import { AuthorError } from '../check/problem.ts'
import type { PageIndex, SitePage } from './pages.ts'

/**
 * Where in the playground a page's main piece is (content map 2.4): the widget that its front matter names, else the
 * first that stands in it, else the first screen that it leads to. Nothing for a page without any, and nothing in a
 * docs folder without a playground.
 *
 * @throws {AuthorError} when the front matter names a widget that there is not
 */
export function tryItLink(page: SitePage, pages: PageIndex): string | undefined {
  const named = page.frontMatter.widget
  if (named !== undefined && !Object.hasOwn(playgroundAnchors, named)) {
    throw new AuthorError({
      file: page.file,
      ...page.placeOf('widget'),
      rule: 'front-matter',
      message: `Name a widget that exists: "${named}" is none of ${Object.keys(playgroundAnchors).join(', ')}`,
      level: 'error',
    })
  }
  const prose = page.body.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '').replaceAll(/`[^`\n]*`/g, '')
  const widget = named ?? /<TryIt\s[^>]*?widget="([\w-]+)"/.exec(prose)?.[1]
  const screen = /<TryIt\s[^>]*?screen="([^"]+)"/.exec(prose)?.[1]
  const place = (widget === undefined ? undefined : playgroundAnchors[widget]) ?? screen
  const playground = pages.byLink('/playground.html')
  return place === undefined || !playground ? undefined : `${playground.link}#${place}`
}
