import { readTypedAddress, screenUrl } from '../../../flow/addresses.ts'
import type { Tab } from '../../../flow/virtual-browser.ts'
import type { Workbench } from '../workbench.ts'
import { consentBox, isMeantAt, wizardButton, type Act, type Control } from './act.ts'
import { findControl, isDisabled } from './find-control.ts'
import { addressBar } from './next-control.ts'
import { waitFor } from './wait-for.ts'

interface PerformOptions {
  workbench: Pick<Workbench, 'browser' | 'activeTab' | 'pim' | 'appUrl' | 'layout' | 'app'>
  /** Says what is about to be done, and on which control. */
  show: (text: string, element?: HTMLElement) => void
  /** Whether what the acts are for is achieved: nothing more is waited for then. */
  isDone: () => boolean
  signal: AbortSignal
  /** How long each control is shown before it is used, in milliseconds. */
  pause?: number
}

/**
 * Performs acts before the reader's eyes, with the controls that the reader uses. Rejects with an `AbortError` when it
 * is stopped, and with an `Error` that says which control did not come.
 */
export async function perform(acts: readonly Act[], options: PerformOptions): Promise<void> {
  for (const act of acts) {
    options.signal.throwIfAborted()
    const goesOn = await performOne(act, options)
    if (!goesOn) return
  }
}

async function performOne(act: Act, options: PerformOptions): Promise<boolean> {
  const { workbench, show } = options
  switch (act.kind) {
    case 'screen':
      return goToScreen(act.address, options)
    case 'wizard':
      return goThroughWizard(options)
    case 'visit': {
      const field = await use(addressBar, `Go to ${act.url}`, options)
      const url = readTypedAddress(act.url, { pimUrl: workbench.pim.url, appUrl: workbench.appUrl })
      if (!field || url === undefined) return false
      await workbench.browser.navigate(workbench.browser.activeId(), { url })
      return true
    }
    case 'edit': {
      workbench.layout.change({ pane: 'app' })
      show(`Edit the source: ${act.by}`)
      await rest(options)
      const { source } = workbench.app
      source.value = source.value.replace(act.replace, () => act.by)
      return true
    }
    case 'press': {
      if (act.isOptional && !(await isThere(act.control, options))) return true
      const button = await use(act.control, `Press “${act.control.names[0]}”`, options)
      button?.click()
      return button !== undefined
    }
    case 'fill': {
      const field = await use(act.control, `Fill in “${act.control.names[0]}”`, options)
      if (field instanceof HTMLInputElement) write(field, act.text)
      return field !== undefined
    }
    case 'choose': {
      const list = await use(act.control, `Choose “${act.option}”`, options)
      if (list instanceof HTMLSelectElement) select(list, act.option)
      return list !== undefined
    }
    case 'tick': {
      const box = await use(act.control, `Tick “${act.control.names[0]}”`, options)
      if (box instanceof HTMLInputElement && !box.checked) box.click()
      return box !== undefined
    }
  }
}

async function goToScreen(address: string, options: PerformOptions): Promise<boolean> {
  const { browser, activeTab, pim, layout } = options.workbench
  layout.change({ pane: 'browser' })
  const { id, view } = activeTab.value
  if (view.kind === 'pim' && view.address === address) return true
  options.show(`Open ${address}`)
  await rest(options)
  const url = screenUrl(pim.url, address)
  if (view.kind === 'pim') await browser.navigate(id, { url })
  else await browser.open(url)
  return true
}

async function goThroughWizard(options: PerformOptions): Promise<boolean> {
  for (;;) {
    const button = await arrive(wizardButton, options, { isEnabled: false })
    if (!button) return false
    for (let box = nextBox(); box; box = nextBox()) {
      options.show('Tick the consent', box)
      await rest(options)
      box.click()
    }
    const name = button.textContent?.trim() ?? ''
    const enabled = await use({ ...wizardButton, names: [name] }, `Press “${name}”`, options)
    enabled?.click()
    if (!enabled || name === 'Confirm') return enabled !== undefined
    await waitFor(() => !button.isConnected || button.textContent?.trim() !== name, options)
  }
}

function nextBox(): HTMLInputElement | undefined {
  const boxes = consentBox.names.map((name) => findControl({ ...consentBox, names: [name] }))
  return boxes.find((box) => box instanceof HTMLInputElement && !box.checked) as
    | HTMLInputElement
    | undefined
}

/** Waits until a control can be used, and shows it. Gives undefined when there is no more need of it. */
async function use(control: Control, text: string, options: PerformOptions) {
  if (control.pane !== 'guide') options.workbench.layout.change({ pane: control.pane })
  const element = await arrive(control, options, { isEnabled: true })
  if (!element) return undefined
  options.show(text, element)
  await rest(options)
  // Meanwhile the screen may have been drawn anew.
  return element.isConnected ? element : arrive(control, options, { isEnabled: true })
}

async function arrive(control: Control, options: PerformOptions, { isEnabled = true }) {
  const { activeTab, browser } = options.workbench
  bringTab(control, browser, activeTab.value)
  let found: HTMLElement | undefined
  const isHere = () => {
    if (!isAt(activeTab.value, control)) return false
    found = findControl(control)
    return found !== undefined && !(isEnabled && isDisabled(found))
  }
  if (await waitFor(() => isHere() || options.isDone(), options))
    return isHere() ? found : undefined
  throw new Error(`“${control.names.join('” or “')}” did not come`)
}

/** Shows the tab that has the screen of a control, as the wizard's, where the reader went to another one. */
function bringTab(control: Control, browser: Workbench['browser'], active: Tab): void {
  if (isAt(active, control)) return
  const tab = browser.tabs().findLast((each) => isAt(each, control))
  if (tab) browser.activate(tab.id)
}

function isAt({ view }: Tab, control: Control): boolean {
  if (control.at === undefined) return true
  return view.kind === 'pim' && isMeantAt(control, view.address)
}

async function isThere(control: Control, options: PerformOptions): Promise<boolean> {
  await rest(options)
  return findControl(control) !== undefined
}

/** Long enough to see what is shown. */
function rest({ signal, pause = 700 }: PerformOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, pause)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    })
  })
}

function write(field: HTMLInputElement, text: string): void {
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function select(list: HTMLSelectElement, option: string): void {
  const index = [...list.options].findIndex(({ text }) => text.trim() === option)
  list.selectedIndex = index
  list.dispatchEvent(new Event('change', { bubbles: true }))
}
