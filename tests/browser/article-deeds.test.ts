import { expect, test } from 'vitest'
import { renderPage } from '../../.vitepress/markdown/render-page.ts'
import { type Deed, readDeeds } from './article-deeds.ts'

/** The deeds of every passage of a page, short. */
async function deedsOf(source: string): Promise<string[]> {
  const { environment } = await renderPage(source)
  const done: string[] = []
  let verb: ReturnType<typeof readDeeds>['verb'] = 'look'
  for (const passage of environment.outline?.passages ?? []) {
    const read = readDeeds(passage, verb)
    if (passage.kind === 'step') verb = read.verb
    done.push(...read.deeds.map(short))
  }
  return done
}

function short(deed: Deed): string {
  if (deed.kind === 'path') return deed.labels.map(({ label }) => label.texts.today).join(' › ')
  if (deed.kind === 'thing') return `thing ${deed.noun}`
  return `${deed.kind} ${deed.kind === 'value' ? deed.text : deed.label.label.texts.today}`
}

test.each([
  ['1. Go to [[A]], then [[B]].', ['menu A', 'menu B']],
  ['1. Open the [[A]] menu and click [[B]].', ['menu A', 'press B']],
  ['1. On the [[A]] line, click the [[B]] icon. It says [[C]].', ['look A', 'press B', 'look C']],
  ['1. Open the tab [[A]] and click the catalog.', ['tab A', 'thing catalog']],
  [
    '1. On the [[A]] tab, set the [[B]] to [[C]] or [[D]].',
    ['tab A', 'choose B', 'choose C', 'look D'],
  ],
  ['1. Under [[A]], tick [[B]].', ['look A', 'tick B']],
  ['1. Fill in [[A]] with a name, such as `Tea`.', ['fill A', 'value Tea']],
  [
    '1. Fill in the fields of [[A]]:\n\n   | Field | Value |\n   | --- | --- |\n   | [[B]] | `Tea` |',
    ['look A', 'fill B', 'value Tea'],
  ],
  [
    '1. Click the dots, [[A]], then [[B]].\n2. Confirm with [[C]].',
    ['press A', 'press B', 'press C'],
  ],
  ['Go to [[A]], then [[B]]. Click [[C]] on the [[D]] tab.', ['A › B', 'look C', 'tab D']],
  ['Under [[A]] › [[B]] stands [[C]], then `x`.', ['A › B', 'look C', 'value x']],
])('a reader of %j does %j', async (source, deeds) => {
  expect(await deedsOf(source)).toEqual(deeds)
})
