import { describe, expect, test } from 'vitest'
import { readAddressChoices } from './choices.ts'

describe('the choices in an address', () => {
  test('are none where it names none', () => {
    expect(readAddressChoices('')).toEqual({ unknown: [] })
    expect(readAddressChoices('?view=api')).toEqual({ unknown: [] })
  })

  test.each([
    ['7.0', 'test-apps-2022'],
    ['6', 'test-apps-2022'],
    ['v5', 'connections-2020'],
    ['40', 'connections-2020'],
    ['Serenity', 'today'],
  ])('of version %s are the words of %s', (version, era) => {
    expect(readAddressChoices(`?version=${version}`)).toEqual({ era, unknown: [] })
  })

  test('leave a wording that is named outright to the memory of the reader', () => {
    expect(readAddressChoices('?era=apps-2019&version=7.0')).toEqual({ unknown: [] })
  })

  test.each(['php', 'PHP', 'nodejs'])('know the language %s whatever its capitals', (language) => {
    const label = language === 'nodejs' ? 'NodeJS' : 'PHP'
    expect(readAddressChoices(`?language=${language}`).language).toBe(label)
  })

  test('tell everything that there is not, and what there is', () => {
    const { era, language, unknown } = readAddressChoices('?version=3.2&language=cobol')
    expect([era, language]).toEqual(['today', undefined])
    expect(unknown).toEqual([
      {
        what: 'PIM version',
        asked: '3.2',
        shown: 'today’s words',
        allowed: ['serenity', '7.0', '6.0', '5.0', '4.0'],
      },
      {
        what: 'language',
        asked: 'cobol',
        shown: 'the language you chose last',
        allowed: ['php', 'nodejs', 'python', 'java'],
      },
    ])
    expect(readAddressChoices('?era=constructor').unknown[0]?.what).toBe('wording')
  })

  test('are shown short, however long somebody wrote them', () => {
    const asked = readAddressChoices(`?era=${'x'.repeat(5000)}`).unknown[0]?.asked
    expect(asked).toHaveLength(41)
  })
})
