import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { recordAll } from './recordings.ts'

// Run by `npx tsx playground/ui/widgets/recorded/write.ts` when the PIM answers in another way than it did.
const file = fileURLToPath(new URL('exchanges.json', import.meta.url))
writeFileSync(file, `${JSON.stringify(await recordAll(), null, 2)}\n`)
