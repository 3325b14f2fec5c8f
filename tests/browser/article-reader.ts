import { readWalkNote, type WalkNote } from '../../.vitepress/check/walk-note.ts'
import { shownPath } from '../../.vitepress/check/problem.ts'
import type { Passage, Place } from '../../.vitepress/markdown/reading.ts'
import { words, type Era } from '../../playground/pim/index.ts'
import { createMenu } from '../../playground/ui/pim/shell/menu.ts'
import { type Deed, type NamedLabel, readDeeds } from './article-deeds.ts'
import * as hands from './article-hands.ts'
import type { ArticlePim } from './article-pim.ts'
import {
  hasLabel,
  plain,
  readScreen,
  type ScreenTexts,
  similarLabels,
  whereabouts,
} from './article-screen.ts'

/** What reading an article came to. */
export interface Reading {
  /** How many labels were looked for. */
  labels: number
  /** `file:line:col`, the version, the screen, the label, and what the screen has instead. */
  failures: string[]
}

const start: WalkNote = { eras: [], states: [] }

/**
 * Follows an article in one version: looks for each label where its reader is, and does what the steps say.
 *
 * @param patience how long a label may take to come, in milliseconds
 */
export async function readArticle(
  passages: readonly Passage[],
  era: Era,
  pim: ArticlePim,
  patience = 15_000,
): Promise<Reading> {
  const reading: Reading = { labels: 0, failures: [] }
  let note = start
  let noteLevel = 0
  let level = 1
  let hasBegun = false
  let hasFailed = false
  let verb: ReturnType<typeof readDeeds>['verb'] = 'look'
  let field: string | undefined
  let beside: string | undefined
  const visited = new Set<string>()
  const open: { text: string; failure: string; isSought: boolean }[] = []

  for (const passage of passages) {
    if (passage.kind === 'heading') {
      level = passage.level
      if (level <= 2) hasBegun = false
      if (level <= noteLevel) note = start
    } else if (passage.kind === 'aside') {
      note = readWalkNote(passage.text).note
      noteLevel = level
      hasBegun = false
    } else if (note.eras.length === 0 || note.eras.includes(era)) await readPassage(passage)
  }
  // A table or a sentence may name what stands on a screen that comes later, or what the menu has.
  await lookAgain()
  if (missing().length > 0) await visitMenu()
  reading.failures.push(...missing().map(({ failure }) => failure))
  return reading

  function missing() {
    return open.filter(({ text }) => !visited.has(plain(text)))
  }

  /** A slow screen may show a label only now: reads it once more before it is left. */
  async function lookAgain(): Promise<void> {
    const isOpen = () => missing().some(({ isSought }) => !isSought)
    if (!isOpen()) return
    await pim.settle(patience)
    const until = Date.now() + Math.min(patience, 1500)
    do {
      await visit()
      await new Promise((resolve) => setTimeout(resolve, 50))
    } while (isOpen() && Date.now() < until)
    for (const one of open) one.isSought = true
  }

  async function visit(): Promise<ScreenTexts | undefined> {
    // A page that is being left cannot be read.
    const screen = await readScreen(pim.current()).catch(() => undefined)
    for (const text of screen?.texts ?? []) visited.add(text)
    return screen
  }

  async function visitMenu(): Promise<void> {
    await pim.begin(start, era)
    for (const { label, entries } of createMenu(words[era])) {
      if (!entries.some(({ id }) => id !== undefined)) continue
      await hands.press(pim.current, label, { place: 'menu' }, waitFor())
      await pim
        .current()
        .getByRole('navigation', { name: `${label} navigation` })
        .waitFor()
      await visit()
    }
  }

  async function readPassage(passage: Passage): Promise<void> {
    const read = readDeeds(passage, verb)
    if (passage.kind === 'step') verb = read.verb
    if (!hasBegun) {
      if (!read.deeds.some(isOfThisVersion)) return
      hasBegun = true
      hasFailed = false
      await lookAgain()
      await attempt(passage, 'begin here', () => pim.begin(note, era))
      if (note.tab !== undefined)
        await attempt(passage, 'begin here', () => act('tab', note.tab ?? ''))
    }
    beside = undefined
    for (const deed of read.deeds) await perform(deed, passage)
  }

  function isOfThisVersion(deed: Deed): boolean {
    if (deed.kind === 'path') return deed.labels.some((label) => textIn(label) !== undefined)
    return deed.kind === 'thing' || ('label' in deed && textIn(deed.label) !== undefined)
  }

  async function perform(deed: Deed, passage: Passage): Promise<void> {
    if (deed.kind === 'path') return followPath(deed.labels)
    if (deed.kind === 'value') {
      const name = field
      field = undefined
      if (name === undefined) return
      const type = () => hands.fill(pim.current, name, deed.text, waitFor())
      return attempt(passage, `type "${deed.text}" into "${name}"`, type)
    }
    if (deed.kind === 'thing') {
      const click = () => hands.clickThing(pim.current, deed.noun, waitFor())
      return attempt(passage, `click the ${deed.noun}`, click)
    }
    const text = textIn(deed.label)
    if (text === undefined || !(await look(deed.label, text, passage.kind === 'step'))) return
    const hint = beside
    beside = text
    if (deed.kind === 'look') return
    await attempt(deed.label, `${deed.kind} "${text}"`, () => act(deed.kind, text, hint))
  }

  async function act(kind: Deed['kind'], text: string, hint?: string): Promise<void> {
    if (kind === 'menu') return hands.press(pim.current, text, { place: 'menu' }, waitFor())
    if (kind === 'tab') return hands.press(pim.current, text, { place: 'tabs' }, waitFor())
    pim.touch(kind === 'press' ? 'pim' : 'form')
    if (kind === 'fill') field = text
    else if (kind === 'tick') await hands.tick(pim.current, text, waitFor())
    else if (kind === 'choose') await hands.choose(pim.current(), text)
    else await hands.press(pim.current, text, { place: 'anywhere', beside: hint }, waitFor())
  }

  /** Goes where a path leads that the menu has: `System` › `Roles`. */
  async function followPath(labels: readonly NamedLabel[]): Promise<void> {
    const texts = labels.map(textIn)
    const isMenu = createMenu(words[era]).some(
      ({ label, entries }) => label === texts[0] && entries.some((one) => one.label === texts[1]),
    )
    for (const [at, label] of labels.entries()) {
      const text = texts[at]
      if (text === undefined || !(await look(label, text, isMenu)) || !isMenu || at > 1) continue
      await attempt(label, `go to "${text}"`, () => act('menu', text))
    }
  }

  /** What the label says in this version; nothing where it is another version's. */
  function textIn({ label }: NamedLabel): string | undefined {
    const isMeant = label.era === undefined || label.era === era
    return isMeant ? (label.texts[era] ?? label.texts.today) : undefined
  }

  /** Looks for a label. Where nothing is done with it, any screen of the article may have it. */
  async function look(place: Place, text: string, isHere: boolean): Promise<boolean> {
    reading.labels += 1
    if (!isHere) await pim.settle(patience)
    const until = Date.now() + (isHere ? waitFor() : 100)
    let screen: ScreenTexts | undefined
    do {
      screen = await visit()
      if (screen && hasLabel(screen, text)) return true
      await new Promise((resolve) => setTimeout(resolve, 30))
    } while (Date.now() < until)
    const similar = similarLabels(screen ?? { texts: [], icons: [] }, text).map((one) => `"${one}"`)
    const failure = await describe(
      place,
      `has no "${text}"${similar.length > 0 ? `, but ${similar.join(', ')}` : ''}`,
    )
    if (!isHere) open.push({ text, failure, isSought: false })
    else {
      hasFailed = true
      reading.failures.push(failure)
    }
    return false
  }

  // What follows a mistake fails with it, and need not be waited for as long.
  function waitFor(): number {
    return hasFailed ? 200 : patience
  }

  async function attempt(place: Place, what: string, deed: () => Promise<void>): Promise<void> {
    try {
      await deed()
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
      hasFailed = true
      reading.failures.push(await describe(place, `does not let a reader ${what}: ${reason}`))
    }
  }

  async function describe({ file, line, column }: Place, what: string): Promise<string> {
    const where = await whereabouts(pim.current())
    return `${shownPath(file)}:${line}:${column} [${era}] the screen ${where} ${what}`
  }
}
