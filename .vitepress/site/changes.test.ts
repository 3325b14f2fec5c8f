import { describe, expect, test } from 'vitest'
import { readChanges } from './changes.ts'
import { createPageIndex } from './pages.ts'
import { changeFeed } from './feed.ts'
import { writeDocs } from './write-folder.ts'

const page = '---\nid: tea\ntitle: Brew **tea**\n---\n'

function read(yaml: string) {
  const docs = writeDocs({ 'tea.md': page, 'changes.yaml': yaml })
  return readChanges(docs.directory, createPageIndex(docs))
}

describe('the changes that authors note', () => {
  test('come newest first, with the page that they are about', () => {
    const changes = read(
      '- date: 2026-01-02\n  text: Cups\n- date: 2026-03-04\n  text: Tea\n  page: /tea.html\n',
    )
    expect(changes).toEqual([
      { date: '2026-03-04', text: 'Tea', page: { link: '/tea.html', title: 'Brew tea' } },
      { date: '2026-01-02', text: 'Cups' },
    ])
  })

  test('are none without their file, or in an empty one', () => {
    const docs = writeDocs({ 'tea.md': page })
    expect(readChanges(docs.directory, createPageIndex(docs))).toEqual([])
    expect(read('')).toEqual([])
  })

  test.each([
    ['tea: 1', 'write a list of entries'],
    ['- text: Tea', 'entry 1: give "date" a day'],
    ['- date: yesterday\n  text: Tea', 'found "yesterday"'],
    ['- date: 2026-13-40\n  text: Tea', 'found "2026-13-40"'],
    ['- date: 2026-01-02', 'give "text"'],
    ['- date: 2026-01-02\n  text: Tea\n  page: /cup.html', 'found "/cup.html"'],
  ])('are refused, with their place, when they are %j', (yaml, message) => {
    expect(() => read(yaml)).toThrow(message)
  })

  test('become a feed with absolute addresses, and with its text escaped', () => {
    const feed = changeFeed(
      read('- date: 2026-03-04\n  text: Tea & "cups" <b>\n  page: /tea.html\n'),
      {
        title: 'Cups',
        description: 'All about them',
        address: 'https://docs.example.org',
      },
    )
    expect(feed).toContain('<title>Brew tea</title>')
    expect(feed).toContain('<link>https://docs.example.org/tea.html</link>')
    expect(feed).toContain('<description>Tea &amp; &quot;cups&quot; &lt;b&gt;</description>')
    expect(feed).toContain('<pubDate>Wed, 04 Mar 2026 00:00:00 GMT</pubDate>')
    expect(feed).toMatch(/<guid isPermaLink="false">2026-03-04-[a-z\d]+<\/guid>/)
  })
})
