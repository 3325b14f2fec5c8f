import { createApp, h } from 'vue'
import { createWebHashHistory } from 'vue-router'
import type { Era, Scenario } from '../../pim/index.ts'
import { isEra } from '../era.ts'
import PimScreens from './PimScreens.vue'
import { watchPim } from './standalone/watched-pim.ts'
import './styles/standalone.css'

// The site that `npm start` serves beside this PIM.
const documentation = 'http://localhost:4173'

const query = new URLSearchParams(window.location.search)
const scheme = window.matchMedia('(prefers-color-scheme: dark)')

function followScheme(): void {
  document.documentElement.classList.toggle('dark', scheme.matches)
}

/** The era that the address asks for, else the one of the PIM's scenario. */
async function findEra(): Promise<Era> {
  const asked = query.get('era')
  if (isEra(asked)) return asked
  // Without the control addresses the PIM speaks as it does today.
  const scenario = await readScenario().catch(() => undefined)
  return isEra(scenario?.era) ? scenario.era : 'today'
}

/** Rejects, or gives something else, where the PIM has no control addresses. */
async function readScenario(): Promise<Scenario> {
  return (await (await fetch('/_control/scenario')).json()) as Scenario
}

followScheme()
scheme.addEventListener('change', followScheme)

const pim = watchPim((path, init) => window.fetch(path, init), new BroadcastChannel('pim-screens'))
const era = await findEra()
createApp(() =>
  h(PimScreens, {
    fetch: pim.fetch,
    changes: pim.changes,
    pimUrl: window.location.origin,
    era,
    address: '',
    connectionLimit: async () => (await readScenario()).limits.connections,
    docsUrl: query.get('docs') ?? documentation,
    history: createWebHashHistory(),
    window: {
      open: (url) => void window.open(url, '_blank'),
      assign: (url) => window.location.assign(url),
      replace: (url) => window.location.replace(url),
    },
    'onUpdate:title': (title) => {
      document.title = `${title} | PIM`
    },
  }),
).mount('#pim')
