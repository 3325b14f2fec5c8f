import type { Page } from 'playwright-core'
import type { Person } from './person.ts'

/** All pages of a browser have one clipboard: who copies reads it before another one copies. */
let clipboardIsFree: Promise<unknown> = Promise.resolve()

/** A person who points and presses, and types where a text is wanted. */
export function pointerPerson(page: Page): Person {
  /** What is in sight of that role and name; the guide's stands before the panes'. */
  function find(role: Parameters<Person['press']>[0], name: string | RegExp) {
    return page.getByRole(role, { name, exact: true }).filter({ visible: true }).first()
  }

  let copied = ''

  const person: Person = {
    page,
    async press(role, name) {
      const control = find(role, name)
      if (typeof name !== 'string' || !name.startsWith('Copy to clipboard')) return control.click()
      clipboardIsFree = clipboardIsFree
        .catch(() => undefined)
        .then(async () => {
          await control.click()
          copied = await page.evaluate(() => navigator.clipboard.readText())
        })
      await clipboardIsFree
    },
    fill: (name, text) => find('textbox', name).fill(text),
    paste: (name) => person.fill(name, copied),
    async choose(list, option) {
      await find('combobox', list).selectOption(option)
    },
    tick: (box) => find('checkbox', box).check(),
    async show(pane) {
      const tab = page.getByRole('tablist', { name: 'Panes' }).getByRole('tab', { name: pane })
      if (await tab.isVisible()) await tab.click()
    },
    async visit(address) {
      const field = find('textbox', 'Address')
      await field.fill(address)
      await field.press('Enter')
    },
    async addToSource(after, text) {
      await person.press('button', 'Find')
      await person.fill('Find', after)
      await person.fill('Replace', after + text)
      await person.press('button', 'replace all')
    },
  }
  return person
}
