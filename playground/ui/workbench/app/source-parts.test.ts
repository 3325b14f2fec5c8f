import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { partNames, partOfLine, readPart } from './source-parts.ts'

const source = `first
// #region activate
one
two
// #endregion activate
  # #region callback
three
  # #endregion callback
last`

function textOf(text: string, name: string): string | undefined {
  const part = readPart(text, name)
  return part && text.slice(part.from, part.to)
}

describe('the parts of a source', () => {
  test('are the lines between their markers, in the comments of any language', () => {
    expect(partNames(source)).toEqual(['activate', 'callback'])
    expect(textOf(source, 'activate')).toBe('one\ntwo')
    expect(textOf(source, 'callback')).toBe('three')
    expect(readPart(source, 'callback')?.firstLine).toBe(7)
  })

  test('are missing where a marker is missing, misplaced, or nothing stands between them', () => {
    expect(readPart(source.replace('// #endregion activate', ''), 'activate')).toBeUndefined()
    expect(readPart(source, 'server')).toBeUndefined()
    expect(readPart('// #endregion a\n// #region a', 'a')).toBeUndefined()
    expect(readPart('// #region a\n// #endregion a', 'a')).toBeUndefined()
    expect(partNames('// #region a')).toEqual([])
  })

  test('are found by the number of a line', () => {
    expect([1, 2, 3, 4, 5, 7, 9].map((line) => partOfLine(source, line))).toEqual([
      undefined,
      undefined,
      'activate',
      'activate',
      undefined,
      'callback',
      undefined,
    ])
  })

  for (const path of ['nodejs/app.mjs', 'php/app.php', 'python/app.py', 'java/App.java']) {
    test(`${path} has an activation and a callback`, () => {
      const url = new URL(`../../../../snippets/get-your-app-token/${path}`, import.meta.url)
      const text = readFileSync(url, 'utf8')
      expect(partNames(text)).toEqual(['activate', 'callback'])
      expect(textOf(text, 'activate')).not.toContain('#region')
    })
  }
})
