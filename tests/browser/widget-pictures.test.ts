import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { readDrawnWidgets } from '../../.vitepress/pictures/drawn-widgets.ts'
import type { WidgetDrawing } from '../../.vitepress/pictures/draw-widget.ts'
import { drawWidgets } from '../../.vitepress/pictures/draw-widgets.ts'
import { widgetPictures } from '../../.vitepress/pictures/list/widgets.ts'
import { widgets } from '../../playground/ui/widgets/index.ts'
import { builtSite } from '../site/build-site.ts'
import { areSome } from './journeys.ts'

test('every widget has a picture, which says in words of its own what matters in it', () => {
  const names = Object.keys(widgets).toSorted()
  expect(widgetPictures.map(({ name }) => name)).toEqual(names)
  expect(Object.keys(readDrawnWidgets())).toEqual(names)
  expect(new Set(widgetPictures.map(({ alt }) => alt)).size).toBe(names.length)
})

test('the pictures of widgets, drawn again in their articles, are the ones that are published', async () => {
  const chosen = widgetPictures.filter((_, index) => !areSome || index % 7 === 4)
  const drawings: WidgetDrawing[] = []
  const site = await builtSite()
  const errors = await drawWidgets(chosen, site, (drawing) => void drawings.push(drawing))
  const different = drawings.flatMap(({ changes }) => changes)
  const folder = different.length > 0 ? mkdtempSync(join(tmpdir(), 'widget-pictures-')) : ''
  for (const { file, webp, difference } of different) {
    const path = join(folder, basename(file))
    writeFileSync(path.replace('.webp', '.now.webp'), webp)
    if (difference) writeFileSync(path.replace('.webp', '.difference.png'), difference)
  }
  expect(errors.map(({ message }) => message)).toEqual([])
  expect(
    different.map(({ file, reason }) => `${file}: ${reason}`),
    `Look at ${folder}, then draw them: npm run pictures`,
  ).toEqual([])
  expect(drawings).toHaveLength(chosen.length)
}, 600_000)

test('a picture that cannot be drawn says its article and the step', async () => {
  const picture = widgetPictures.find(({ name }) => name === 'flow-type-chooser')
  if (!picture) throw new RangeError('There is no such widget')
  const errors = await drawWidgets(
    [{ ...picture, page: '/articles/kettle.html' }],
    await builtSite(),
    () => expect.fail('must not be drawn'),
  )
  expect(errors[0]?.message).toMatch(
    /^pictures: widget flow-type-chooser \(\/articles\/kettle\.html\): page: no such page$/,
  )
}, 60_000)
