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
    for (const expression of ['/^(a+)+$/', '/^(a|a)*$/', '/a*a*a*a*a*b/', '/(.*)\\1+$/']) {
      expect(textMessages(pattern(expression), `${'a'.repeat(250)}!`)).toEqual([])
    }
    expect(performance.now() - started).toBeLessThan(200)
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
