import { computed, onScopeDispose, shallowRef, watch } from 'vue'
// oxlint-disable-next-line import/default -- a file imported as text has a default export
import original from '../../../snippets/get-your-app-token/nodejs/app.mjs?raw'
import { createFlowJournal } from '../../flow/flow-journal.ts'
import { createNetwork, fromWebRequest, fromWebResponse, toWebRequest } from '../../flow/network.ts'
import { nextStep } from '../../flow/next-step.ts'
import { createStepper } from '../../flow/stepper.ts'
import { createTimeTravel } from '../../flow/time-travel.ts'
import { latestToken, type EarnedToken } from '../../flow/token.ts'
import { createVirtualBrowser } from '../../flow/virtual-browser.ts'
import type { BrowserPim } from '../../hosts/browser/index.ts'
import { words as wordsOfEras } from '../../pim/index.ts'
import { useEra } from '../era.ts'
import { createCall } from '../pim/api/call.ts'
import { createCustomAppsApi } from '../pim/api/custom-apps.ts'
import { createKnownCredentials } from './app/credentials.ts'
import { createStoredApp } from './app/stored-app.ts'
import { useAppSession } from './app/use-app-session.ts'
import { toWebResponse } from './app/wire.ts'
import { sameList } from './same-list.ts'
import { readStorage } from './storage.ts'
import { rememberShownCredentials } from './screens-fetch.ts'
import { useLayout, type LayoutState } from './use-layout.ts'
import type { Workbench } from './workbench.ts'

/** The PIM's collections that the list of custom apps depends on: the apps, and who may see them. */
const aboutApps = ['customApps', 'connectedApps', 'users', 'roles', 'settings']

const appUrl = 'http://localhost:8000'

/** Puts the workbench together around an open PIM. `layout` is the one that the page's address keeps, by default. */
export function useWorkbenchState(pim: BrowserPim, layout: LayoutState = useLayout()): Workbench {
  const { era } = useEra()
  const announcement = shallowRef('')
  const announce = (text: string) => (announcement.value = text)

  const mode = shallowRef<Workbench['mode']['value']>('run')
  const pending = shallowRef<Workbench['pending']['value']>()
  const stepper = createStepper(() => {
    mode.value = stepper.mode()
    pending.value = stepper.pending()
  })

  const exchanges = shallowRef<Workbench['exchanges']['value']>([])
  const journal = createFlowJournal({
    pim: pim.journal,
    onChange: () => (exchanges.value = journal.exchanges()),
  })
  onScopeDispose(() => journal.stop())

  const travel = createTimeTravel({
    readState: pim.capture,
    writeState: pim.putBack,
    journal,
    browser: () => browser,
  })
  const network = createNetwork({
    journal,
    stepper,
    travel,
    receivers: {
      pim: async (request) => fromWebResponse(await pim.navigate(toWebRequest(request))),
      app: (request) => app.send(request),
    },
  })
  const app = useAppSession({
    original,
    url: appUrl,
    pimUrl: pim.url,
    stored: createStoredApp({
      local: readStorage('localStorage'),
      session: readStorage('sessionStorage'),
    }),
    async network(web, signal) {
      const request = await fromWebRequest(web)
      return toWebResponse(await network.send({ from: 'app', to: 'pim', request }, signal))
    },
  })

  const tabs = shallowRef<Workbench['tabs']['value']>([])
  const activeId = shallowRef(0)
  const browser = createVirtualBrowser({ pimUrl: pim.url, appUrl, network, onChange: showTabs })
  function showTabs(): void {
    tabs.value = sameList(tabs.value, browser.tabs())
    activeId.value = browser.activeId()
  }
  showTabs()
  const activeTab = computed(() => {
    const tab = tabs.value.find(({ id }) => id === activeId.value) ?? tabs.value[0]
    if (!tab) throw new RangeError('The browser has no tab')
    return tab
  })

  const known = createKnownCredentials(readStorage('sessionStorage'))
  const shownFetch = rememberShownCredentials(pim.fetch, known)
  const screensFetch: BrowserPim['fetch'] = async (path, init) => {
    if (init?.method !== undefined && init.method !== 'GET') await travel.remember()
    return shownFetch(path, init)
  }
  const customApps = createCustomAppsApi(createCall(pim.fetch))
  // What the workbench asks for itself is no call of a page.
  const ownCall = createCall((path, init) => pim.navigate(new Request(pim.url + path, init)))
  const knownApps = createCustomAppsApi(ownCall)
  const apps = shallowRef<Workbench['apps']['value']>()

  async function readApps(): Promise<void> {
    const answer = await knownApps.list()
    if (answer.ok) {
      apps.value = answer.value.map(({ id, name, connected }) => {
        return { clientId: id, name, isConnected: connected }
      })
    } else if (answer.reason === 'forbidden') {
      apps.value = 'refused'
    }
  }
  onScopeDispose(
    pim.onChange((changed) => {
      if (!changed || aboutApps.some((name) => changed.has(name))) void readApps()
    }),
  )
  void readApps()

  const token = computed<EarnedToken | undefined>((before) => {
    const now = latestToken(exchanges.value)
    return now?.token === before?.token && now?.scope === before?.scope ? before : now
  })
  const step = computed(() => {
    if (apps.value === undefined) return undefined
    const { view } = activeTab.value
    return nextStep({
      apps: apps.value,
      clientId: app.clientId.value,
      held: pending.value && (pending.value.refusal ? 'refusal' : 'hop'),
      isRunning: app.state.value === 'listening' && !app.isStale.value,
      screen: view.kind === 'pim' ? view.address : '',
      exchanges: exchanges.value,
    })
  })
  watch(
    () => exchanges.value.findLast(({ part }) => part === 'flow'),
    (exchange) => {
      if (!exchange) return
      const outcome = exchange.failure ?? exchange.response?.status ?? 'sent'
      announce(`${exchange.title}: ${outcome}`)
    },
  )

  return {
    layout,
    pim,
    appUrl,
    era,
    words: computed(() => wordsOfEras[era.value]),
    screensFetch,
    browser,
    tabs,
    activeTab,
    stepper,
    mode,
    pending,
    heldDraft: shallowRef(),
    heldProblem: shallowRef(''),
    network,
    travel,
    exchanges,
    clearExchanges: () => journal.clear(),
    token,
    app,
    apps,
    credentials: { known, customApps },
    nextStep: step,
    mayLeave: shallowRef(),
    async startFresh() {
      app.stop()
      // What is held was meant for the PIM as it was.
      while (stepper.pending()) stepper.cancel()
      stepper.setMode('run')
      known.forget()
      travel.forget()
      app.clientId.value = ''
      app.clientSecret.value = ''
      await pim.startFresh()
      for (const { id, view } of browser.tabs()) {
        if (view.kind === 'pim') await browser.reload(id)
      }
      journal.clear()
      await readApps()
    },
    announce,
    announcement,
  }
}
