import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChecker } from '../../.vitepress/check/index.ts'
import type { CheckedPage } from '../../.vitepress/check/page.ts'
import { buildScreens } from '../../.vitepress/commands/screens.ts'
import { readDocsFolder } from '../../.vitepress/site/docs-folder.ts'
import { writeDocs } from '../../.vitepress/site/write-folder.ts'
import { startServer } from '../../playground/hosts/node/index.ts'
import { type Era, eras } from '../../playground/pim/index.ts'
import { type ArticlePim, openArticlePim } from './article-pim.ts'
import { readArticle } from './article-reader.ts'
import { areSome } from './journeys.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'
import { startSmallApp } from './small-app.ts'

let browser: TestBrowser
let pims: { era: Era; pim: ArticlePim; close: () => Promise<void> }[] = []

const { pages } = await (await createChecker(readDocsFolder('docs'))).read()
const articles = pages.filter(namesLabels).filter((_, index) => !areSome || index % 6 === 0)

beforeAll(async () => {
  const screens = await buildScreens()
  browser = await openBrowser()
  const versions = eras.filter((era) => !areSome || era === 'today')
  pims = await Promise.all(versions.map((era) => openPim(era, screens)))
})
afterAll(async () => {
  await browser?.close()
  await Promise.all(pims.map(({ close }) => close()))
})

test.each(articles.map((page) => [page.path, page] as const))(
  '%s names labels that its screens have, in every version',
  async (_, { outline }) => {
    const readings = await Promise.all(
      pims.map(({ era, pim }) => readArticle(outline.passages, era, pim)),
    )
    expect(readings.flatMap(({ failures }) => failures)).toEqual([])
    expect(readings.reduce((sum, { labels }) => sum + labels, 0)).toBeGreaterThan(0)
  },
  180_000,
)

test('a label that is not there, and a step that cannot be done, are told with their places', async () => {
  const source = [
    '# Tea',
    '1. Go to [[Connect]], then [[Connection setting]].',
    'See [[menu.kitchen@today]].\n\nIt is [[No such label]].',
    '## Brew\n\n<!-- walk: as noor -->',
    '1. Go to [[menu.connectionsTab]], then [[menu.connections]].\n2. Click [[Create]].',
    '## Pour\n\n<!-- walk: apps-2019 -->\n\nHere it says [[menu.connections]] and [[Kettle@today]].',
  ].join('\n\n')
  const checker = await createChecker(writeDocs({ 'tea.md': source }))
  const [page] = (await checker.read()).pages
  const today = pims.find(({ era }) => era === 'today')?.pim
  if (!page || !today) throw new TypeError('There is no page to read')
  const { labels, failures } = await readArticle(page.outline.passages, 'today', today, 1000)
  expect(failures.map((line) => line.replace(/^.*(?=tea\.md)/, ''))).toEqual([
    expect.stringMatching(
      /^tea\.md:3:28 \[today\] the screen Data flows \(#.*\) has no "Connection setting", but "Connection settings"/,
    ),
    expect.stringMatching(
      /^tea\.md:14:10 .* does not let a reader press "Create": it is disabled$/,
    ),
    expect.stringMatching(/^tea\.md:7:7 \[today\] the screen .* has no "No such label"/),
  ])
  expect(labels).toBe(6)
})

/** A PIM of one version with a tab, an app and a server of its own: all versions are read at once. */
async function openPim(era: Era, screens: string) {
  const server = await startServer({ screens })
  const app = await startSmallApp()
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  page.on('dialog', (dialog) => void dialog.accept())
  const pim = await openArticlePim({ page, server, app })
  return { era, pim, close: async () => void (await Promise.all([server.close(), app.close()])) }
}

function namesLabels({ outline, path }: CheckedPage): boolean {
  return (
    !path.startsWith('contributing/') &&
    outline.passages.some(
      (passage) => passage.kind !== 'aside' && passage.runs.some(({ kind }) => kind === 'label'),
    )
  )
}
