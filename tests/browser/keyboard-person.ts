import type { Page } from 'playwright-core'
import { followFocus, type Stop } from './follow-focus.ts'
import type { PaneName, Person, Role } from './person.ts'

/** So many tabs are a long way, and enough for a round through the whole page. */
const patience = 160
const panes: readonly string[] = ['Browser', 'Your app', 'Flow'] satisfies PaneName[]

export interface KeyboardPerson extends Person {
  /** Goes on with Tab until something has the focus. Throws, and says where the focus went, when it never does. */
  reach(role: Role, name: string | RegExp): Promise<void>
  /** What was wrong with where the focus went: not to be seen, behind something else, nowhere. */
  complaints(): string[]
}

/** A person without a pointer, who knows Tab, the arrows, Enter, Space, Escape and what the page says of its keys. */
export async function keyboardPerson(page: Page): Promise<KeyboardPerson> {
  const { keyboard } = page
  const focus = await followFocus(page)
  const complaints = new Set<string>()
  let hasBegun = false

  async function look(): Promise<Stop> {
    const stop = await focus()
    if (stop.problem) complaints.add(`${stop.role} “${stop.name}”: ${stop.problem}`)
    return stop
  }

  async function reachWhere(what: string, isMeant: (stop: Stop) => boolean): Promise<Stop> {
    const way: string[] = []
    let stop = await look()
    if (stop.isNowhere && hasBegun) {
      // What had it may have gone just now; then it comes elsewhere soon.
      await page.waitForFunction(hasFocus, undefined, { timeout: 1_000 }).catch(() => {
        complaints.add(`on the way to ${what}: the focus was lost`)
      })
      stop = await look()
    }
    hasBegun = true
    while (!isMeant(stop)) {
      if (way.length >= patience) {
        throw new Error(`The focus never came to ${what}. It went:\n${way.join('\n')}`)
      }
      // In the editor Tab indents, as it says of itself; Escape lets the next one go.
      if (stop.description.includes('To leave the editor, press Esc'))
        await keyboard.press('Escape')
      await keyboard.press('Tab')
      stop = await look()
      way.push(`${stop.role} “${stop.name}”`)
    }
    return stop
  }

  async function reach(role: Role, name: string | RegExp): Promise<void> {
    await reachWhere(
      `the ${role} “${String(name)}”`,
      (stop) => stop.role === role && isNamed(stop, name),
    )
  }

  async function reachField(name: string): Promise<void> {
    await reach('textbox', name)
    await keyboard.press('ControlOrMeta+a')
  }

  async function press(role: Role, name: string | RegExp): Promise<void> {
    await reach(role, name)
    await keyboard.press('Enter')
  }

  return {
    page,
    reach,
    press,
    complaints: () => [...complaints],
    async fill(name, text) {
      await reachField(name)
      await keyboard.type(text)
    },
    async paste(name) {
      await reachField(name)
      await keyboard.press('ControlOrMeta+v')
    },
    async choose(list, option) {
      await reach('combobox', list)
      // A list that is closed goes to the option that begins like what is typed.
      await keyboard.type(option)
    },
    async tick(box) {
      await reach('checkbox', box)
      await keyboard.press('Space')
    },
    async show(pane) {
      if (await page.getByRole('region', { name: pane, exact: true }).isVisible()) return
      const isPaneTab = ({ role, name }: Stop) =>
        role === 'tab' && panes.some((each) => name.startsWith(each))
      let stop = await reachWhere('the tabs of the panes', isPaneTab)
      for (let moves = 0; !stop.name.startsWith(pane); moves += 1) {
        if (moves === panes.length) throw new Error(`No tab “${pane}” beside “${stop.name}”`)
        await keyboard.press('ArrowRight')
        stop = await look()
      }
    },
    async visit(address) {
      await reachField('Address')
      await keyboard.type(address)
      await keyboard.press('Enter')
    },
    async addToSource(after, text) {
      await press('button', 'Find')
      await reachField('Find')
      await keyboard.type(after)
      await keyboard.press('Enter')
      // Back in the editor what was found is selected.
      await keyboard.press('Escape')
      await keyboard.press('ArrowRight')
      await keyboard.type(text)
    },
  }
}

/** Runs in the page. */
function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body
}

/** Names are compared as they are heard: capitals make no difference. */
function isNamed(stop: Stop, name: string | RegExp): boolean {
  if (typeof name === 'string') return stop.name.toLowerCase() === name.toLowerCase()
  return name.test(stop.name)
}
