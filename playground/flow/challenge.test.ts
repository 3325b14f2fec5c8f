import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { firstDifference, readChallenge } from './challenge.ts'
import { computeChallenge } from './compute-challenge.ts'

const request = {
  method: 'POST',
  url: 'https://my-pim.example.com/connect/apps/v1/oauth2/token',
  headers: {},
  body: 'client_id=app&code=c&code_identifier=i&code_challenge=h',
}
const challenge = { clientId: 'app', codeIdentifier: 'i', sent: 'h' }

test('the challenge is read from a form and from JSON', () => {
  expect(readChallenge(request)).toEqual(challenge)
  const json = JSON.stringify({ client_id: 'app', code_identifier: 'i', code_challenge: 'h' })
  expect(readChallenge({ ...request, body: json })).toEqual(challenge)
})

test('a request without one has none', () => {
  expect(readChallenge({ ...request, url: 'https://my-pim.example.com/api' })).toBeUndefined()
  for (const body of ['', 'null', '[]', 'client_id=app', 'client_id=app&code_identifier=i']) {
    expect(readChallenge({ ...request, body })).toBeUndefined()
  }
})

test('it is computed as other programs compute it', () => {
  const expected = createHash('sha256').update('identifiersécret').digest('hex')
  expect(computeChallenge('identifier', 'sécret')).toBe(expected)
})

test('the first difference of two texts', () => {
  expect(firstDifference('abc', 'abc')).toBeUndefined()
  expect(firstDifference('abc', 'abd')).toBe(2)
  expect(firstDifference('ab', 'abc')).toBe(2)
})
