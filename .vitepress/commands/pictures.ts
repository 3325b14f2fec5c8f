import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change } from '../pictures/compare-file.ts'
import { drawDiagrams, outdatedDiagrams } from '../pictures/diagrams.ts'
import { drawAll } from '../pictures/draw-all.ts'
import { drawWidgets } from '../pictures/draw-widgets.ts'
import { keep, keepWidget } from '../pictures/keep.ts'
import { pictures } from '../pictures/list/index.ts'
import { widgetPictures } from '../pictures/list/widgets.ts'
import { openStudio } from '../pictures/studio.ts'
import { buildSite } from './build-site.ts'
import { CommandError, readOptions, runCommand } from './options.ts'
import { buildScreens } from './screens.ts'

await runCommand(async () => {
  const { only } = readOptions(['only'], 'npm run pictures -- [--only NAME,NAME]')
  const names = only?.split(',')
  const chosen = pictures.filter(
    ({ name, names: others }) =>
      names === undefined ||
      [name, ...Object.values(others ?? {})].some((one) => names.includes(one)),
  )
  const widgets = widgetPictures.filter(({ name }) => names?.includes(name) ?? true)
  refuseUnknown(names ?? [])
  const started = performance.now()
  const total = chosen.length + widgets.length
  let done = 0
  let files = 0
  const tell = (name: string, wordings: number, changes: readonly Change[]) => {
    done += 1
    files += changes.length
    const list = changes.map(({ file, reason }) => `\n    ${file}: ${reason}`).join('')
    console.log(
      `${String(done).padStart(3)}/${total} ${name}` +
        (wordings > 1 ? ` in ${wordings} wordings` : '') +
        (list || ': as it was'),
    )
  }

  const errors: Error[] = []
  const diagrams = names === undefined ? outdatedDiagrams() : []
  if (chosen.length > 0 || diagrams.length > 0) {
    const screens = await buildScreens()
    console.log(`Drawing ${count(chosen.length, 'picture')}`)
    const found = await drawAll(chosen, screens, async (drawing, table) => {
      await keep(drawing, table)
      tell(drawing.drawn.name, Object.keys(drawing.drawn.variants).length, drawing.changes)
    })
    errors.push(...found)
    if (diagrams.length > 0) {
      console.log(`Drawing ${count(diagrams.length, 'diagram')}: ${diagrams.join(', ')}`)
      const studio = await openStudio(screens)
      await drawDiagrams(studio, diagrams).finally(() => studio.close())
    }
  }
  if (widgets.length > 0) {
    const folder = mkdtempSync(join(tmpdir(), 'site-for-pictures-'))
    try {
      await buildSite({ out: folder })
      console.log(`Drawing ${count(widgets.length, 'widget')}`)
      const found = await drawWidgets(widgets, folder, (drawing) => {
        keepWidget(drawing)
        tell(drawing.name, 1, drawing.changes)
      })
      errors.push(...found)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  for (const error of errors) console.error(error.message)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(
    `${count(done, 'picture')} drawn in ${seconds} s: ` +
      `${count(files, 'file')} written, ${count(errors.length, 'error')}`,
  )
  if (errors.length > 0) process.exitCode = 1
})

function refuseUnknown(names: readonly string[]): void {
  const known = new Set([
    ...pictures.map(({ name }) => name),
    ...pictures.flatMap(({ names: others }) => Object.values(others ?? {})),
    ...widgetPictures.map(({ name }) => name),
  ])
  const unknown = names.find((name) => !known.has(name))
  if (unknown !== undefined) {
    throw new CommandError(`Name a picture of .vitepress/pictures/list: found "${unknown}"`)
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
