import type { Locator, Page } from 'playwright-core'
import type { Era } from '../../playground/pim/index.ts'
import type { Step, Target } from './picture.ts'
import { readTarget, withLabels, type ReadTarget } from './target.ts'

type PageRole = Parameters<Page['getByRole']>[0]

/**
 * Does one step on a screen, and waits for what it needs.
 *
 * @throws {RangeError} when a control that it names is not there, or is there more than once
 * @throws {SyntaxError} for a step that is none
 */
export async function perform(page: Page, step: Step, era: Era): Promise<void> {
  const [, press] = /^press (.+)$/.exec(step) ?? []
  if (press) return (await find(page, press as Target, era)).click()
  const [, check] = /^check (.+)$/.exec(step) ?? []
  if (check) return (await find(page, check as Target, era)).check()
  const [, hover] = /^hover (.+)$/.exec(step) ?? []
  if (hover) return (await find(page, hover as Target, era)).hover()
  const [, scroll] = /^scroll to (.+)$/.exec(step) ?? []
  if (scroll) {
    const found = await find(page, scroll as Target, era)
    return found.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  }
  const [, wait] = /^wait for (.+)$/.exec(step) ?? []
  if (wait) return void (await find(page, wait as Target, era))
  const [, open] = /^open (.+)$/.exec(step) ?? []
  if (open) return openList(page, await find(page, open as Target, era))
  const [, field, text] = /^fill (.+) with "([^"]*)"$/.exec(step) ?? []
  if (field !== undefined && text !== undefined) {
    return (await find(page, field as Target, era)).fill(text)
  }
  const [, option, list] = /^choose "([^"]*)" in (.+)$/.exec(step) ?? []
  if (option !== undefined && list !== undefined) {
    const select = await find(page, list as Target, era)
    return void (await select.selectOption({ label: withLabels(option, era) }))
  }
  throw new SyntaxError(`Write a step that there is: found "${step}"`)
}

/**
 * Waits for a control or a part of a screen.
 *
 * @throws {RangeError} when it does not come, or comes more than once
 */
export async function find(page: Page, target: Target, era: Era): Promise<Locator> {
  const wanted = readTarget(target, era)
  const locator = locate(page, wanted)
  try {
    // The page has all that it asked for: what is not there by then does not come.
    await locator.first().waitFor({ timeout: 3_000 })
  } catch {
    throw new RangeError(`no such ${wanted.role}`)
  }
  const count = await locator.count()
  if (count > 1) throw new RangeError(`there are ${count} of them; say in which region`)
  return locator
}

function locate(page: Page, { role, name, within }: ReadTarget): Locator {
  const scope = within ? locate(page, within) : page
  const wanted = name?.endsWith('…') ? startingWith(name.slice(0, -1)) : name
  if (role === 'text') return scope.getByText(wanted ?? '', { exact: true })
  return scope.getByRole(role as PageRole, {
    ...(wanted !== undefined && { name: wanted, exact: true }),
  })
}

function startingWith(beginning: string): RegExp {
  return new RegExp(`^${beginning.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

/** The system draws the list of a select, outside of the page and of every picture; so the page has to. */
async function openList(page: Page, select: Locator): Promise<void> {
  await select.evaluate((element) => element.setAttribute('data-drawn-open', ''))
  await page.addStyleTag({
    content: `
      [data-drawn-open] { align-items: center; }
      [data-drawn-open], [data-drawn-open]::picker(select) { appearance: base-select; }
      [data-drawn-open]::picker(select) {
        position-area: block-end span-inline-end;
        position-try: none;
        margin-block-start: 4px;
        padding: 4px;
        border: 1px solid var(--border-strong, grey);
        border-radius: 4px;
        box-shadow: var(--shadow);
        background: var(--surface-raised);
        color: var(--text);
      }`,
  })
  await select.click()
}
