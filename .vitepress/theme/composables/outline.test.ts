import type { Header } from 'vitepress'
import { describe, expect, it } from 'vitest'
import { currentHeading, flattenHeaders } from './outline.ts'

const line = 100

describe('currentHeading', () => {
  it('is none while the first heading is below the reading line', () => {
    expect(currentHeading([{ id: 'first', top: 320 }], line, false)).toBeUndefined()
  })

  it('is the last heading that has passed the reading line', () => {
    const headings = [
      { id: 'first', top: -900 },
      { id: 'second', top: 99 },
      { id: 'third', top: 400 },
    ]
    expect(currentHeading(headings, line, false)).toBe('second')
  })

  it('is the heading that a jump has put exactly on the reading line', () => {
    const headings = [
      { id: 'first', top: -20 },
      { id: 'second', top: 100 },
    ]
    expect(currentHeading(headings, line, false)).toBe('second')
  })

  it('is the last heading at the end of the page, even if it cannot reach the line', () => {
    const headings = [
      { id: 'first', top: -20 },
      { id: 'last', top: 600 },
    ]
    expect(currentHeading(headings, line, true)).toBe('last')
  })

  it('is none on a page without headings', () => {
    expect(currentHeading([], line, true)).toBeUndefined()
  })
})

describe('flattenHeaders', () => {
  it('lists sections and their parts in the order of the page, and nothing deeper', () => {
    const header = (level: number, slug: string, children: Header[] = []): Header => {
      return { level, slug, title: slug.toUpperCase(), link: `#${slug}`, children }
    }
    const headers = [header(2, 'a', [header(3, 'b', [header(4, 'c')])]), header(2, 'd')]
    expect(flattenHeaders(headers)).toEqual([
      { id: 'a', text: 'A', level: 2 },
      { id: 'b', text: 'B', level: 3 },
      { id: 'd', text: 'D', level: 2 },
    ])
  })
})
