import { createChecker } from '../check/index.ts'
import { formatProblem, shownPath } from '../check/problem.ts'
import { readDocsFolder } from '../site/docs-folder.ts'
import { refuseEmptyFolder } from './build-site.ts'
import { readOptions, runCommand } from './options.ts'
import { resolve } from 'node:path'

await runCommand(async () => {
  const { docs } = readOptions(['docs'], 'npm run check -- [--docs DIR]')
  const folder = readDocsFolder(docs === undefined ? undefined : resolve(docs))
  console.log(`Checking the pages in ${shownPath(folder.directory)}`)
  const { pageCount, problems } = await (await createChecker(folder)).check()
  refuseEmptyFolder(pageCount, folder)
  for (const problem of problems) console.error(formatProblem(problem))
  if (problems.length > 0) {
    console.error(`${problems.length} to mend in ${pageCount} pages`)
    process.exitCode = 1
  } else {
    console.log(`${pageCount} pages are fine`)
  }
})
