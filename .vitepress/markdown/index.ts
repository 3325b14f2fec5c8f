import type { MarkdownOptions } from 'vitepress'
import { aliases } from './aliases.ts'
import { codeByRegion, literalBraces, trimCodeBlocks } from './code-blocks.ts'
import { codeTabs } from './code-tabs.ts'
import { containers } from './containers.ts'
import { drawnPictures } from './drawn-pictures.ts'
import { headingIds } from './heading-ids.ts'
import { include } from './include.ts'
import { labelByEra } from './label-by-era.ts'
import { emptyLinks, malformedLinks } from './links.ts'
import { outline } from './outline.ts'
import { pageTitle } from './page-title.ts'
import { pageComponents } from './page-components.ts'
import { pictures } from './pictures.ts'
import { rawHtml } from './raw-html.ts'
import { widgetStills } from './widget-stills.ts'

export interface DialectOptions {
  includeRoots: string[]
  publicDirectory: string
  /** The repository. */
  root?: string
  /** The site's base path. */
  base?: string
}

/** VitePress's Markdown options for the dialect that authors write: one line per syntax, in order. */
export function authorDialect(options: DialectOptions): MarkdownOptions {
  return {
    anchor: headingIds,
    headers: { level: [2, 3] },
    preConfig(markdown) {
      trimCodeBlocks(markdown)
      literalBraces(markdown)
      containers(markdown)
    },
    config(markdown) {
      include(markdown, { roots: options.includeRoots })
      codeByRegion(markdown, { roots: options.includeRoots })
      pageTitle(markdown)
      aliases(markdown)
      outline(markdown)
      labelByEra(markdown)
      emptyLinks(markdown)
      pageComponents(markdown)
      malformedLinks(markdown)
      pictures(markdown, options)
      drawnPictures(markdown)
      widgetStills(markdown, options)
      rawHtml(markdown, { base: options.base ?? '/' })
      codeTabs(markdown)
    },
  }
}
