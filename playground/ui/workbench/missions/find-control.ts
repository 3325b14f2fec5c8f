import { accessibleName } from './accessible-name.ts'
import type { Control, ControlRole } from './act.ts'

const selectors: Record<ControlRole, string> = {
  button: 'button:not([role]), [role="button"]',
  checkbox: 'input[type="checkbox"]',
  combobox: 'select',
  link: 'a[href]',
  tab: '[role="tab"]',
  textbox: 'input:not([type="checkbox"], [type="radio"]), textarea',
}

/** The control in its pane, also where the pane is not in sight; undefined where there is none yet. */
export function findControl(
  { pane, role, names, within }: Omit<Control, 'at'>,
  root: ParentNode = document,
): HTMLElement | undefined {
  const place = root.querySelector(pane === 'guide' ? '#workbench-guide' : `#pane-${pane}`)
  const found = [...(place?.querySelectorAll<HTMLElement>(selectors[role]) ?? [])]
  const named = found.filter((element) => {
    if (role === 'button' && !names.some((name) => mayBeNamed(element, name))) return false
    const name = accessibleName(element)
    const isNamed = names.some((each) =>
      role === 'checkbox' ? name.startsWith(each) : name === each,
    )
    if (!isNamed) return false
    return within === undefined || (element.closest('li')?.textContent?.includes(within) ?? false)
  })
  // A tab of the playground's browser that is not shown holds controls of its own. Asked last: it takes a layout.
  return named.find((element) => isShown(element) || (place !== null && !isShown(place)))
}

/** Whether it is worth working out the name of a button: most of them have nothing of it. */
function mayBeNamed(element: HTMLElement, name: string): boolean {
  if (element.hasAttribute('aria-labelledby')) return true
  const [word = ''] = name.split(' ')
  const sources = [element.textContent, element.getAttribute('aria-label'), element.title]
  return sources.some((text) => text?.includes(word))
}

/** The tab that brings a pane to sight where panes are tabs; undefined while it is in sight. */
export function findPaneTab(pane: Control['pane']): HTMLElement | undefined {
  if (pane === 'guide') return undefined
  const place = document.getElementById(`pane-${pane}`)
  if (!place || isShown(place)) return undefined
  return document.getElementById(`tab-of-pane-${pane}`) ?? undefined
}

/** The title of a tab of the playground's browser: to press it brings the tab to sight. */
export function findTabTitle(id: number): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`#pane-browser [data-tab="${id}"]`) ?? undefined
}

export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0
}

export function isDisabled(element: HTMLElement): boolean {
  return element.matches(':disabled')
}
