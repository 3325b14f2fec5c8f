import type { Exchange } from './exchange.ts'
import { latestToken } from './token.ts'

/** What a custom app's card in the PIM says. */
export interface DeclaredApp {
  readonly clientId: string
  readonly name: string
  readonly isConnected: boolean
}

export interface Progress {
  /** The PIM's custom apps, or `refused` when the user's role may not see them. */
  readonly apps: readonly DeclaredApp[] | 'refused'
  /** The client id that the reader's app was given. */
  readonly clientId: string
  readonly isRunning: boolean
  /** Whether a hop waits to be sent, or its refusal to be passed on. */
  readonly held: 'hop' | 'refusal' | undefined
  /** The screen that is open: the address behind the PIM's `#`. */
  readonly screen: string
  readonly exchanges: readonly Exchange[]
}

export type NextStep =
  | 'get-permission'
  | 'create-app'
  | 'take-credentials'
  | 'run-app'
  | 'connect-app'
  | 'confirm'
  | 'send-hop'
  | 'undo-refusal'
  | 'open-app'
  | 'call-api'
  | 'explore'

/** What a reader does next on the way to a list of products. Derived, so that it is right after anything. */
export function nextStep(progress: Progress): NextStep {
  const { apps, clientId, isRunning, held, screen, exchanges } = progress
  if (held === 'hop') return 'send-hop'
  if (held === 'refusal') return 'undo-refusal'
  if (apps === 'refused') return 'get-permission'
  if (apps.length === 0) return 'create-app'
  const app = apps.find((known) => known.clientId === clientId)
  if (!app) return 'take-credentials'
  if (latestToken(exchanges)) return hasListedProducts(exchanges) ? 'explore' : 'call-api'
  if (!isRunning) return 'run-app'
  if (app.isConnected) return 'open-app'
  return screen.startsWith('/connect/apps/authorize?client_id=') ? 'confirm' : 'connect-app'
}

function hasListedProducts(exchanges: readonly Exchange[]): boolean {
  const path = '/api/rest/v1/products'
  return exchanges.some(
    ({ request: { url }, response }) =>
      response?.status === 200 && url.includes(path) && new URL(url).pathname.startsWith(path),
  )
}
