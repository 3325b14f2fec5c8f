import { describe, expect, it } from 'vitest'
import type { Attribute } from './catalogue-state.ts'
import { textMessages, toRegExp } from './value-text.ts'

const attribute = (rules: Partial<Attribute>): Attribute =>
  ({
    code: 'note',
    type: 'pim_catalog_text',
    max_characters: null,
    validation_rule: null,
    validation_regexp: null,
    ...rules,
  }) as Attribute
const pattern = (validation_regexp: string) =>
  attribute({ validation_rule: 'regexp', validation_regexp })

describe('texts', () => {
  it('have at most 255 characters unless the attribute says otherwise', () => {
    const message =
      'The note attribute must not contain more than 255 characters. The submitted value is too long.'
    expect(textMessages(attribute({}), 'é'.repeat(256))).toEqual([message])
    expect(textMessages(attribute({}), '😀'.repeat(255))).toEqual([])
    expect(textMessages(attribute({ type: 'pim_catalog_textarea' }), 'a'.repeat(256))).toEqual([])
  })

  it('match the expression of their attribute, with its flags', () => {
    expect(textMessages(pattern('/^a+$/i'), 'AA')).toEqual([])
    expect(textMessages(pattern('#^a+$#'), 'b')).toEqual([
      'The note attribute must match the following regular expression: #^a+$#.',
    ])
  })

  it('are not held against an expression that could take forever', () => {
    const started = performance.now()
    for (const expression of [
      '/^(a+)+$/',
      '/^(a|a)*$/',
      '/a*a*a*a*a*b/',
      '/(.*)\\1+$/',
      '/a{0,99}a{0,99}a{0,99}a{0,99}b/',
      `/^${'a?'.repeat(30)}${'a'.repeat(30)}b$/`,
      `/^${'(a|a)'.repeat(30)}b$/`,
      `/${'('.repeat(20_000)}a${')'.repeat(20_000)}/`,
    ]) {
      expect(textMessages(pattern(expression), `${'a'.repeat(250)}!`)).toEqual([])
    }
    expect(performance.now() - started).toBeLessThan(200)
  })

  it('are held against every other expression, however long they are', () => {
    for (const [expression, text] of [
      ['/^[a-z]+-[0-9]{4,8}$/', 'abc-123'],
      ['/^(red|green|blue)$/', 'purple'],
      ['/^[a-z]{2}[0-9]{2,}$/m', 'a1'],
      ['/\\+?[0-9 ]{6,20}/', '12345'],
      ['/a*a*b/', 'a'.repeat(200)],
      ['/^a*b/', 'a'.repeat(60_000)],
    ] as const) {
      expect(textMessages(pattern(expression), text)).toContain(
        `The note attribute must match the following regular expression: ${expression}.`,
      )
    }
  })

  it('of any length are looked through in no time', () => {
    const started = performance.now()
    textMessages(pattern('/a*a*b/'), 'a'.repeat(65_535))
    const text = `http://${'a'.repeat(200_000)} `
    expect(textMessages(attribute({ validation_rule: 'url' }), text)).toHaveLength(2)
    expect(textMessages(attribute({ validation_rule: 'email' }), `a@${text}`)).toHaveLength(2)
    expect(performance.now() - started).toBeLessThan(500)
  })

  for (const [text, isRight] of [
    ['https://example.com/a?b=c', true],
    ['ftp://example.com', true],
    ['example.com', false],
    ['javascript:alert(1)', false],
    ['http://', false],
  ] as const) {
    it(`${text} is ${isRight ? 'a' : 'no'} URL`, () => {
      const messages = textMessages(attribute({ validation_rule: 'url' }), text)
      expect(messages).toEqual(isRight ? [] : ['The note attribute requires a url link.'])
    })
  }

  for (const [text, isRight] of [
    ['ada@example.com', true],
    ['ada@example', false],
    ['ada at example.com', false],
  ] as const) {
    it(`${text} is ${isRight ? 'an' : 'no'} e-mail address`, () => {
      const messages = textMessages(attribute({ validation_rule: 'email' }), text)
      expect(messages).toEqual(isRight ? [] : ['The note attribute requires an e-mail address.'])
    })
  }

  it('expressions stand between delimiters', () => {
    expect(toRegExp('/a/')).toEqual(/a/)
    expect(toRegExp('a')).toBeUndefined()
    expect(toRegExp('/(/')).toBeUndefined()
  })
})
