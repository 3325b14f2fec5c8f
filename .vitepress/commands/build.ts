import { buildSite } from './build-site.ts'
import { readOptions, runCommand } from './options.ts'

await runCommand(async () => {
  const options = readOptions(['docs', 'out'], 'npm run build -- [--docs DIR] [--out DIR]')
  console.log('Building the site')
  await buildSite(options)
})
