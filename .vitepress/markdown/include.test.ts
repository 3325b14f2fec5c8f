import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderHtml, renderPage } from './render-page.ts'

describe('include', () => {
  test('puts a file in, looked for from the folder that holds the docs', async () => {
    const files = { 'docs/_fragments/tea.md': 'Tea **first**\n' }
    expect(await renderHtml('!!!include(docs/_fragments/tea.md)!!!', { files })).toBe(
      '<p>Tea <strong>first</strong></p>\n',
    )
  })

  test.each([
    '!!!INCLUDE(tea.md)!!!',
    '!!! include(tea.md)!!!',
    '!!!include ( tea.md )!!!',
    'before !!!include(tea.md)!!! after',
  ])('takes %s', async (source) => {
    expect(await renderHtml(source, { files: { 'tea.md': 'Tea\n' } })).toContain('Tea')
  })

  test('is textual: in a sentence, in a table, in code', async () => {
    const files = { 'cup.txt': 'cup\n' }
    expect(await renderHtml('A !!!include(cup.txt)!!!.', { files })).toBe('<p>A cup.</p>\n')
    expect(await renderHtml('```\n!!!include(cup.txt)!!!\n```', { files })).toContain(
      '<code>cup\n</code>',
    )
  })

  test('finds nested files beside the file that includes them', async () => {
    const files = {
      'docs/_fragments/tea.md': 'Tea\n!!!include(more/milk.md)!!!\n',
      'docs/_fragments/more/milk.md': 'Milk\n',
    }
    expect(await renderHtml('!!!include(docs/_fragments/tea.md)!!!', { files })).toBe(
      '<p>Tea\nMilk</p>\n',
    )
  })

  test('removes only one final newline, so that blocks stay apart', async () => {
    const files = { 'tea.md': '# Tea\n\n' }
    expect(await renderHtml('!!!include(tea.md)!!!\nMilk', { files })).toContain('<p>Milk</p>')
  })

  test('makes adjacent included code blocks one set of tabs', async () => {
    const files = { 'a.md': '```js [brew:NodeJS]\n1\n```\n', 'b.md': '```php [brew:PHP]\n2\n```\n' }
    const html = await renderHtml('!!!include(a.md)!!!\n!!!include(b.md)!!!', { files })
    expect(html.match(/role="tablist"/g)).toHaveLength(1)
    expect(html.match(/role="tab"/g)).toHaveLength(2)
  })

  test('leaves an escaped include as text, in prose and in code', async () => {
    const html = await renderHtml('\\!!!include(tea.md)!!!\n\n```\n\\!!!include(tea.md)!!!\n```')
    expect(html).toContain('<p>!!!include(tea.md)!!!</p>')
    expect(html).toContain('<code>!!!include(tea.md)!!!\n</code>')
  })

  test.each(['!!include(tea.md)!!', '!!!includes', 'include(tea.md)', '!!!'])(
    'does not take %s',
    async (source) => {
      expect(await renderHtml(source, { files: { 'tea.md': 'Tea\n' } })).not.toContain('Tea\n')
    },
  )

  test('fails on a missing file with page, line, column and where it looked', async () => {
    const source = '---\ntitle: Tea\n---\n\nTea: !!!include(content/none.md)!!!'
    await expect(renderPage(source)).rejects.toThrow(
      /page\.md:5:6 include .*"content\/none\.md" was looked for at .*\/content\/none\.md$/,
    )
  })

  test('places a mistake in an included file in that file', async () => {
    const files = { 'tea.md': 'Tea\n\n!!!include(none.md)!!!\n' }
    const { problems, folder } = await renderPage('!!!include(tea.md)!!!', { files, collect: true })
    expect(problems).toMatchObject([
      { file: join(folder, 'tea.md'), line: 3, column: 1, rule: 'include' },
    ])
  })

  test('fails on a circle and names it', async () => {
    const files = { 'a.md': '!!!include(b.md)!!!\n', 'b.md': 'x\n!!!include(a.md)!!!\n' }
    await expect(renderPage('!!!include(a.md)!!!', { files })).rejects.toThrow(
      /b\.md:2:1 include Break the circle of includes: .*a\.md → .*b\.md → .*a\.md$/,
    )
  })

  test('the same file twice is no circle', async () => {
    const files = { 'a.md': 'Tea\n' }
    expect(await renderHtml('!!!include(a.md)!!! !!!include(a.md)!!!', { files })).toBe(
      '<p>Tea Tea</p>\n',
    )
  })

  test.each(['!!!include tea.md!!!', '!!!include()!!!', '!!!include( )!!!'])(
    'fails on %s and asks for braces with a path',
    async (source) => {
      await expect(renderPage(source)).rejects.toThrow(/page\.md:1:1 include Write the path/)
    },
  )

  test('tells the preview which files to watch, missing ones too', async () => {
    const { environment, folder } = await renderPage('!!!include(none.md)!!!', { collect: true })
    expect(environment.includes).toEqual([join(folder, 'none.md')])
  })

  test('keeps the lines of what stands after an include', async () => {
    const files = { 'tea.md': 'One\n\nTwo\n\nThree\n' }
    const source = '---\nid: x\n---\n!!!include(tea.md)!!!\n\n[guide]()'
    const { environment, folder } = await renderPage(source, { files })
    expect(environment.outline?.links).toMatchObject([
      { file: join(folder, 'docs/page.md'), line: 6, column: 7 },
    ])
  })
})
