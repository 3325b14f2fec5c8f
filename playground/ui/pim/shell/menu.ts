import type { Words } from '../wording.ts'
import { menuGlyphs } from './menu-glyphs.ts'

/** The entries that lead somewhere; a page says in its route which one it belongs to. */
export type EntryId = 'data-flows' | 'app-store' | 'connections' | 'connected-apps' | 'roles'

export interface MenuEntry {
  label: string
  /** Absent where there is no screen. */
  id?: EntryId
}

export interface MenuTab {
  label: string
  glyph: string
  entries: readonly MenuEntry[]
}

export const entryPaths: Record<EntryId, string> = {
  'data-flows': '/connect/data-flows',
  'app-store': '/connect/app-store',
  connections: '/connect/connection-settings',
  'connected-apps': '/connect/connected-apps',
  roles: '/system/roles',
}

/** The left bar and what its tabs open, in the wording of an era (contract A). */
export function createMenu({ menu }: Words): readonly MenuTab[] {
  const movable: readonly { tab: string; entry: MenuEntry }[] = [
    { tab: menu.dataFlowsTab, entry: { id: 'data-flows', label: menu.dataFlows } },
    { tab: 'Connect', entry: { id: 'app-store', label: menu.appStore } },
    { tab: menu.connectionsTab, entry: { id: 'connections', label: menu.connections } },
    { tab: 'Connect', entry: { id: 'connected-apps', label: menu.connectedApps } },
    { tab: 'System', entry: { label: 'Users' } },
    { tab: 'System', entry: { label: 'User groups' } },
    { tab: 'System', entry: { id: 'roles', label: 'Roles' } },
  ]
  return menuGlyphs.map(({ label, glyph }) => ({
    label,
    glyph,
    entries: movable.filter(({ tab }) => tab === label).map(({ entry }) => entry),
  }))
}

/** The tab and the entry that a page belongs to. */
export function findEntry(words: Words, id: EntryId): { tab: MenuTab; entry: MenuEntry } {
  for (const tab of createMenu(words)) {
    const entry = tab.entries.find((candidate) => candidate.id === id)
    if (entry) return { tab, entry }
  }
  throw new RangeError(`No tab holds the entry "${id}"`)
}

/** Where a tab leads: to its first entry that has a screen. */
export function tabPath(tab: MenuTab): string | null {
  const first = tab.entries.find((entry) => entry.id !== undefined)?.id
  return first ? entryPaths[first] : null
}
