import { describe, expect, it } from 'vitest'
import type { Attribute } from './catalogue-state.ts'
import { isNumeric, numberMessages, toAmount } from './value-number.ts'

const decimals = { code: 'size', decimals_allowed: true } as Attribute
const whole = { code: 'size', decimals_allowed: false } as Attribute
const limited = (limits: Partial<Attribute>): Attribute =>
  ({
    code: 'size',
    decimals_allowed: true,
    number_min: null,
    number_max: null,
    ...limits,
  }) as Attribute

describe('amounts', () => {
  for (const [given, places, expected] of [
    ['12.56', 4, '12.5600'],
    ['12.56787697870', 4, '12.5678769787'],
    ['-99.873200000000', 4, '-99.8732'],
    [15, 2, '15.00'],
    ['.5', 2, '0.50'],
    ['007.', 2, '7.00'],
    ['+3', 2, '3.00'],
    [1e21, 2, '1e+21'],
    [' 1e3 ', 2, '1000'],
  ] as const) {
    it(`are texts with at least ${places} decimals: ${JSON.stringify(given)} is ${expected}`, () => {
      expect(toAmount(decimals, given, places)).toBe(expected)
    })
  }

  it('are whole numbers where decimals are not allowed', () => {
    expect(toAmount(whole, '42', 4)).toBe(42)
  })

  for (const [value, expected] of [
    [1, true],
    ['1.', true],
    ['-.5e-3', true],
    [' 7 ', true],
    ['', false],
    ['0x10', false],
    ['1e999', false],
    ['1,5', false],
    [Infinity, false],
    [null, false],
    [true, false],
  ] as const) {
    it(`${JSON.stringify(value)} is ${expected ? 'a' : 'no'} number`, () => {
      expect(isNumeric(value)).toBe(expected)
    })
  }

  it('stay within the limits of their attribute', () => {
    const attribute = limited({ number_min: '1.5', number_max: '3', negative_allowed: false })
    expect(numberMessages(attribute, 1)).toEqual([
      'The size attribute requires an equal or greater than 1.5 value.',
    ])
    expect(numberMessages(attribute, '3.1')).toEqual([
      'The size attribute requires an equal or lesser than 3 value.',
    ])
    expect(numberMessages(attribute, 2)).toEqual([])
  })

  it('are not negative where that is not allowed, whatever the minimum is', () => {
    expect(numberMessages(limited({ number_min: '-5', negative_allowed: false }), -1)).toEqual([
      'The size attribute requires an equal or greater than 0 value.',
    ])
    expect(numberMessages(limited({ number_min: '-5', negative_allowed: true }), -1)).toEqual([])
  })
})
