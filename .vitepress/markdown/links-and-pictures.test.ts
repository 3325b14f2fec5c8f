import { describe, expect, test } from 'vitest'
import { renderHtml, renderPage } from './render-page.ts'

describe('links', () => {
  test.each([
    ['[Cups](cups.html#size)', '<a href="./cups.html#size">Cups</a>'],
    ['[Cups](/articles/cups.html)', '<a href="/articles/cups.html">Cups</a>'],
    ['[Cups](./cups.md#size)', '<a href="./cups.html#size">Cups</a>'],
    ['[Cups](#size)', '<a href="#size">Cups</a>'],
    ['[guide]()', 'guide'],
    ['[**the** guide]()', '<strong>the</strong> guide'],
    ['Read [guide]() or [cups](/c.html)', 'Read guide or <a href="/c.html">cups</a>'],
    [
      '[out](https://example.com/)',
      '<a href="https://example.com/" target="_blank" rel="noreferrer">out</a>',
    ],
  ])('%s becomes %s', async (source, html) => {
    expect(await renderHtml(source)).toBe(`<p>${html}</p>\n`)
  })

  test('are noted with their place, in raw HTML and components too', async () => {
    const source =
      '---\nid: x\n---\n\nSee [a](a.html).\n\n- one\n- [b](b.html)\n\n<div>\n  <a href="/c.html">c</a>\n</div>\n\n' +
      '<NextStep to="d.html" title="D">Next</NextStep>\n\n<!-- <a href="no.html">no</a> -->\n\n`<a href="no.html">`'
    const { environment } = await renderPage(source)
    expect(
      environment.outline?.links.map(({ address, line, column }) => [address, line, column]),
    ).toEqual([
      ['a.html', 5, 9],
      ['b.html', 8, 7],
      ['/c.html', 11, 12],
      ['d.html', 14, 15],
    ])
  })
})

describe('pictures', () => {
  const files = { 'docs/public/img/cup.png': '', 'docs/beside.png': '' }

  test.each([
    ['cup.png', '/img/cup.png'],
    ['img/cup.png', '/img/cup.png'],
    ['../img/cup.png', '/img/cup.png'],
    ['../../img/cup.png', '/img/cup.png'],
    ['/img/cup.png', '/img/cup.png'],
    ['beside.png', './beside.png'],
    ['./beside.png', './beside.png'],
    ['https://example.com/x.png', 'https://example.com/x.png'],
  ])('%s is shown from %s', async (source, address) => {
    expect(await renderHtml(`![Cup](${source})`, { files })).toBe(
      `<p><img src="${address}" alt="Cup"></p>\n`,
    )
    expect(await renderHtml(`<img src="${source}" alt="Cup">`, { files })).toContain(
      `<img src="${source.startsWith('beside') ? './beside.png' : address}" alt="Cup">`,
    )
  })

  test('a missing one becomes a box with its name', async () => {
    const box =
      '<span v-pre class="missing-picture" role="img" aria-label="A &quot;cup&quot;">no.png</span>'
    expect(await renderHtml('![A "cup"](../img/no.png)', { files })).toBe(`<p>${box}</p>\n`)
    expect(await renderHtml('<img src="/img/no.png" class="x">', { files })).toContain(
      'aria-label="no.png">no.png</span>',
    )
  })

  test('a folder is no picture', async () => {
    expect(await renderHtml('![](../img/)', { files })).toContain('missing-picture')
  })
})

describe('raw HTML', () => {
  test.each([
    ['<a href="/cups.html">c</a>', '<a href="/docs/cups.html">c</a>'],
    ['<a class="x" href=\'/cups.html\'>c</a>', '<a class="x" href=\'/docs/cups.html\'>c</a>'],
    ['<iframe src="/cups.html"></iframe>', '<iframe src="/docs/cups.html"></iframe>'],
    ['<a href="//example.com/">c</a>', '<a href="//example.com/">c</a>'],
    ['<a href="cups.html">c</a>', '<a href="cups.html">c</a>'],
    ['<a data-href="/cups.html">c</a>', '<a data-href="/cups.html">c</a>'],
    ['`<a href="/cups.html">`', '&lt;a href=&quot;/cups.html&quot;&gt;'],
  ])('%s becomes %s on a site under /docs/', async (source, html) => {
    expect(await renderHtml(source, { base: '/docs/' })).toContain(html)
    expect(await renderHtml(`<div>\n${source}\n</div>`, { base: '/docs/' })).toContain(
      source.startsWith('`') ? '' : html,
    )
  })

  test('addresses stay as they are on a site at the root', async () => {
    expect(await renderHtml('<a href="/cups.html">c</a>')).toContain('href="/cups.html"')
  })
})

describe('emoji', () => {
  test('short names and smileys become characters, in code they do not', async () => {
    expect(await renderHtml('Done :tada: ;) `:tada:` :no-such-face:')).toBe(
      '<p>Done 🎉 😉 <code>:tada:</code> :no-such-face:</p>\n',
    )
  })
})
