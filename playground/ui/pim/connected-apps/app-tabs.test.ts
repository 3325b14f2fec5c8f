import { expect, test } from 'vitest'
import { appTabs, isOnlyReader } from './app-tabs.ts'

const labels = (scopes: readonly string[], hasPermissions: boolean) =>
  appTabs({ scopes }, { hasPermissions }).map(({ label }) => label)

test('every app has its settings and its errors', () => {
  expect(labels([], true)).toEqual(['Settings', 'Error monitoring'])
})

test('permissions need an edition that has them, and an app that may see products', () => {
  expect(labels(['read_products'], false)).toEqual(['Settings', 'Error monitoring'])
  expect(labels(['read_products'], true)).toEqual(['Settings', 'Permissions', 'Error monitoring'])
})

test('catalogs are there for an app with a scope about them', () => {
  expect(labels(['read_catalogs', 'delete_products'], true)).toEqual([
    'Settings',
    'Permissions',
    'Catalogs',
    'Error monitoring',
  ])
})

test('an app that only reads products is told from one that changes them', () => {
  expect(isOnlyReader({ scopes: ['read_products', 'write_categories'] })).toBe(true)
  expect(isOnlyReader({ scopes: ['write_products'] })).toBe(false)
  expect(isOnlyReader({ scopes: ['delete_products'] })).toBe(false)
})
