import { expect, test } from 'vitest'
import { createPageIndex } from './pages.ts'
import { tryItLink } from './try-it.ts'
import { writeDocs } from './write-folder.ts'

function linkIn(source: string, others = { 'playground.md': '# Playground' }): string | undefined {
  const pages = createPageIndex(writeDocs({ 'tea.md': source, ...others }))
  return tryItLink(pages.byLink('/tea.html') ?? expect.fail('There is no page'), pages)
}

test.each([
  [
    '<TryIt screen="/system/roles" />\n\n<TryIt widget="token-lab" />',
    '/playground.html#token-lab',
  ],
  ['<TryIt label="Go" screen="/system/roles" />', '/playground.html#/system/roles'],
  ['---\nwidget: oauth-stepper\n---\n<TryIt widget="token-lab" />', '/playground.html#oauth'],
  ['Write `<TryIt widget="token-lab" />`.\n\n```md\n<TryIt widget="token-lab" />\n```', undefined],
  ['Tea', undefined],
])('%j leads to %s', (source, link) => {
  expect(linkIn(source)).toBe(link)
})

test('a docs folder without a playground has nothing to try', () => {
  expect(linkIn('<TryIt widget="token-lab" />', {} as never)).toBeUndefined()
})

test('a widget that there is not is refused, with its place', () => {
  expect(() => linkIn('---\nid: tea\nwidget: teapot\n---\n')).toThrow(
    /tea\.md:3:1 front-matter Name a widget that exists: "teapot" is none of activation-wizard,/,
  )
})
