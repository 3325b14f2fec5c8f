import { expect, it } from 'vitest'
import { type Era, eras, words } from '../../../pim/index.ts'
import { createMenu, type EntryId, findEntry, tabPath } from './menu.ts'

function pathOf(era: Era, id: EntryId): string {
  const { tab, entry } = findEntry(words[era], id)
  return `${tab.label} › ${entry.label}`
}

it('keeps the connections where each era had them', () => {
  expect(eras.map((era) => pathOf(era, 'connections'))).toEqual([
    'System › Apps',
    'System › Connections',
    'Connect › Connection settings',
    'Connect › Connection settings',
  ])
})

it('lists the Connect tab in the order of the product', () => {
  const connect = createMenu(words.today).find((tab) => tab.label === 'Connect')
  expect(connect?.entries.map((entry) => entry.label)).toEqual([
    'Data flows',
    'App Store',
    'Connection settings',
    'Connected Apps',
  ])
})

it('has the ten tabs of the product in every era, and every entry in one of them', () => {
  for (const era of eras) {
    expect(createMenu(words[era]).map((tab) => tab.label)).toHaveLength(10)
    for (const id of ['data-flows', 'app-store', 'connected-apps', 'roles'] as const) {
      expect(findEntry(words[era], id).entry.id).toBe(id)
    }
  }
})

it('leads a tab without a screen nowhere', () => {
  const [activity] = createMenu(words.today)
  expect(activity && tabPath(activity)).toBeNull()
  const [older] = createMenu(words['connections-2020'])
  expect(older && tabPath(older)).toBe('/connect/data-flows')
})
