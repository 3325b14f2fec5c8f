import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nav } from './nav.ts'
import { createPageIndex } from './pages.ts'
import { sidebar } from './sidebar.ts'
import { writeDocs } from './write-folder.ts'

const index = createPageIndex(
  writeDocs({
    'index.md': '---\ntitle: Home\nlayout: home\n---\n',
    'articles/manage-your-connections.md': '---\ntitle: Manage your **connections**\n---\n',
    'articles/what-is-an-app.md': '---\ntitle: What is an **app**?\n---\n',
    'articles/brand-new.md': '# Brand `new` {#x}\n',
    'apps/overview.md': '```sh\n# no heading\n```\n\n# Apps overview\n',
    'contributing/decisions/010-tea.md': 'Tea\n',
    'contributing/writing-a-page.md': '# Writing a page\n',
    'loose.md': '# Loose\n',
    '_fragments/tea.md': '# Fragment\n',
    '404.md': '# Not found\n',
  }),
)

describe('sidebar', () => {
  const groups = sidebar(index)

  test('keeps the order of the list and the pages’ own titles, without pages that are not there', () => {
    expect(groups['/articles/']).toEqual([
      {
        text: 'Understand',
        items: [{ text: 'What is an app?', link: '/articles/what-is-an-app.html' }],
      },
      {
        text: 'Manage',
        items: [
          { text: 'Manage your connections', link: '/articles/manage-your-connections.html' },
        ],
      },
      { text: 'Articles', items: [{ text: 'Brand `new`', link: '/articles/brand-new.html' }] },
    ])
    expect(groups['/tutorials/']).toBeUndefined()
  })

  test('takes a heading for the title, but no comment in code', () => {
    expect(groups['/apps/']).toEqual([
      { text: 'Apps', items: [{ text: 'Apps overview', link: '/apps/overview.html' }] },
    ])
  })

  test('groups pages of folders it does not know by their folder', () => {
    expect(groups['/contributing/']).toEqual([
      {
        text: 'Contributing',
        items: [{ text: 'Writing a page', link: '/contributing/writing-a-page.html' }],
      },
      {
        text: 'Decisions',
        items: [{ text: '010-tea', link: '/contributing/decisions/010-tea.html' }],
      },
    ])
    expect(groups['/']).toEqual([
      { text: 'Pages', items: [{ text: 'Loose', link: '/loose.html' }] },
    ])
  })

  test('holds no home, no fragment and no page for addresses that are not found', () => {
    expect(JSON.stringify(groups)).not.toMatch(/Home|Fragment|Not found/)
  })
})

describe('nav', () => {
  test('links each section to the first of its pages that is there', () => {
    expect(nav(index)).toEqual([
      {
        text: 'Help centre',
        link: '/articles/what-is-an-app.html',
        activeMatch: '^(?:/articles/|/versions-in-detail\\.html)',
      },
      { text: 'Apps', link: '/apps/overview.html', activeMatch: '^(?:/apps/)' },
    ])
  })
})

test('a page index reads again after a refresh', () => {
  const docs = writeDocs({ 'tea.md': '---\nid: tea\n---\n' })
  const live = createPageIndex(docs)
  expect(live.byId('cup')).toBeUndefined()
  writeDocsInto(docs.directory)
  expect(live.byId('cup')).toBeUndefined()
  live.refresh()
  expect(live.byId('cup')?.link).toBe('/cup.html')
})

function writeDocsInto(directory: string): void {
  writeFileSync(join(directory, 'cup.md'), '---\nid: cup\n---\n')
}
