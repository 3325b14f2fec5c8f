import { parseArgs } from 'node:util'
import { serve } from 'vitepress'
import {
  explainStartError,
  readPort,
  startServer,
  UsageError,
} from '../../playground/hosts/node/index.ts'
import { buildSite } from './build-site.ts'
import { buildScreens } from './screens.ts'

const usage = `npm start -- [--port N] [--pim-port N]

  --port N      the port of the site (default 4173)
  --pim-port N  the port of the PIM (default 8080)`

try {
  const ports = readPorts(process.argv.slice(2))
  console.log('Building the site')
  await buildSite()
  const screens = await buildScreens()
  const pim = await startServer({ port: ports.pim, screens })
  await serve({ port: ports.site })
  console.log(`\nSite ready at http://localhost:${ports.site}`)
  console.log(`PIM ready at ${pim.url}`)
} catch (error) {
  console.error(
    error instanceof UsageError ? `${error.message}\n\n${usage}` : explainStartError(error),
  )
  process.exit(1)
}

function readPorts(args: string[]): { site: number; pim: number } {
  let values: { port?: string; 'pim-port'?: string }
  try {
    values = parseArgs({
      args,
      options: { port: { type: 'string' }, 'pim-port': { type: 'string' } },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
  return {
    site: readPort(values.port ?? '4173', '--port'),
    pim: readPort(values['pim-port'] ?? '8080', '--pim-port'),
  }
}
