import * as real from 'node:crypto'
import { expect, test } from 'vitest'
import { Buffer as OurBuffer } from './bytes.ts'
import { createNodeCrypto } from './node-crypto.ts'

const ours = createNodeCrypto()

test('hashes are those of Node.js in every encoding', () => {
  for (const algorithm of ['sha256', 'sha512']) {
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      const text = 'identifier, secret with é and 字'
      expect(ours.createHash(algorithm).update(text).digest(encoding)).toBe(
        real.createHash(algorithm).update(text).digest(encoding),
      )
    }
  }
})

test('updates add up and an HMAC is that of Node.js', () => {
  expect(ours.createHash('sha256').update('a').update('b').digest('hex')).toBe(
    ours.createHash('sha256').update('ab').digest('hex'),
  )
  expect(ours.createHmac('sha256', 'key').update('text').digest('hex')).toBe(
    real.createHmac('sha256', 'key').update('text').digest('hex'),
  )
})

test('an unknown algorithm is refused by name', () => {
  expect(() => ours.createHash('md5')).toThrow('Digest method "md5" is not supported here')
})

test('random bytes have the asked length and differ', () => {
  const [first, second] = [ours.randomBytes(30), ours.randomBytes(30)]
  expect(first.toString('hex')).toMatch(/^[0-9a-f]{60}$/)
  expect(first.toString('hex')).not.toBe(second.toString('hex'))
})

test('a random UUID is of version 4', () => {
  expect(ours.randomUUID()).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})

test('comparing texts of different length throws as Node.js does', () => {
  const [a, b, c] = ['same', 'same', 'longer'].map((text) => OurBuffer.from(text))
  expect(ours.timingSafeEqual(a as Uint8Array, b as Uint8Array)).toBe(true)
  expect(() => ours.timingSafeEqual(a as Uint8Array, c as Uint8Array)).toThrow(RangeError)
})

test('Buffer converts texts and bytes as that of Node.js does', () => {
  for (const encoding of ['hex', 'base64', 'base64url', 'latin1'] as const) {
    const text = Buffer.from('id:secret é').toString(encoding)
    expect(OurBuffer.from(text, encoding).toString(encoding)).toBe(text)
    expect(OurBuffer.from('id:secret é').toString(encoding)).toBe(text)
  }
  const joined = OurBuffer.concat([OurBuffer.from('a'), OurBuffer.from('b')])
  expect(joined.toString()).toBe('ab')
  expect(OurBuffer.byteLength('é')).toBe(2)
})
