import { expect, test } from 'vitest'
import { computeChallenge } from '../../flow/compute-challenge.ts'
import { judgeChallenge } from './judge-challenge.ts'

const [identifier, secret] = ['5f3a', 'a secret']
const challenge = computeChallenge(identifier, secret)

test.each([
  ['', ''],
  [` ${challenge}\n`, 'They are the same: the PIM takes it.'],
  [challenge.toUpperCase(), 'The PIM wants small letters.'],
  [computeChallenge(secret, identifier), 'The order is wrong'],
  [challenge.slice(1), 'this has 63.'],
  [`${challenge.slice(0, 9)}é${challenge.slice(10)}`, 'character 10 of this is another one.'],
  [`${challenge.slice(0, -1)}${challenge.endsWith('0') ? '1' : '0'}`, 'from character 64 on'],
])('a challenge of %j is judged', (given, verdict) => {
  expect(judgeChallenge(given, identifier, secret)).toContain(verdict)
})

test('without a code identifier no challenge is right', () => {
  expect(judgeChallenge(computeChallenge('', secret), '', secret)).toContain('invalid_request')
})
