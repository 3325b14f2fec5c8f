import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocsFolder } from './docs-folder.ts'
import drawn from './drawn-cards.json' with { type: 'json' }
import { createPageIndex, type SitePage } from './pages.ts'
import { cardDigest, cardHtml, pagesWithCards } from './social-card.ts'

const docs = readDocsFolder('docs')
const pages = pagesWithCards(createPageIndex(docs))
const folder = join(docs.publicDirectory, 'img/cards')

test('each card says what its page says now', () => {
  const now = Object.fromEntries([...pages].map(([name, page]) => [name, cardDigest(page)]))
  expect(now, 'Draw them again: npm run cards').toEqual(drawn)
})

test('each page with an id has its card, and no card is left over', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].map(fileOf).toSorted())
  expect(existsSync(join(folder, 'site.png'))).toBe(true)
})

test('what a page is called and what it gives are on its card, as text', () => {
  const page = {
    title: 'Brew <tea>',
    link: '/articles/brew-tea.html',
    frontMatter: { title: 'Brew **<tea>**', description: 'Hot & good' },
  } as SitePage
  expect(cardHtml(page)).toContain('<h1>Brew <b>&lt;tea></b></h1><p>Hot &amp; good</p>')
  expect(cardHtml(page)).toContain('<small>Help centre</small>')
  expect(cardDigest(page)).not.toBe(cardDigest({ ...page, title: 'Brew tea' }))
})

function fileOf(name: string): string {
  return `${name}.png`
}
