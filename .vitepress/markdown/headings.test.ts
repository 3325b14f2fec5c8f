import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { legacySlug } from './heading-ids.ts'
import { renderHtml, renderPage } from './render-page.ts'

async function headings(source: string): Promise<string[]> {
  const root = parse(await renderHtml(source))
  return root
    .querySelectorAll('h1,h2,h3,h4,h5,h6')
    .map((heading) => `${heading.tagName.toLowerCase()}#${heading.id}`)
}

describe('heading ids', () => {
  test.each([
    ['Create a cup', 'create-a-cup'],
    ['What’s in a cup?', 'whats-in-a-cup'],
    ["What's new?", 'whats-new'],
    ['OAuth 2.0', 'oauth-20'],
    ['Pour/refill your cup', 'pourrefill-your-cup'],
    ['Cups & saucers', 'cups-saucers'],
    ['Cups - and - saucers', 'cups-and-saucers'],
    ['  Spaces   inside  ', 'spaces-inside'],
    ['snake_case and ~tilde', 'snake_case-and-~tilde'],
    ['Thé glacé', 'thé-glacé'],
    ['ﬁve cups', 'five-cups'],
    ['お茶', 'お茶'],
    ['1. Boil', '1-boil'],
    ['!!!', ''],
  ])('"%s" has the id "%s"', (text, id) => {
    expect(legacySlug(text)).toBe(id)
  })

  test.each([
    ['## Tea', 'tea'],
    ['## Tea  ', 'tea'],
    ['## The `green tea` kind', 'the-green-tea-kind'],
    ['## Tea :tea: time', 'tea-time'],
    ['## **Bold** *tea*', 'bold-tea'],
    ['## [Tea](tea.html) time', 'tea-time'],
    ['## Tea <span class="new">new</span>', 'tea-span-classnewnewspan'],
    ['## Pour milk `EE`', 'pour-milk-ee'],
    ['## Tea {#my-own}', 'my-own'],
    ['Tea\n---', 'tea'],
  ])('the heading %s has the id "%s"', async (source, id) => {
    expect(await headings(source)).toEqual([`h2#${id}`])
  })

  test('the second of a name ends in -2, the third in -3', async () => {
    expect(await headings('## Tea\n## Tea\n### Tea')).toEqual(['h2#tea', 'h2#tea-2', 'h3#tea-3'])
  })

  test('a heading in code is none', async () => {
    expect(await headings('```\n## Tea\n```')).toEqual([])
  })
})

describe('hashes of links', () => {
  test.each(['#Channel', '#tags=Workflow%20A', 'cups.html#What', '#oauth-20', '/x.html?a=b#C.d'])(
    '%s stays as it was typed',
    async (href) => {
      expect(
        parse(await renderHtml(`[x](${href})`))
          .querySelector('a')
          ?.getAttribute('href'),
      ).toMatch(new RegExp(`(^|/)${decodeURI(href).replaceAll(/[.?]/g, '\\$&')}$`))
    },
  )
})

describe('page title', () => {
  test('a body without an h1 gets it from the front matter, the bold run kept', async () => {
    expect(await renderHtml('---\ntitle: Manage your **cups**\n---\n\nTea\n\n## Pour')).toMatch(
      /^<h1 id="manage-your-cups" tabindex="-1">Manage your <strong>cups<\/strong><\/h1>\n?<p>Tea/,
    )
  })

  test('a body that begins with its only h1 keeps it', async () => {
    expect(await headings('---\ntitle: Cups\n---\n# All cups\n\n## Pour')).toEqual([
      'h1#all-cups',
      'h2#pour',
    ])
  })

  test('a body with a raw h1 keeps it', async () => {
    expect(await headings('---\ntitle: Cups\n---\n<h1 class="x">Cups</h1>\n\n## Pour')).toEqual([
      'h1#',
      'h2#pour',
    ])
  })

  test('the sections of a help article go down one level and keep their ids', async () => {
    const source = '---\ntitle: My **cups**\n---\n# Boil\n## Pour\n###### Sip\n# Boil'
    expect(await headings(source)).toEqual([
      'h1#my-cups',
      'h2#boil',
      'h3#pour',
      'h6#sip',
      'h2#boil-2',
    ])
  })

  test('a title never takes the id of a section or of an alias', async () => {
    expect(await headings('---\ntitle: Cups\n---\n## Cups')).toEqual(['h1#', 'h2#cups'])
    expect(
      await headings('---\ntitle: Cups\naliases:\n  cups: all-cups\n---\n## All cups'),
    ).toEqual(['h1#', 'h2#all-cups'])
  })

  test.each(['home', 'page', false])('a page with layout %s gets none', async (layout) => {
    expect(await headings(`---\ntitle: Cups\nlayout: ${layout}\n---\nTea`)).toEqual([])
  })

  test('a page without a title gets none', async () => {
    expect(await headings('# Boil\n# Pour')).toEqual(['h1#boil', 'h1#pour'])
  })
})

describe('aliases', () => {
  test('stand before the heading they name', async () => {
    const source = '---\naliases:\n  old-tea: tea\n  older-tea: tea\n---\nCup\n\n## Tea'
    expect(await renderHtml(source)).toContain(
      '<p>Cup</p>\n<a id="old-tea" class="anchor-alias"></a>\n<a id="older-tea" class="anchor-alias"></a>\n<h2 id="tea"',
    )
  })

  test('may name the title and a heading in a box', async () => {
    const source = '---\ntitle: Cups\naliases:\n  a: cups\n  b: tea\n---\n::: info\n## Tea\n:::'
    const html = await renderHtml(source)
    expect(html).toMatch(/^<a id="a" class="anchor-alias"><\/a>\n<h1 id="cups"/)
    expect(html).toContain('<a id="b" class="anchor-alias"></a>\n<h2 id="tea"')
  })

  test('fail with their line when there is no such heading', async () => {
    const source = '---\nid: x\naliases:\n  old-tea: none\n---\n## Tea'
    await expect(renderPage(source)).rejects.toThrow(
      /page\.md:4:3 alias Point the alias "old-tea" at a heading of this page: .* "none"$/,
    )
  })

  test('fail when a heading has their name', async () => {
    const source = '---\naliases:\n  cup: tea\n---\n## Tea\n## Cup'
    await expect(renderPage(source)).rejects.toThrow(/page\.md:3:3 alias Remove the alias "cup"/)
  })
})
