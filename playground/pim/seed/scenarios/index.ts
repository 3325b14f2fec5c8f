import type { Scenario } from '../../domain/scenario.ts'
import scenario from '../scenario.json' with { type: 'json' }

/** A state of the PIM that is worth beginning with. */
export interface NamedScenario {
  /** Stays as it is: addresses and tests name it. */
  readonly id: string
  readonly title: string
  /** What somebody finds there, in a sentence or two. */
  readonly description: string
  /** The whole scenario. It is fetched when it is asked for. */
  load(): Promise<Scenario>
}

/** What a scenario has otherwise than the default one: each property that it names is replaced as a whole. */
type Differing = Promise<{ readonly default: object }>

/** The gallery. Where days and hours matter, the clock of a scenario stands still, so that it never grows old. */
export const namedScenarios: readonly NamedScenario[] = [
  {
    id: 'fresh-pim',
    title: 'Fresh PIM',
    description: 'Just installed: products, but no connection and no app yet.',
    load: laidOver(() => import('./fresh-pim.json', { with: { type: 'json' } })),
  },
  {
    id: 'connection-in-use',
    title: 'Connection in use',
    description:
      'A point of sale reads products with a token of its own, and the dashboard counts them. The clock stands still.',
    load: laidOver(() => import('./connection-in-use.json', { with: { type: 'json' } })),
  },
  {
    id: 'wrong-credentials',
    title: 'Wrong credentials',
    description:
      'Two connections are used with usernames that belong to somebody else; the PIM warns of both. The clock stands still.',
    load: laidOver(() => import('./wrong-credentials.json', { with: { type: 'json' } })),
  },
  {
    id: 'connection-limit',
    title: 'Connections at their limit',
    description: 'All 50 connections are taken: neither a connection nor an app can be added.',
    load: laidOver(() => import('./connection-limit.json', { with: { type: 'json' } })),
  },
  {
    id: 'app-to-activate',
    title: 'App about to be activated',
    description: 'A custom app is declared, and waits in the App Store for somebody to connect it.',
    load: laidOver(() => import('./app-to-activate.json', { with: { type: 'json' } })),
  },
  {
    id: 'app-pending',
    title: 'App pending',
    description:
      'Somebody confirmed the app, but it never fetched its token: the code it was given ran out.',
    load: laidOver(() => import('./app-pending.json', { with: { type: 'json' } })),
  },
  {
    id: 'app-connected',
    title: 'App connected',
    description: 'The app has its token and may read products, categories and families.',
    load: laidOver(() => import('./app-connected.json', { with: { type: 'json' } })),
  },
  {
    id: 'scope-upgrade',
    title: 'Scope upgrade waiting',
    description:
      'The connected app also wants to write products: the wizard is open and shows what is new.',
    load: laidOver(() => import('./scope-upgrade.json', { with: { type: 'json' } })),
  },
  {
    id: 'revoked-token',
    title: 'Revoked token',
    description:
      'The app was disconnected, and still holds its token: every call that it makes is refused.',
    load: laidOver(() => import('./revoked-token.json', { with: { type: 'json' } })),
  },
  {
    id: 'busy-week',
    title: 'Dashboard with a busy week',
    description:
      'Four tracked connections, a week of products in and out, and the errors that went with them. The clock stands still.',
    load: laidOver(() => import('./busy-week.json', { with: { type: 'json' } })),
  },
]

function laidOver(differing: () => Differing): () => Promise<Scenario> {
  return async () => ({ ...(scenario as Scenario), ...(await differing()).default })
}
