import { describe, expect, test } from 'vitest'
import { renderHtml } from '../markdown/render-page.ts'
import { markdownTwin, twinAddress } from './markdown-twin.ts'

async function twinOf(source: string): Promise<string> {
  return markdownTwin(await renderHtml(source))
}

describe('the Markdown twin', () => {
  test('stands beside its page', () => {
    expect(twinAddress('/articles/cup.html')).toBe('/articles/cup.md')
    expect(twinAddress('/articles/')).toBe('/articles/index.md')
  })

  test('has headings without permalinks, lists, links and tables', async () => {
    const source = [
      '# Cups {#cups}',
      '## How to *hold* one',
      '-   Take it',
      '-   Read [more](/more.html#x)',
      '| Size | Price |\n| --- | --- |\n| big | 3 |',
    ].join('\n\n')
    const twin = await twinOf(source)
    expect(twin).toContain('# Cups\n\n## How to *hold* one\n')
    expect(twin).toContain('[more](/more.html#x)')
    expect(twin).toContain('| Size | Price |\n| --- | --- |\n| big | 3   |')
  })

  test('has code as it stands, in a fence that is longer than any in it', async () => {
    expect(await twinOf('````md\n```sh\ncup\n```\n````')).toBe('````md\n```sh\ncup\n```\n````\n')
  })

  test('has every tab of a code block under its label', async () => {
    const twin = await twinOf('```sh [group:One]\nfirst\n```\n```sh [group:Two]\nsecond\n```')
    expect(twin).toBe('**One**\n\n```sh\nfirst\n```\n\n**Two**\n\n```sh\nsecond\n```\n')
  })

  test('has boxes as quotations under their title', async () => {
    expect(await twinOf('::: warning\nIt is hot.\n\nBeware.\n:::')).toBe(
      '> **Warning**\n>\n> It is hot.\n>\n> Beware.\n',
    )
  })
  test('has a picture once, without its twin for the dark theme, and its caption', () => {
    const html =
      '<p>See:</p><figure class="picture"><a href="/img/cup.webp"><span class="picture-sheet">' +
      '<img class="for-light" src="/img/cup.webp" alt="A cup"><img class="for-dark" ' +
      'src="/img/cup-dark.webp" alt="A cup"></span></a><figcaption>Mine</figcaption></figure><p>So.</p>'
    expect(markdownTwin(html)).toBe('See:\n\n![A cup](/img/cup.webp)\n\n*Mine*\n\nSo.\n')
  })
})
