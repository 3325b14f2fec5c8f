import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChecker } from '../../.vitepress/check/index.ts'
import type { CheckedPage } from '../../.vitepress/check/page.ts'
import { buildScreens } from '../../.vitepress/commands/screens.ts'
import { readDocsFolder } from '../../.vitepress/site/docs-folder.ts'
import { type RunningServer, startServer } from '../../playground/hosts/node/index.ts'
import { eras } from '../../playground/pim/index.ts'
import { type ArticlePim, openArticlePim } from './article-pim.ts'
import { readArticle } from './article-reader.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'
import { type SmallApp, startSmallApp } from './small-app.ts'

let server: RunningServer
let browser: TestBrowser
let app: SmallApp
let pim: ArticlePim

const { pages } = await (await createChecker(readDocsFolder('docs'))).read()
const articles = pages.filter(namesLabels)

beforeAll(async () => {
  server = await startServer({ screens: await buildScreens() })
  app = await startSmallApp()
  browser = await openBrowser()
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  page.on('dialog', (dialog) => void dialog.accept())
  pim = await openArticlePim({ page, server, app })
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
  await server?.close()
})

test.each(articles.map((page) => [page.path, page] as const))(
  '%s names labels that its screens have, in every version',
  async (_, { outline }) => {
    const failures: string[] = []
    let labels = 0
    for (const era of eras) {
      const reading = await readArticle(outline.passages, era, pim)
      failures.push(...reading.failures)
      labels += reading.labels
    }
    expect(failures).toEqual([])
    expect(labels).toBeGreaterThan(0)
  },
  180_000,
)

function namesLabels({ outline, path }: CheckedPage): boolean {
  return (
    !path.startsWith('contributing/') &&
    outline.passages.some(
      (passage) => passage.kind !== 'aside' && passage.runs.some(({ kind }) => kind === 'label'),
    )
  )
}
