import type { Page } from 'playwright-core'
import { plain } from './article-screen.ts'

/** Which of several elements of one name a reader presses. */
export interface Which {
  /** Tabs and entries of the PIM's menu only, tabs of a page only, or anything but the menu if there is something. */
  place: 'menu' | 'tabs' | 'anywhere'
  /** A text that it stands beside. */
  beside?: string | undefined
}

/**
 * Presses what is called so, as soon as it can be pressed.
 *
 * @throws {Error} when it does not come, or stays disabled, within the patience
 */
export async function press(page: () => Page, name: string, which: Which, patience: number) {
  const wanted = { name: plain(name), ...which, beside: which.beside && plain(which.beside) }
  await insist(patience, () =>
    page().evaluate(({ name: text, place, beside }) => {
      const simple = (one: string | null | undefined) =>
        (one ?? '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()
      const dialogs = document.querySelectorAll('[role=dialog]')
      const scope = dialogs[dialogs.length - 1] ?? document.body
      const kinds =
        place === 'tabs' ? '[role=tab]' : 'button, a[href], select, [role=tab], [role=menuitem]'
      const called = [...scope.querySelectorAll<HTMLElement>(kinds)].filter((element) => {
        const own = simple(element.getAttribute('aria-label') ?? element.textContent)
        return element.checkVisibility() && (own === text || own.startsWith(`${text} `))
      })
      // An entry of the menu may be clicked like anything else, its tabs are meant by their name only.
      const tabs = '[aria-label="PIM navigation"]'
      const inMenu = called.filter(
        (element) => element.closest('nav') && (place === 'menu' || !element.closest(tabs)),
      )
      const outside = called.filter((element) => !element.closest('nav'))
      const found = place === 'menu' ? inMenu.toReversed() : outside.length > 0 ? outside : inMenu
      const near = beside
        ? [...scope.querySelectorAll('*')].filter((one) => simple(one.textContent) === beside)
        : []
      const distance = (element: Element) => {
        let steps = 0
        for (let up: Element | null = element; up; up = up.parentElement, steps += 1) {
          if (near.some((one) => up.contains(one))) return steps
        }
        return 0
      }
      const [element] = found.toSorted((a, b) => distance(a) - distance(b))
      if (!element) return 'it is nothing to press'
      if (element.matches(':disabled')) return 'it is disabled'
      element.click()
      return ''
    }, wanted),
  )
}

/**
 * Ticks a box.
 *
 * @throws {Error} when there is none, or it stays disabled
 */
export async function tick(page: () => Page, name: string, patience: number): Promise<void> {
  await insist(patience, () =>
    page().evaluate((text) => {
      const labels = [...document.querySelectorAll('label')]
      const box = labels.find((label) => label.textContent?.trim() === text)?.control
      if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return 'it is no checkbox'
      if (box.disabled) return 'it is disabled'
      if (!box.checked) box.click()
      return ''
    }, name),
  )
}

/**
 * Types into a field.
 *
 * @throws {Error} when there is none
 */
export async function fill(page: () => Page, name: string, value: string, patience: number) {
  await insist(patience, async () => {
    const field = page().getByRole('textbox', { name, exact: false }).first()
    if ((await field.count()) === 0) return 'it is no field'
    await field.fill(value, { timeout: patience })
    return ''
  })
}

/** Chooses an option of a list, where a list has it: a label that is none names the list itself. */
export async function choose(page: Page, name: string): Promise<boolean> {
  return page.evaluate((text) => {
    for (const list of document.querySelectorAll<HTMLSelectElement>('select:enabled')) {
      const option = [...list.options].find((one) => one.text.trim() === text)
      if (!option) continue
      list.value = option.value
      list.dispatchEvent(new Event('input', { bubbles: true }))
      list.dispatchEvent(new Event('change', { bubbles: true }))
      return true
    }
    return false
  }, name)
}

const connection = 'a[href*="/connection-settings/"]:not([href$="/create"])'

/** What every reader has another one of: the first that the screen lists. */
const things: Readonly<Record<string, string>> = {
  connection,
  // As connections were called in 2019.
  app: connection,
  role: 'a[href$="/system/roles/1"]',
  box: 'input[type=checkbox]:not(:checked):not(:disabled)',
  catalog: 'table a[href*="/catalogs/"]',
}

/**
 * Clicks the first connection, role or catalog that the screen lists.
 *
 * @throws {Error} when it lists none
 */
export async function clickThing(page: () => Page, noun: string, patience: number): Promise<void> {
  const selector = things[noun]
  if (selector === undefined) throw new RangeError(`nobody knows which ${noun} to click`)
  await insist(patience, () =>
    page().evaluate((css) => {
      const link = [...document.querySelectorAll<HTMLElement>(css)].find(
        (element) => !element.closest('nav'),
      )
      link?.click()
      return link ? '' : 'there is none'
    }, selector),
  )
}

/** Tries until a try gives no reason why it could not be done. */
async function insist(patience: number, attempt: () => Promise<string>): Promise<void> {
  const until = Date.now() + patience
  let reason = ''
  do {
    reason = await attempt().catch((error: unknown) => String(error))
    if (reason === '') return
    await new Promise((resolve) => setTimeout(resolve, 30))
  } while (Date.now() < until)
  throw new Error(reason)
}
