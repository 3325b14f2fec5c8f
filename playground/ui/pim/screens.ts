import { type ComputedRef, inject, type InjectionKey, type ShallowRef } from 'vue'
import type { Flash } from '../parts/flash.ts'
import type { ScreenUser } from './api/access.ts'
import type { ScreensApi } from './api/screens-api.ts'
import type { ConnectionTexts } from './connections/connection-texts.ts'
import type { Words } from './wording.ts'

/** What the PIM's pages do with the browser around them. */
export interface PimWindow {
  /** Opens an address in a new tab. */
  open(url: string): void
  /** Leaves the PIM for an address. */
  assign(url: string): void
  /** Likewise, without leaving a step to come back to. */
  replace(url: string): void
}

/** Says whether a page may be left: at once, or once somebody has decided. */
export type LeaveGuard = () => true | Promise<boolean>

/** What every screen shares. */
export interface Screens {
  api: ScreensApi
  /** A file from an address of the PIM; null when it cannot be had. */
  loadFile(address: string): Promise<Blob | null>
  words: ComputedRef<Words>
  texts: ComputedRef<ConnectionTexts>
  /** The signed-in user: undefined while it is on its way, null when the PIM did not say. */
  user: ShallowRef<ScreenUser | null | undefined>
  /** Whether the user's role has a permission. When the PIM did not say, the PIM is left to decide. */
  may(acl: string): boolean
  refreshUser(): Promise<void>
  /** How many notifications the user has not read. */
  unread: ShallowRef<number>
  refreshUnread(): Promise<void>
  /** Tells a listener, soon after, that the PIM's state changed. Gives what stops that. */
  onChange(listener: () => void): () => void
  flash: Flash
  window: PimWindow
  /** The absolute address of a screen, for a new tab. */
  addressOf(path: string): string
  docsUrl: string
  /** How many connections and apps the PIM takes together: its pages say so, no answer of it does. */
  connectionLimit(): Promise<number>
  /** Where somebody signs in to the PIM. */
  loginUrl: string
  /** The element around a page: only a page that stands alone is the main one. */
  pageElement: 'main' | 'div'
  /**
   * What the screens are about where they stand in the middle of a page, as in `a custom app`: their titles are then none
   * of the page's, and their landmarks are told apart by it.
   */
  embeddedAs: string | undefined
  /** False until the first page was left: the first one must not take the focus. */
  hasNavigated(): boolean
  setTitle(title: string): void
  /** Asks a page before it is loaded anew or closed, which its router knows nothing of. Gives what stops that. */
  guardLeaving(guard: LeaveGuard): () => void
  /** Passwords that were just made, by connection code, until the page that shows them takes them. */
  freshPasswords: Map<string, string>
}

export const screensKey: InjectionKey<Screens> = Symbol('screens')

export function useScreens(): Screens {
  const screens = inject(screensKey)
  if (!screens) throw new TypeError('A screen of the PIM must stand inside of PimScreens')
  return screens
}

/** The name of a landmark; where the screens stand in the middle of a page it says which ones are meant. */
export function landmarkName(name: string, embeddedAs: string | undefined): string {
  return embeddedAs === undefined ? name : `${name} (${embeddedAs})`
}
