import { expect, test } from 'vitest'
import { describeNeed, missingScopes } from './scope-verdict.ts'

test.each([
  ['read_products', []],
  ['write_products', []],
  ['delete_products read_categories', []],
  ['read_categories', ['read_products']],
  ['', ['read_products']],
])('with "%s" granted, read_products leaves %j missing', (granted, missing) => {
  expect(missingScopes(['read_products'], granted)).toEqual(missing)
})

test('a lower scope does not include a higher one', () => {
  expect(missingScopes(['write_products'], 'read_products')).toEqual(['write_products'])
})

test.each([
  [{ needsToken: false }, undefined, 'This endpoint answers without a token.'],
  [
    { needsToken: true },
    'read_products',
    'This endpoint is for connections: no scope opens it to an app.',
  ],
  [{ needsToken: true, scopes: [] }, 'read_products', 'It needs a token, with any scope.'],
  [
    { needsToken: true, scopes: ['read_products'] },
    undefined,
    'It needs read_products. No token is sent, so the PIM will refuse.',
  ],
  [
    { needsToken: true, scopes: ['read_products'] },
    null,
    'It needs read_products. For a connection, the role of its user decides instead.',
  ],
  [
    { needsToken: true, scopes: ['read_products'] },
    'write_products',
    'It needs read_products. The token has it.',
  ],
  [
    { needsToken: true, scopes: ['read_catalogs', 'read_products'] },
    'read_products',
    'It needs read_catalogs and read_products. The token does not have read_catalogs.',
  ],
])('%j with %j: %s', (operation, granted, sentence) => {
  expect(describeNeed(operation, granted)).toBe(sentence)
})
