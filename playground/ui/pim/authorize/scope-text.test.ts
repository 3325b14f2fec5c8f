import { expect, it } from 'vitest'
import { authenticationTexts, scopeText } from './scope-text.ts'

it('words a right by how far it reaches and on what', () => {
  expect(scopeText({ type: 'view', entities: 'channel_localization' })).toBe(
    'View locales and currencies',
  )
  expect(scopeText({ type: 'edit', entities: 'categories' })).toBe('View and edit categories')
  expect(scopeText({ type: 'delete', entities: 'products' })).toBe(
    'View, edit and delete products and product models',
  )
})

it('keeps the name of a group that it does not know', () => {
  expect(scopeText({ type: 'view', entities: 'loyalty_points' })).toBe('View loyalty points')
})

it('lists the user data, email first', () => {
  expect(authenticationTexts(['profile', 'openid', 'email'])).toEqual([
    'View your email address',
    'View your firstname and your lastname',
  ])
})
