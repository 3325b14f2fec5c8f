import type { PageData } from 'vitepress'
import { describe, expect, test } from 'vitest'
import { pageData } from './page-data.ts'
import { createPageIndex } from './pages.ts'
import { writeDocs } from './write-folder.ts'

function dataOf(filePath: string, frontmatter: Record<string, unknown> = {}): PageData {
  return { relativePath: filePath, filePath, title: '', description: '', headers: [], frontmatter }
}

describe('page data', () => {
  const transform = pageData(
    createPageIndex(
      writeDocs({
        'tea.md': '---\nid: tea\nrelated: saucer, cup\nee-only: true\n---\n',
        'cup.md': '---\nid: cup\ntitle: A **cup**\n---\n',
        'deep/saucer.md': '---\nid: saucer\n---\n# Saucers\n',
        'lost.md': '---\nid: lost\nrelated: tea, nothing\n---\n',
        'wrong.md': '---\npopular: perhaps\n---\n',
      }),
    ),
  )

  test('names related pages with title and link, in the author’s order', () => {
    expect(transform(dataOf('tea.md', { id: 'tea' }))?.frontmatter).toEqual({
      id: 'tea',
      ee: true,
      ge: false,
      relatedPages: [
        { title: 'Saucers', link: '/deep/saucer.html' },
        { title: 'A cup', link: '/cup.html' },
      ],
    })
  })

  test('fails on a page that is not there, with file, line and column', () => {
    expect(() => transform(dataOf('lost.md'))).toThrow(
      /lost\.md:3:15 related Relate a page that exists: no page has the id "nothing"$/,
    )
  })

  test('fails on a wrong type', () => {
    expect(() => transform(dataOf('wrong.md'))).toThrow(/wrong\.md:2:1 front-matter Give "popular"/)
  })

  test('leaves pages alone that have no file, such as the default for addresses not found', () => {
    expect(transform(dataOf(''))).toBeUndefined()
  })
})
