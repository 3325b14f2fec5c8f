import { describe, expect, it } from 'vitest'
import { groupOf, isActive, isSamePage, neighboursOf, pagePath, sidebarOf } from './navigation.ts'

const help = [
  { text: 'Understand', items: [{ text: 'Connection', link: '/articles/connection.html' }] },
  {
    text: 'Manage',
    items: [
      { text: 'Connections', link: '/articles/connections.html' },
      { text: 'Apps', link: '/articles/apps' },
    ],
  },
]

describe('navigation', () => {
  it('gives a page the address that links use', () => {
    expect(pagePath('articles/connections.md')).toBe('/articles/connections.html')
    expect(pagePath('articles/index.md')).toBe('/articles/')
    expect(pagePath('index.md')).toBe('/')
  })

  it('takes an address with and without .html, index or a hash for the same page', () => {
    expect(isSamePage('/articles/apps', '/articles/apps.html')).toBe(true)
    expect(isSamePage('/articles/index.html', '/articles/')).toBe(true)
    expect(isSamePage('/articles/apps.html#delete', '/articles/apps.html')).toBe(true)
    expect(isSamePage('/articles/app', '/articles/apps.html')).toBe(false)
  })

  it('marks a menu entry for every page of its folder', () => {
    const entry = { text: 'Help', link: '/articles/' }
    expect(isActive(entry, '/articles/apps.html')).toBe(true)
    expect(isActive(entry, '/apps/overview.html')).toBe(false)
  })

  it('marks a menu entry for a single page on that page only', () => {
    const entry = { text: 'Playground', link: '/playground.html' }
    expect(isActive(entry, '/playground.html')).toBe(true)
    expect(isActive(entry, '/playground-tips.html')).toBe(false)
  })

  it('does not mark the home entry on every page', () => {
    expect(isActive({ text: 'Home', link: '/' }, '/articles/')).toBe(false)
    expect(isActive({ text: 'Home', link: '/' }, '/')).toBe(true)
  })

  it('lets activeMatch widen what a menu entry stands for', () => {
    const entry = { text: 'API', link: '/documentation/', activeMatch: '^/(documentation|api-)' }
    expect(isActive(entry, '/api-reference-index.html')).toBe(true)
  })

  it('picks the sidebar of the longest folder', () => {
    const inner = [{ text: 'Inner', items: [] }]
    const sidebars = { '/articles/': help, '/articles/inner/': inner }
    expect(sidebarOf(sidebars, '/articles/inner/page.html')).toBe(inner)
    expect(sidebarOf(sidebars, '/articles/page.html')).toBe(help)
    expect(sidebarOf(sidebars, '/glossary.html')).toEqual([])
  })

  it('finds the group of a page', () => {
    expect(groupOf(help, '/articles/apps.html')?.text).toBe('Manage')
    expect(groupOf(help, '/articles/other.html')).toBeUndefined()
  })

  it('reads on from one group into the next', () => {
    const { previous, next } = neighboursOf(help, '/articles/connections.html')
    expect(previous?.text).toBe('Connection')
    expect(next?.text).toBe('Apps')
  })

  it('has no neighbours at the ends, and none for a page outside the sidebar', () => {
    expect(neighboursOf(help, '/articles/connection.html').previous).toBeUndefined()
    expect(neighboursOf(help, '/articles/apps.html').next).toBeUndefined()
    expect(neighboursOf(help, '/glossary.html')).toEqual({ previous: undefined, next: undefined })
  })
})
