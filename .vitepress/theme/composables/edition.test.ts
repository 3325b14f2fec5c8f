import { describe, expect, it } from 'vitest'
import { editionNote } from './edition.ts'

describe('editionNote', () => {
  it('says nothing on a page for all editions', () => {
    expect(editionNote({ ee: false, 'ee-only': false })).toBeUndefined()
    expect(editionNote({})).toBeUndefined()
  })

  it('takes ee and its older name ee-only for the Enterprise Edition', () => {
    expect(editionNote({ ee: true })).toBe('Enterprise Edition only')
    expect(editionNote({ 'ee-only': true })).toBe('Enterprise Edition only')
  })

  it('names both editions when the Growth Edition has it too', () => {
    expect(editionNote({ ee: true, ge: true })).toBe('Enterprise and Growth Editions')
  })
})
