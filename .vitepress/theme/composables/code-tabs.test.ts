import { describe, expect, it } from 'vitest'
import { preferredTab, readChosen, rememberTab, tabAfterKey } from './code-tabs.ts'

describe('code tabs', () => {
  it('shows the first tab to a reader who never chose', () => {
    expect(preferredTab(['PHP', 'NodeJS'], [])).toBe(0)
  })

  it('shows the label that was chosen most recently', () => {
    expect(preferredTab(['PHP', 'NodeJS', 'Python'], ['Python', 'NodeJS'])).toBe(2)
  })

  it('keeps an older choice for a group that does not have the newer label', () => {
    expect(preferredTab(['PHP', 'NodeJS'], ['Request', 'NodeJS', 'PHP'])).toBe(1)
  })

  it('moves a label that is chosen again to the front', () => {
    expect(rememberTab('PHP', ['NodeJS', 'PHP'])).toEqual(['PHP', 'NodeJS'])
  })

  it('forgets the oldest of more than a dozen labels', () => {
    const labels = Array.from({ length: 12 }, (_, index) => `label ${index}`)
    const after = rememberTab('PHP', labels)
    expect(after).toHaveLength(12)
    expect(after).not.toContain('label 11')
  })

  it('goes round with the arrow keys and to the ends with Home and End', () => {
    expect(tabAfterKey('ArrowRight', 3, 4)).toBe(0)
    expect(tabAfterKey('ArrowLeft', 0, 4)).toBe(3)
    expect(tabAfterKey('Home', 2, 4)).toBe(0)
    expect(tabAfterKey('End', 1, 4)).toBe(3)
  })

  it('leaves every other key alone', () => {
    expect(tabAfterKey('ArrowDown', 1, 4)).toBeUndefined()
    expect(tabAfterKey('a', 1, 4)).toBeUndefined()
  })

  it('takes damaged storage for no choice at all', () => {
    expect(readChosen(null)).toEqual([])
    expect(readChosen('{"a":1}')).toEqual([])
    expect(readChosen('not json')).toEqual([])
    expect(readChosen('["PHP",3]')).toEqual(['PHP'])
  })
})
