import { expect, it } from 'vitest'
import { words } from '../../../pim/index.ts'
import { apiGroups, partGroups, permissionGroups } from './acl-groups.ts'

it('has the four permissions of the group Connect in their order today', () => {
  const [connect, ...others] = permissionGroups(words.today)
  expect(others).toEqual([])
  expect(connect?.label).toBe('Connect')
  expect(connect?.acls.map((acl) => acl.label)).toEqual([
    'Manage connections settings',
    'Manage apps',
    'Open apps',
    'Create and delete custom apps',
  ])
})

it('has test apps in the group Developer mode in 2022, under the same ACL id', () => {
  const groups = permissionGroups(words['test-apps-2022'])
  expect(groups.map((group) => group.label)).toEqual(['Connect', 'Developer mode'])
  expect(groups[1]?.acls).toEqual([
    { id: 'akeneo_connectivity_connection_manage_test_apps', label: 'Manage test apps' },
  ])
})

it('has a permission for each part of the catalogue in the Enterprise Edition', () => {
  expect(partGroups.map(({ label, acls }) => [label, acls[0]?.label])).toEqual([
    ['Attribute groups', 'Manage attribute group permissions'],
    ['Categories', 'Manage category permissions'],
    ['Locales', 'Manage locale permissions'],
  ])
})

it('begins the API permissions with the overall access and names what each entity allows', () => {
  expect(apiGroups[0]?.acls[0]).toEqual({
    id: 'pim_api_overall_access',
    label: 'Overall Web API access',
  })
  const products = apiGroups.find((group) => group.label === 'Products')
  expect(products?.acls.map((acl) => acl.label)).toEqual([
    'List products',
    'Create and update products',
    'Delete products',
  ])
})
