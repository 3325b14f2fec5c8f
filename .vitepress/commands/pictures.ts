import { drawDiagrams, outdatedDiagrams } from '../pictures/diagrams.ts'
import { drawAll } from '../pictures/draw-all.ts'
import { pictures } from '../pictures/list/index.ts'
import { keep } from '../pictures/keep.ts'
import { openStudio } from '../pictures/studio.ts'
import { CommandError, readOptions, runCommand } from './options.ts'
import { buildScreens } from './screens.ts'

await runCommand(async () => {
  const { only } = readOptions(['only'], 'npm run pictures -- [--only NAME,NAME]')
  const chosen = choose(only)
  const screens = await buildScreens()
  console.log(`Drawing ${count(chosen.length, 'picture')}`)
  let done = 0
  let files = 0
  const started = performance.now()
  const errors = await drawAll(chosen, screens, async (drawing, table) => {
    await keep(drawing, table)
    done += 1
    files += drawing.changes.length
    const { name, variants } = drawing.drawn
    const changes = drawing.changes.map(({ file, reason }) => `\n    ${file}: ${reason}`).join('')
    const wordings = Object.keys(variants).length
    console.log(
      `${String(done).padStart(3)}/${chosen.length} ${name}` +
        (wordings > 1 ? ` in ${wordings} wordings` : '') +
        (changes || ': as it was'),
    )
  })
  for (const error of errors) console.error(error.message)
  const diagrams = only === undefined ? outdatedDiagrams() : []
  if (diagrams.length > 0) {
    console.log(`Drawing ${count(diagrams.length, 'diagram')}: ${diagrams.join(', ')}`)
    const studio = await openStudio(screens)
    await drawDiagrams(studio, diagrams).finally(() => studio.close())
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(
    `${count(done, 'picture')} drawn in ${seconds} s: ` +
      `${count(files, 'file')} written, ${count(errors.length, 'error')}`,
  )
  if (errors.length > 0) process.exitCode = 1
})

function choose(only: string | undefined) {
  if (only === undefined) return pictures
  const names = only.split(',')
  const known = (name: string) =>
    pictures.filter((picture) =>
      [picture.name, ...Object.values(picture.names ?? {})].includes(name),
    )
  const unknown = names.find((name) => known(name).length === 0)
  if (unknown !== undefined) {
    throw new CommandError(`Name a picture of .vitepress/pictures/list: found "${unknown}"`)
  }
  return names.flatMap(known)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
