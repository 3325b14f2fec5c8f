import type { PaneId } from '../layout.ts'

/** What people press and fill, by accessible role. */
export type ControlRole = 'button' | 'checkbox' | 'combobox' | 'link' | 'tab' | 'textbox'

/** A control as a person finds it: the pane, its role and its name. */
export interface Control {
  readonly pane: PaneId | 'guide'
  readonly role: ControlRole
  /** Any of these; a checkbox need only begin with it. */
  readonly names: readonly string[]
  /** The text of the list item around it. */
  readonly within?: string
  /** What the address of the PIM's screen begins with while the control is meant: any of these. */
  readonly at?: string | readonly string[]
}

/** One thing that a person does in the workbench. */
export type Act =
  /** Goes to a screen of the PIM, by the link `via` of its menu. */
  | { readonly kind: 'screen'; readonly address: string; readonly via: readonly string[] }
  | { readonly kind: 'press'; readonly control: Control; readonly isOptional?: true }
  | { readonly kind: 'fill'; readonly control: Control; readonly text: string }
  | { readonly kind: 'choose'; readonly control: Control; readonly option: string }
  | { readonly kind: 'tick'; readonly control: Control; readonly isOptional?: true }
  /** Goes through the wizard to its last button. */
  | { readonly kind: 'wizard' }
  /** Edits the source of the reader's app. */
  | { readonly kind: 'edit'; readonly replace: string; readonly by: string }
  /** Goes to an address with the browser's address bar. */
  | { readonly kind: 'visit'; readonly url: string }

/** Whether a screen of the PIM is one where a control is meant. */
export function isMeantAt({ at }: Pick<Control, 'at'>, screen: string): boolean {
  return at === undefined || [at].flat().some((beginning) => screen.startsWith(beginning))
}

type Place = Pick<Control, 'at' | 'within'>

export function press(pane: Control['pane'], name: string, place: Place = {}): Act {
  return { kind: 'press', control: { pane, role: 'button', names: [name], ...place } }
}

export function fill(pane: Control['pane'], name: string, text: string, at?: Control['at']): Act {
  const control: Control = { pane, role: 'textbox', names: [name], ...(at && { at }) }
  return { kind: 'fill', control, text }
}

export function choose(name: string, option: string, at: string): Act {
  return {
    kind: 'choose',
    control: { pane: 'browser', role: 'combobox', names: [name], at },
    option,
  }
}

export function tick(name: string, at: string): Act {
  return { kind: 'tick', control: { pane: 'browser', role: 'checkbox', names: [name], at } }
}

/** What the addresses of the wizard's pages begin with. */
export const wizardAddress = '/connect/apps/auth'

export const consentBox: Control = {
  pane: 'browser',
  role: 'checkbox',
  names: ['I agree to this App’s Privacy Policy', 'I have read and I accept'],
  at: wizardAddress,
}

export const wizardButton: Control = {
  pane: 'browser',
  role: 'button',
  names: ['Confirm', 'Allow and next', 'Next'],
  at: wizardAddress,
}

/** What brings the scenario of a mission; where it would replace what the reader made, it asks first. */
export const startFromHere: Act = {
  kind: 'press',
  control: { pane: 'guide', role: 'button', names: ['Start from here', 'Replace my PIM'] },
}
