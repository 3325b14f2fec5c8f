import { consentBox, isMeantAt, wizardButton, type Act, type Control } from './act.ts'
import { findControl, findPaneTab, findTabTitle, isDisabled } from './find-control.ts'

/** The address bar of the playground's browser. */
export const addressBar: Control = { pane: 'browser', role: 'textbox', names: ['Address'] }

/** Where the reader is, so that a control of another screen is not meant. */
export interface Whereabouts {
  /** The address of the PIM's screen, or an empty text while another page is shown. */
  readonly screen: string
  /** Likewise what each of the tabs shows that are not in sight. */
  readonly otherTabs: readonly { readonly id: number; readonly screen: string }[]
}

/**
 * The control that comes next on the way through these acts, as the page stands now: the first field that still lacks
 * its value, else the button after it, else the way to the screen, or the tab that shows it. Undefined when there is nothing to point at.
 */
export function nextControl(
  acts: readonly Act[],
  whereabouts: Whereabouts,
): HTMLElement | undefined {
  return (
    laterControl(acts, whereabouts) ??
    wayTo(acts, whereabouts) ??
    otherTab(acts, whereabouts) ??
    firstPaneTab(acts)
  )
}

function laterControl(acts: readonly Act[], { screen }: Whereabouts): HTMLElement | undefined {
  let last: HTMLElement | undefined
  for (const act of acts) {
    for (const control of controlsOf(act)) {
      if (!isMeantAt(control, screen)) continue
      const element = findControl(control)
      // What a tab of the page hides comes before what follows it, a button that saves say.
      if (!element && act.kind === 'tick' && !act.isOptional && control.at) return last
      if (!element) continue
      const place = findPaneTab(control.pane) ?? element
      if (act.kind === 'press' || control === wizardButton) {
        if (!isDisabled(element)) last = place
      } else if (!isSatisfied(act, element)) {
        return place
      }
    }
  }
  return last
}

function controlsOf(act: Act): readonly Control[] {
  if (act.kind === 'wizard') return [consentBox, wizardButton]
  if (act.kind === 'visit') return [addressBar]
  return 'control' in act ? [act.control] : []
}

function isSatisfied(act: Act, element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement && element.type === 'checkbox') return element.checked
  if (act.kind === 'choose' && element instanceof HTMLSelectElement) {
    return element.selectedOptions[0]?.text.trim() === act.option
  }
  if (act.kind === 'fill' && element instanceof HTMLInputElement) return element.value !== ''
  return false
}

/** What leaves a page that covers the menu, and last the address bar. */
const waysOut: readonly Control[] = [
  { pane: 'browser', role: 'button', names: ['Done'] },
  { pane: 'browser', role: 'button', names: ['Close'] },
  addressBar,
]

/** What leads to the first screen: the entry of the menu, or the tab above it, or the way to the menu. */
function wayTo(acts: readonly Act[], { screen }: Whereabouts): HTMLElement | undefined {
  const act = acts.find(({ kind }) => kind === 'screen')
  if (act?.kind !== 'screen' || screen === act.address) return undefined
  const entries = act.via
    .toReversed()
    .flatMap((name) =>
      (['link', 'button'] as const).map(
        (role) => ({ pane: 'browser', role, names: [name] }) as const,
      ),
    )
  for (const control of [...entries, ...waysOut]) {
    const element = findControl(control)
    if (element) return findPaneTab('browser') ?? element
  }
  return undefined
}

/** The tab of a screen that no menu leads to, the wizard's say, while another tab is in sight. */
function otherTab(acts: readonly Act[], { otherTabs }: Whereabouts): HTMLElement | undefined {
  const controls = acts.flatMap(controlsOf).filter(({ at }) => at !== undefined)
  const tab = otherTabs.findLast(({ screen }) =>
    controls.some((control) => isMeantAt(control, screen)),
  )
  return tab && (findPaneTab('browser') ?? findTabTitle(tab.id))
}

function firstPaneTab(acts: readonly Act[]): HTMLElement | undefined {
  const control = acts.flatMap(controlsOf)[0]
  const pane = control?.pane ?? (acts[0]?.kind === 'screen' ? 'browser' : undefined)
  return pane === undefined ? undefined : findPaneTab(pane)
}
