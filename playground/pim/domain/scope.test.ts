import { expect, test } from 'vitest'
import { aclsOf, newScopes, scopeMessagesOf, toScopeText } from './scope.ts'

test('a higher scope includes the lower ones of its family', () => {
  expect(newScopes(['delete_products'], ['read_products'])).toEqual([
    'delete_products',
    'write_products',
  ])
  expect(newScopes(['read_products'], ['delete_products'])).toEqual([])
})

test('a scope on suggestions includes no other one', () => {
  expect(newScopes(['manage_suggestions'], [])).toEqual(['manage_suggestions'])
  expect(newScopes(['read_suggestions'], ['manage_suggestions'])).toEqual(['read_suggestions'])
})

test('a scope that nobody knows is nothing new and gives no right', () => {
  expect(newScopes(['fly_to_moon'], ['dance'])).toEqual([])
  expect(aclsOf(['fly_to_moon'])).toEqual(['pim_api_overall_access'])
})

test('nothing is implied across families', () => {
  expect(newScopes(['read_channel_localization'], ['write_channel_settings'])).toEqual([
    'read_channel_localization',
  ])
})

test('rights follow scopes, with the overall access always there', () => {
  expect(aclsOf([])).toEqual(['pim_api_overall_access'])
  expect(aclsOf(['write_attribute_options', 'read_channel_localization'])).toEqual([
    'pim_api_overall_access',
    'pim_api_attribute_option_list',
    'pim_api_attribute_option_edit',
    'pim_api_locale_list',
    'pim_api_currency_list',
  ])
})

test('messages name each group once, by its highest scope, in the order of the scopes', () => {
  const scopes = [
    'write_catalog_structure',
    'read_products',
    'read_association_types',
    'delete_products',
    'unknown',
  ]
  expect(scopeMessagesOf(scopes)).toEqual([
    { icon: 'products', type: 'delete', entities: 'products' },
    { icon: 'association_types', type: 'view', entities: 'association_types' },
    { icon: 'catalog_structure', type: 'edit', entities: 'catalog_structure' },
  ])
})

test('a group is named by its highest scope, whichever comes first', () => {
  for (const scopes of [
    ['read_products', 'write_products'],
    ['write_products', 'read_products'],
  ]) {
    expect(scopeMessagesOf(scopes)).toEqual([
      { icon: 'products', type: 'edit', entities: 'products' },
    ])
  }
})

test('scopes are written in alphabetical order', () => {
  expect(toScopeText(['write_products', 'email', 'read_products'])).toBe(
    'email read_products write_products',
  )
  expect(toScopeText([])).toBe('')
})
