import { expect, test } from 'vitest'
import { isSecretPart, mask, maskText } from './secrets.ts'

test('a secret shows its last four characters, a short one nothing', () => {
  expect(mask('abcdefghijkl')).toBe('••••••••••••ijkl')
  expect(mask('abcd')).toBe('••••••••••••')
})

test('secrets in addresses, forms, JSON and headers are masked, the rest stays', () => {
  const masked = maskText(
    [
      'http://localhost:8000/callback?code=0123456789&state=keep',
      'client_id=keep&client_secret=0123456789',
      '{"access_token": "0123456789", "token_type": "bearer"}',
      'authorization: Bearer 0123456789',
    ].join('\n'),
  )
  expect(masked).not.toContain('012345')
  expect(masked.match(/6789/g)).toHaveLength(4)
  expect(masked).toContain('state=keep')
  expect(masked).toContain('"token_type": "bearer"')
})

test('the code of an authorization is a secret, the code of an API error is not', () => {
  expect(isSecretPart({ place: 'query', name: 'code' })).toBe(true)
  expect(isSecretPart({ place: 'json', name: 'code' })).toBe(false)
  expect(maskText('{"code":401,"message":"x"}')).toBe('{"code":401,"message":"x"}')
})

test('the code of a record in JSON is none, and neither is the realm of a refusal', () => {
  const code = 'a1'.repeat(40)
  expect(maskText('{"code": "ecommerce"}')).toBe('{"code": "ecommerce"}')
  expect(maskText(`{"code": "${code}"}`)).not.toContain(code)
  expect(maskText('Bearer realm="Service"')).toBe('Bearer realm="Service"')
})
