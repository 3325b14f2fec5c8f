import { arch, cpus, platform } from 'node:os'
import { parseArgs } from 'node:util'
import { benchInProcess } from './in-process.ts'
import { benchOverHttp } from './over-http.ts'
import { servers } from './servers.ts'
import { benchShowMe } from './show-me.ts'

// npm run bench -- [--rounds N] [--requests N] [--only in-process|http|show-me]
const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    requests: { type: 'string', default: '200' },
    only: { type: 'string' },
  },
  allowPositionals: true,
})

const [command, name = '', file = ''] = positionals
if (command === 'serve') {
  const port = await servers[name]?.(file)
  console.log(port)
} else {
  const rounds = Number(values.rounds)
  const processor = cpus()[0]?.model ?? 'an unknown processor'
  console.log(`Node.js ${process.version}, ${platform()} ${arch()}, ${processor}, ${rounds} rounds`)
  const isWanted = (part: string) => values.only === undefined || values.only === part
  if (isWanted('in-process')) await benchInProcess(rounds)
  if (isWanted('http')) await benchOverHttp(rounds, Number(values.requests))
  // One run takes as long as a reader watches; a few tell enough.
  if (isWanted('show-me')) await benchShowMe(5)
}
