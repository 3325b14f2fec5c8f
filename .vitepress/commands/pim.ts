import { explainStartError, runPim } from '../../playground/hosts/node/index.ts'
import { buildScreens } from './screens.ts'

try {
  await runPim(process.argv.slice(2), buildScreens)
} catch (error) {
  console.error(explainStartError(error))
  process.exitCode = 1
}
