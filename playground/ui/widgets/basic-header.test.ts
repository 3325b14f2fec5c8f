import { expect, test } from 'vitest'
import { basicHeader } from './basic-header.ts'

test('client id and secret become one text, in Base64 of their UTF-8 bytes', () => {
  expect(basicHeader({ clientId: '1_abc', secret: 'xyz' })).toBe('Basic MV9hYmM6eHl6')
  expect(basicHeader({ clientId: 'café', secret: '' })).toBe('Basic Y2Fmw6k6')
})

test('what somebody pastes by mistake may be as long as it likes', () => {
  const clientId = 'x'.repeat(500_000)
  expect(basicHeader({ clientId, secret: 's' })).toHaveLength('Basic '.length + 666_672)
})
