import { useData } from 'vitepress'
import { computed } from 'vue'
import type { SiteConfig } from '../site-config.ts'
import { groupOf, isActive, neighboursOf, pagePath, sidebarOf } from './navigation.ts'

/** Gives what the furniture around the current page shows: where it is in the site and what stands beside it. */
export function usePage() {
  const { page, theme, frontmatter } = useData<Partial<SiteConfig>>()
  const path = computed(() => pagePath(page.value.relativePath))
  const navigation = computed(() => theme.value.nav ?? [])
  const sidebar = computed(() => sidebarOf(theme.value.sidebar ?? {}, path.value))
  const section = computed(() => navigation.value.find((entry) => isActive(entry, path.value)))
  const group = computed(() => groupOf(sidebar.value, path.value))
  const neighbours = computed(() => neighboursOf(sidebar.value, path.value))
  return { page, theme, frontmatter, path, navigation, sidebar, section, group, neighbours }
}
