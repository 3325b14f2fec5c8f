import { inject, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { Exchange, HttpRequest } from '../../flow/exchange.ts'
import type { Network } from '../../flow/network.ts'
import type { DeclaredApp, NextStep } from '../../flow/next-step.ts'
import type { PendingHop, Stepper, StepperMode } from '../../flow/stepper.ts'
import type { TimeTravel } from '../../flow/time-travel.ts'
import type { EarnedToken } from '../../flow/token.ts'
import type { Tab, VirtualBrowser } from '../../flow/virtual-browser.ts'
import type { BrowserPim } from '../../hosts/browser/index.ts'
import type { Era, words } from '../../pim/index.ts'
import type { CustomAppsApi } from '../pim/api/custom-apps.ts'
import type { KnownCredentials } from './app/credentials.ts'
import type { AppSession } from './app/use-app-session.ts'
import type { MayLeave } from './leaving.ts'
import type { LayoutState } from './use-layout.ts'

/** What the three panes share. */
export interface Workbench {
  /** How the workbench is laid out; it is in the page's address. */
  layout: LayoutState
  pim: BrowserPim
  appUrl: string
  era: Ref<Era>
  words: ComputedRef<(typeof words)[Era]>
  /** How the PIM's screens call the PIM: new secrets are remembered on the way. */
  screensFetch: BrowserPim['fetch']
  browser: VirtualBrowser
  tabs: ShallowRef<readonly Tab[]>
  activeTab: ComputedRef<Tab>
  stepper: Stepper
  mode: ShallowRef<StepperMode>
  pending: ShallowRef<PendingHop | undefined>
  /** The held hop as the reader has edited it; undefined while it is as it was. */
  heldDraft: ShallowRef<HttpRequest | undefined>
  /** Why the held hop cannot be sent as the reader has edited it, or an empty text. */
  heldProblem: ShallowRef<string>
  network: Network
  /** The way back to how things stood before an exchange. */
  travel: TimeTravel
  exchanges: ShallowRef<readonly Exchange[]>
  clearExchanges(): void
  token: ComputedRef<EarnedToken | undefined>
  app: AppSession
  /** The PIM's custom apps, or `refused`; undefined until they are known. */
  apps: ShallowRef<readonly DeclaredApp[] | 'refused' | undefined>
  credentials: { known: KnownCredentials; customApps: CustomAppsApi }
  nextStep: ComputedRef<NextStep | undefined>
  /** Asks about unsaved changes, before the PIM's pages are loaded anew; undefined while there are none. */
  mayLeave: ShallowRef<MayLeave | undefined>
  /** Forgets the PIM's state, the exchanges and the app's credentials. */
  startFresh(): Promise<void>
  /** Says something to those who listen instead of looking. */
  announce(text: string): void
  announcement: ShallowRef<string>
}

export const workbenchKey: InjectionKey<Workbench> = Symbol('workbench')

export function useWorkbench(): Workbench {
  const workbench = inject(workbenchKey)
  if (!workbench) throw new TypeError('A pane must stand inside of the workbench')
  return workbench
}
