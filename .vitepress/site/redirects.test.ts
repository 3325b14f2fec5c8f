import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { createPageIndex } from './pages.ts'
import { redirectRules, redirectStubs, writeRedirects } from './redirects.ts'
import { writeDocs, writeFolder } from './write-folder.ts'

const index = createPageIndex(
  writeDocs({
    'articles/cup.md':
      '---\ntitle: A **cup** & <saucer>\nlegacyUrls:\n  - /old/cup.html\n  - /cups\n  - /all-cups/\n---\n',
  }),
)

describe('redirect stubs', () => {
  test('stand where a host looks for each form of address', () => {
    expect(redirectStubs(index).map(({ path }) => path)).toEqual([
      'old/cup.html',
      'cups/index.html',
      'all-cups/index.html',
      'articles/cup/index.html',
    ])
  })

  test('lead to the page with the hash kept, with a script and without', () => {
    const stub = parse(redirectStubs(index, '/docs/')[0]?.html ?? '', { comment: true })
    expect(stub.querySelector('link')?.getAttribute('href')).toBe('/docs/articles/cup.html')
    expect(stub.querySelector('script')?.text).toBe(
      'location.replace("/docs/articles/cup.html" + location.hash)',
    )
    expect(stub.querySelector('noscript')?.toString()).toContain('url=/docs/articles/cup.html"')
    expect(stub.querySelector('title')?.innerHTML).toBe('A cup &amp; &lt;saucer>')
  })

  test('are rules as well, for hosts that answer a redirect by themselves', () => {
    expect(redirectRules(index).split('\n')).toEqual([
      '/old/cup.html /articles/cup.html 301',
      '/cups /articles/cup.html 301',
      '/all-cups/ /articles/cup.html 301',
      '/articles/cup /articles/cup.html 301',
      '',
    ])
  })

  test('leave an address without extension alone when a folder has it', () => {
    const folder = createPageIndex(writeDocs({ 'cups.md': '# Cups\n', 'cups/index.md': '# All\n' }))
    expect(redirectStubs(folder)).toEqual([])
  })

  test('are written, but never over a page', () => {
    const outDir = writeFolder({})
    const write = writeRedirects(index)
    write({ outDir, site: { base: '/' } })
    expect(readFileSync(join(outDir, 'cups/index.html'), 'utf8')).toContain('/articles/cup.html')
    expect(() => write({ outDir, site: { base: '/' } })).toThrow(
      'Remove the legacy address "/old/cup.html": a page of the site has it',
    )
  })
})
