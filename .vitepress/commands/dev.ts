import { resolve } from 'node:path'
import { createServer, disposeMdItInstance } from 'vitepress'
import { createChecker, type Checker } from '../check/index.ts'
import { formatProblem, shownPath } from '../check/problem.ts'
import { readDocsFolder } from '../site/docs-folder.ts'
import { CommandError, readOptions, runCommand } from './options.ts'

await runCommand(async () => {
  const options = readOptions(['docs', 'port'], 'npm run dev -- [--docs DIR] [--port N]')
  const docs = readDocsFolder(options.docs === undefined ? undefined : resolve(options.docs))
  const port = readPort(options.port)
  process.env['DOCS_DIR'] = docs.directory
  console.log(`Previewing the pages in ${shownPath(docs.directory)}`)
  const report = reporter(await createChecker(docs))
  await report()
  await start()

  async function start(): Promise<void> {
    const server = await createServer(docs.root, port, async () => {
      await server.close()
      disposeMdItInstance()
      await start()
    })
    server.watcher.on('all', (_event, file) => {
      if (file.endsWith('.md')) void report()
    })
    await server.listen()
    server.printUrls()
  }
})

/** Prints the problems of the pages, and again only when they are others than before. */
function reporter(checker: Checker): () => Promise<void> {
  let last = ''
  let running: Promise<void> = Promise.resolve()
  return () => {
    running = running.then(async () => {
      const { problems } = await checker.check()
      const lines = problems.map((problem) => formatProblem(problem)).join('\n')
      if (lines === last) return
      last = lines
      console.log(lines === '' ? 'All pages are fine' : lines)
    })
    return running
  }
}

function readPort(text: string | undefined): { port?: number; strictPort?: boolean } {
  if (text === undefined) return {}
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new CommandError(`Give --port a number from 0 to 65535: found "${text}"`)
  }
  return { port, strictPort: port !== 0 }
}
