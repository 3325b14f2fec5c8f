import { arch, cpus, platform } from 'node:os'
import { parseArgs } from 'node:util'
import { benchInProcess } from './in-process.ts'
import { benchOverHttp } from './over-http.ts'
import { servers } from './servers.ts'

// npm run bench -- [--rounds N] [--requests N] [--only in-process|http]
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
  if (values.only !== 'http') await benchInProcess(rounds)
  if (values.only !== 'in-process') await benchOverHttp(rounds, Number(values.requests))
}
