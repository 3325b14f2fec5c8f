import type { AddressInfo } from 'node:net'
import { serve } from 'vitepress'
import { explainStartError, readPort, startServer } from '../../playground/hosts/node/index.ts'
import { buildSite } from './build-site.ts'
import { CommandError, readOptions, runCommand } from './options.ts'
import { buildScreens } from './screens.ts'

await runCommand(async () => {
  const options = readOptions(['port', 'pim-port'], 'npm start -- [--port N] [--pim-port N]')
  const port = readPort(options.port ?? '4173', '--port')
  const pim = await explained(async () =>
    startServer({
      port: readPort(options['pim-port'] ?? '8080', '--pim-port'),
      screens: await buildScreens(),
    }),
  )
  try {
    console.log('Building the site')
    await buildSite()
    const site = await explained(() => serve({ port }))
    const address = site.server?.address() as AddressInfo | undefined
    console.log(`\nSite ready at http://localhost:${address?.port ?? port}`)
    console.log(`PIM ready at ${pim.url}`)
  } catch (error) {
    await pim.close()
    throw error
  }
})

async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw new CommandError(explainStartError(error), { cause: error })
  }
}
