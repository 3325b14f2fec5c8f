import { describe, expect, test } from 'vitest'
import type { Filters, SearchEngine } from './engine.ts'
import { find } from './find.ts'

/** An index of titles, in which a page is found by all words of its title that are looked for. */
function engineOf(...pages: string[]): SearchEngine & { asked: [string, Filters | undefined][] } {
  const asked: [string, Filters | undefined][] = []
  return {
    asked,
    search(words, options) {
      asked.push([words, options?.filters])
      const results = pages
        .filter((title) => words.split(' ').every((word) => title.toLowerCase().includes(word)))
        .map((title) => ({
          id: title,
          score: 1 / title.length,
          data: () =>
            Promise.resolve({
              url: `/${title}.html`,
              meta: { title },
              excerpt: '',
              filters: {},
              sub_results: [
                { title, url: `/${title}.html`, excerpt: '' },
                { title: 'A section', url: `/${title}.html#a-section`, excerpt: '' },
              ],
            }),
        }))
      return Promise.resolve({ results })
    },
  }
}

async function titles(engine: SearchEngine, typed: string): Promise<string[][]> {
  return (await find(engine, typed)).map(({ hits }) => hits.map(({ title }) => title))
}

describe('finding pages', () => {
  test('gives a page with its sections', async () => {
    expect(await find(engineOf('Tokens'), 'tokens')).toEqual([
      {
        hits: [
          {
            url: '/Tokens.html',
            title: 'Tokens',
            excerpt: '',
            sections: [{ url: '/Tokens.html#a-section', title: 'A section' }],
          },
        ],
      },
    ])
  })

  test('adds pages that hold all words but one when few hold all', async () => {
    const engine = engineOf('Delete a connection', 'Delete a role', 'Colours')
    expect(await titles(engine, 'delete connection')).toEqual([
      ['Delete a connection', 'Delete a role'],
    ])
  })

  test('puts the word of today first where the old one is gone, and says why', async () => {
    const engine = engineOf('Custom apps', 'A custom app', 'My custom app', 'Testing appliances')
    const [first, second] = await find(engine, 'test app')
    expect(first?.because).toContain('“test app”')
    expect(first?.hits.map(({ title }) => title)).not.toContain('Testing appliances')
    expect(second?.hits.map(({ title }) => title)).toEqual(['Testing appliances'])
  })

  test('puts the other meaning last where the old word lives on, and names no page twice', async () => {
    const engine = engineOf('What is an app?', 'An app or a connection?', 'What is a connection?')
    expect(await titles(engine, 'app')).toEqual([
      ['What is an app?', 'An app or a connection?'],
      ['What is a connection?'],
    ])
  })

  test('leaves pages for authors out unless they are asked for', async () => {
    const engine = engineOf('Write a page')
    await find(engine, 'page')
    expect(engine.asked.at(-1)).toEqual(['page', { audience: { not: 'author' } }])
    await find(engine, 'page', 'author')
    expect(engine.asked.at(-1)).toEqual(['page', { audience: 'author' }])
  })

  test('shows no page that was found by the first letters of an unknown word', async () => {
    const engine: SearchEngine = {
      search: () => engineOf('Justify a text').search('justify'),
    }
    expect(await find(engine, 'jukebox')).toEqual([])
    expect(await titles(engine, 'justification')).toEqual([['Justify a text']])
  })

  test('asks nothing for blanks', async () => {
    const engine = engineOf('Tokens')
    expect(await find(engine, '   ')).toEqual([])
    expect(engine.asked).toEqual([])
  })
})
