import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { deriveCode } from './derive-code.ts'

it('drops spaces, replaces what a code may not hold and lowers the case', () => {
  expect(deriveCode('My ERP-2 (é)')).toBe('myerp_2___')
  expect(deriveCode('Magento')).toBe('magento')
  expect(deriveCode('   ')).toBe('')
})

it('gives only letters, digits and underscores for any label', () => {
  assert(property(string({ unit: 'grapheme' }), (label) => /^\w*$/.test(deriveCode(label))))
})
