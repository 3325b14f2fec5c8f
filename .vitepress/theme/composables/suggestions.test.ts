import { describe, expect, test } from 'vitest'
import { suggestPages, type KnownPage } from './suggestions.ts'

const pages: KnownPage[] = [
  { link: '/articles/manage-your-apps.html', title: 'Manage your apps', earlier: [] },
  { link: '/articles/manage-your-connections.html', title: 'Connections', earlier: [] },
  { link: '/apps/homepage.html', title: 'Start', earlier: ['/apps.html'] },
  { link: '/articles/', title: 'Help centre', earlier: [] },
]

function suggest(path: string): string[] {
  return suggestPages(path, pages).map(({ link }) => link)
}

describe('a page that is not there', () => {
  test('is looked for under the same name in another folder first', () => {
    expect(suggest('/pim/v9/articles/Manage-your-apps.htm')[0]).toBe(
      '/articles/manage-your-apps.html',
    )
  })

  test('is looked for by its earlier name', () => {
    expect(suggest('/de/apps')).toEqual(['/apps/homepage.html'])
  })

  test('is looked for by the words of its name', () => {
    expect(suggest('/how-to-manage-connections')).toEqual([
      '/articles/manage-your-connections.html',
    ])
  })

  test('is not guessed at all where nothing is alike', () => {
    expect(suggest('/kettles/brew.html')).toEqual([])
    expect(suggest('/')).toEqual([])
  })
})
