import type { Page } from 'playwright-core'

/** What a screen says: texts and names of its elements, and the names of its icons. */
export interface ScreenTexts {
  texts: string[]
  icons: string[]
}

/** Whether the screen has a label: as the text or the name of an element, or, when it is a sentence, within a text. */
export function hasLabel({ texts, icons }: ScreenTexts, label: string): boolean {
  const wanted = plain(label)
  return (
    texts.includes(wanted) ||
    icons.some((icon) => icon.startsWith(`${wanted} `)) ||
    (isSentence(wanted) && texts.some((text) => text.includes(wanted)))
  )
}

/** The labels of the screen that look like one that it does not have, the most alike first. */
export function similarLabels({ texts }: ScreenTexts, label: string): string[] {
  const wanted = new Set(words(label))
  const scored = texts
    .filter((text) => text.length < 120 && text !== '')
    .map((text) => {
      const own = words(text)
      const shared = own.filter((word) => wanted.has(word)).length
      return { text, score: shared / Math.max(own.length, wanted.size) }
    })
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 4)
    .map(({ text }) => text)
}

/** Where the reader is: the title of the screen, its address, and what it warns of. */
export async function whereabouts(page: Page): Promise<string> {
  const title = await page
    .locator('h1')
    .first()
    .textContent({ timeout: 500 })
    .catch(() => null)
  const alerts = await page.locator('[role=alert], [id$="-errors"]').allInnerTexts()
  const said = alerts.map(plain).filter((text) => text !== '')
  const where = `${title?.trim() ?? 'nothing'} (${new URL(page.url()).hash || page.url()})`
  return said.length === 0 ? where : `${where}, which says "${said.join('", "')}",`
}

/** Typographic and plain quotes are one, and so are all kinds of blanks. */
export function plain(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()
}

function isSentence(label: string): boolean {
  return /[.!?]$/.test(label) || label.split(' ').length > 3
}

function words(text: string): string[] {
  return plain(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** Reads what can be seen, or heard, of a screen. */
export async function readScreen(page: Page): Promise<ScreenTexts> {
  const found = await page.evaluate(() => {
    const texts = new Set<string>()
    const icons = new Set<string>()
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!(element instanceof HTMLOptionElement) && !element.checkVisibility()) continue
      const text = element.textContent ?? ''
      if (text.length < 500) texts.add(text)
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      texts.add(own.map((node) => node.textContent).join(' '))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const value = element.getAttribute(name)
        if (!value) continue
        texts.add(value)
        if (name === 'aria-label') icons.add(value)
      }
    }
    return { texts: [...texts], icons: [...icons] }
  })
  const texts = found.texts.map(plain)
  // A form marks what has to be filled in.
  const mark = / \(required\)$/
  const unmarked = texts.filter((text) => mark.test(text)).map((text) => text.replace(mark, ''))
  return { texts: [...new Set([...texts, ...unmarked])], icons: found.icons.map(plain) }
}
