import type { Page } from 'playwright-core'

/** What people press, fill and read, as assistive technology calls it. */
export type Role = 'button' | 'checkbox' | 'combobox' | 'link' | 'radio' | 'tab' | 'textbox'

export type PaneName = 'Browser' | 'Your app' | 'Flow'

/**
 * Somebody in front of the playground, who finds each thing by its role and name. What they do it with, a keyboard or a
 * pointer, makes no difference to what they do.
 */
export interface Person {
  readonly page: Page
  press(role: Role, name: string | RegExp): Promise<void>
  /** Puts a text in the place of what the field holds. */
  fill(name: string, text: string): Promise<void>
  /** Puts what was copied last in the place of what the field holds. */
  paste(name: string): Promise<void>
  choose(list: string, option: string): Promise<void>
  tick(box: string | RegExp): Promise<void>
  /** Brings a pane to sight where it is behind a tab. */
  show(pane: PaneName): Promise<void>
  /** Goes to an address by the address bar of the playground's browser. */
  visit(address: string): Promise<void>
  /** Types a text behind another one, which stands once in the source of the app. */
  addToSource(after: string, text: string): Promise<void>
}
