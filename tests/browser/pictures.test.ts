import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildScreens } from '../../.vitepress/commands/screens.ts'
import { drawAll } from '../../.vitepress/pictures/draw-all.ts'
import type { Change } from '../../.vitepress/pictures/compare-file.ts'
import type { Drawing } from '../../.vitepress/pictures/draw.ts'
import { imageFolder, readDrawn } from '../../.vitepress/pictures/drawn.ts'
import { pictures } from '../../.vitepress/pictures/list/index.ts'
import type { Picture } from '../../.vitepress/pictures/picture.ts'
import { areSome } from './journeys.ts'

let screens: string

beforeAll(async () => {
  screens = await buildScreens()
})

test('every picture, drawn again, is the one that is published, in every wording and both themes', async () => {
  const drawings: Drawing[] = []
  const chosen = pictures.filter((_, index) => !areSome || index % 9 === 0)
  const errors = await drawAll(chosen, screens, (drawing) => void drawings.push(drawing))
  const different = drawings.flatMap(({ changes }) => changes)
  const folder = different.length > 0 ? layOut(different) : ''
  expect(errors.map(({ message }) => message)).toEqual([])
  expect(
    different.map(({ file, reason }) => `${file}: ${reason}`),
    `Look at ${folder}, then draw them: npm run pictures`,
  ).toEqual([])
  const known = new Set(areSome ? chosen.map(({ name }) => name) : namesDrawn())
  expect(drawings.map(({ drawn }) => drawn.name).toSorted()).toEqual([...known].toSorted())
  for (const { drawn } of drawings) {
    const stems = Object.keys(drawn.variants)
    const before = readDrawn().get(`${drawn.folder}/${stems[0]}`)
    expect(Object.keys(before?.variants ?? {}), drawn.name).toEqual(stems)
  }
}, 600_000)

test('a picture that cannot be drawn says its wording, its scenario and the step', async () => {
  const drawable: Picture = {
    name: 'kettle',
    folder: 'apps',
    scenario: 'fresh-pim',
    screen: '/connect/app-store',
  }
  const errors = await drawAll(
    [
      { ...drawable, steps: ['press link "App Store"', 'press button "Boil"'] },
      { ...drawable, scenario: 'kitchen' },
      { ...drawable, region: ['region "Kettles"'] },
      { ...drawable, steps: ['press link "More info"'] },
    ],
    screens,
    () => expect.fail('must not be drawn'),
  )
  expect(errors.map(({ message }) => message).toSorted()).toEqual([
    'pictures: kettle (today, scenario fresh-pim): region `region "Kettles"`: no such region',
    'pictures: kettle (today, scenario fresh-pim): step 1 `press link "More info"`: there are 5 of them; say in which region',
    'pictures: kettle (today, scenario fresh-pim): step 2 `press button "Boil"`: no such button',
    'pictures: kettle: no such scenario: "kitchen"',
  ])
})

function namesDrawn(): string[] {
  return [...readDrawn().values()].map(({ name }) => name)
}

/** Puts the pictures that differ into a folder: what is published, what it would be now, and the difference. */
function layOut(changes: readonly Change[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  for (const { file, webp, difference } of changes) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path.replace('.webp', '.now.webp'), webp)
    if (!difference) continue
    writeFileSync(path, readFileSync(join(imageFolder, file)))
    writeFileSync(path.replace('.webp', '.difference.png'), difference)
  }
  return folder
}
