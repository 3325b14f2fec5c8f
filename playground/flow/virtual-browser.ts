import { destinationOf, screenUrl } from './addresses.ts'
import { createCookieJar, type CookieJarMoment } from './cookie-jar.ts'
import type { HttpRequest } from './exchange.ts'
import { follow } from './follow.ts'
import type { Network } from './network.ts'
import { createTabView, type OpenTab, type Tab } from './shown-tab.ts'
import {
  currentPage,
  move,
  pushPage,
  replacePage,
  startHistory,
  type Page,
  type TabHistory,
  type View,
} from './tab-history.ts'

export type { Tab } from './shown-tab.ts'

export interface Navigation {
  readonly url: string
  readonly method?: string
  readonly contentType?: string
  readonly body?: string
  /** Leaves no step to come back to, as `location.replace` does. */
  readonly replace?: boolean
}

export interface VirtualBrowser {
  tabs(): readonly Tab[]
  activeId(): number
  activate(id: number): void
  /** Opens a tab, shows it, and goes to the address. */
  open(url: string): Promise<void>
  close(id: number): void
  /** From one screen of the PIM to another only the fragment of the address changes: as in any browser, nothing loads. */
  navigate(id: number, navigation: Navigation): Promise<void>
  back(id: number): void
  forward(id: number): void
  /** What a tab shows after so many steps, back where negative; undefined where there is no such page. */
  pageAt(id: number, by: number): View | undefined
  reload(id: number): Promise<void>
  /** The PIM's screens have moved on by themselves. */
  showScreen(id: number, address: string): void
  /** What all tabs show now; `restore` brings it back and gives up what is being loaded. */
  capture(): BrowserMoment
  restore(moment: BrowserMoment): void
}

/** The tabs and cookies of the browser at one moment. */
export interface BrowserMoment {
  readonly tabs: readonly { readonly id: number; readonly history: TabHistory }[]
  readonly active: number
  readonly cookies: CookieJarMoment
}

interface VirtualBrowserOptions {
  pimUrl: string
  appUrl: string
  network: Network
  onChange: () => void
}

/**
 * The playground's browser: tabs with history that follow redirects hop by hop. A page's script can do neither: it
 * cannot read `Location`, and its service worker never sees a navigation.
 */
export function createVirtualBrowser(options: VirtualBrowserOptions): VirtualBrowser {
  const { pimUrl, onChange } = options
  const cookies = createCookieJar()
  const showTab = createTabView()
  let tabs: OpenTab[] = []
  let active = 0
  let lastId = 0

  function find(id: number): OpenTab | undefined {
    return tabs.find((tab) => tab.id === id)
  }

  function add(page: Page): OpenTab {
    lastId += 1
    const tab = {
      id: lastId,
      history: startHistory(page),
      navigation: 0,
      loads: 0,
      isLoading: false,
    }
    tabs.push(tab)
    active = tab.id
    return tab
  }

  /** Whatever is on its way in the tab is not shown any more. */
  function giveUp(tab: OpenTab): void {
    tab.navigation += 1
    tab.isLoading = false
    tab.loading?.abort()
  }

  async function load(tab: OpenTab, request: HttpRequest, replace: boolean): Promise<void> {
    giveUp(tab)
    const { navigation } = tab
    tab.loading = new AbortController()
    const { signal } = tab.loading
    tab.isLoading = true
    onChange()
    try {
      const { url, view } = await follow(request, { ...options, cookies, signal })
      if (tab.navigation !== navigation) return
      tab.loads += 1
      // To load a screen anew is not to go again where a redirect led to it: that could change what the PIM holds.
      const page =
        view.kind === 'pim' ? { ...screenPage(pimUrl, view.address), url } : { url, view, request }
      tab.history = replace ? replacePage(tab.history, page) : pushPage(tab.history, page)
    } catch (error) {
      // A cancelled hop leaves the tab where it was; nothing else rejects.
      if ((error as Error).name !== 'HopCancelledError') throw error
    } finally {
      if (tab.navigation === navigation) {
        tab.isLoading = false
        onChange()
      }
    }
  }

  /** The screen at an address, for a tab that shows another one. */
  function otherScreen(tab: OpenTab, url: string): Page | undefined {
    const { view } = currentPage(tab.history)
    const destination = destinationOf(url, options)
    if (view.kind !== 'pim' || destination.kind !== 'pim-screen') return undefined
    if (view.address === destination.address) return undefined
    return { ...screenPage(pimUrl, destination.address), url }
  }

  function moveInside(tab: OpenTab, page: Page, replace: boolean): void {
    giveUp(tab)
    tab.history = replace ? replacePage(tab.history, page) : pushPage(tab.history, page)
    onChange()
  }

  function moveTab(id: number, by: number): void {
    const tab = find(id)
    if (!tab) return
    giveUp(tab)
    tab.history = move(tab.history, by)
    onChange()
  }

  add(screenPage(pimUrl, '/'))

  return {
    tabs: () => tabs.map(showTab),
    activeId: () => active,
    activate(id) {
      if (find(id)) active = id
      onChange()
    },
    open(url) {
      const tab = add({ url, view: { kind: 'blank' }, request: get(url) })
      return load(tab, get(url), true)
    },
    close(id) {
      const index = tabs.findIndex((tab) => tab.id === id)
      if (index === -1) return
      for (const tab of tabs.splice(index, 1)) giveUp(tab)
      if (tabs.length === 0) add(screenPage(pimUrl, '/'))
      if (active === id) active = (tabs[index] ?? tabs[index - 1] ?? tabs[0])?.id ?? active
      onChange()
    },
    async navigate(id, { url, method = 'GET', contentType, body = '', replace = false }) {
      const tab = find(id)
      if (!tab) return
      const screen = method === 'GET' ? otherScreen(tab, url) : undefined
      if (screen) return moveInside(tab, screen, replace)
      const type: Record<string, string> = contentType ? { 'content-type': contentType } : {}
      await load(
        tab,
        { ...get(url), method, body, headers: { ...get(url).headers, ...type } },
        replace,
      )
    },
    back: (id) => moveTab(id, -1),
    forward: (id) => moveTab(id, 1),
    pageAt(id, by) {
      const { pages = [], index = 0 } = find(id)?.history ?? {}
      return pages[index + by]?.view
    },
    async reload(id) {
      const tab = find(id)
      if (tab) await load(tab, currentPage(tab.history).request, true)
    },
    showScreen(id, address) {
      const tab = find(id)
      if (!tab) return
      const { view } = currentPage(tab.history)
      if (view.kind !== 'pim' || view.address === address) return
      tab.history = pushPage(tab.history, screenPage(pimUrl, address))
      onChange()
    },
    capture: () => ({
      tabs: tabs.map(({ id, history }) => ({ id, history })),
      active,
      cookies: cookies.capture(),
    }),
    restore(moment) {
      for (const tab of tabs) giveUp(tab)
      tabs = moment.tabs.map(({ id, history }) => {
        const { navigation = 0, loads = 0 } = find(id) ?? {}
        return { id, history, navigation, loads: loads + 1, isLoading: false }
      })
      active = moment.active
      cookies.restore(moment.cookies)
      onChange()
    },
  }
}

function get(url: string): HttpRequest {
  return { method: 'GET', url, headers: { accept: 'text/html' }, body: '' }
}

function screenPage(pimUrl: string, address: string): Page {
  const url = screenUrl(pimUrl, address)
  return {
    url,
    view: { kind: 'pim', address },
    request: get(url),
  }
}
