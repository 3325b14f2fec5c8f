import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryDriver, createPim } from '../../playground/pim/index.ts'
import { contenders, isInstalled, type Contender } from './contenders.ts'
import { benchScenario, benchToken } from './large-catalogue.ts'
import { printTable, quantile, ratios, summarize } from './measure.ts'
import { listPath } from './servers.ts'

const inFlight = 8
const patience = 30_000
const warmUpRounds = 10

interface Running {
  readonly name: string
  readonly url: string
  readonly process: ChildProcess
  /** Requests a second, one number a round. */
  readonly rates: number[]
}

/** Measures the same list over HTTP from every server that is installed, in turns. */
export async function benchOverHttp(rounds: number, requests: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pim-bench-'))
  const running: Running[] = []
  try {
    const text = await listText()
    const bytes = join(folder, 'list.json')
    await writeFile(bytes, text)
    const files = { folder, bytes, list: JSON.parse(text) as unknown }
    for (const contender of contenders.filter(isInstalled)) {
      running.push(await start(contender, files))
    }
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      for (const server of running) {
        const rate = await measureRate(server.url, requests)
        if (round >= 0) server.rates.push(rate)
      }
    }
    print(running, text.length)
  } finally {
    for (const server of running) server.process.kill()
    await rm(folder, { recursive: true })
  }
  sayMissing(contenders.filter((contender) => !isInstalled(contender)))
}

/** The list that all are to answer, as the PIM writes it. */
async function listText(): Promise<string> {
  const url = 'http://127.0.0.1:8080'
  const pim = createPim({ url, driver: createMemoryDriver(), scenario: benchScenario })
  const headers = { authorization: `Bearer ${benchToken}` }
  return (await pim.fetch(new Request(`${url}${listPath}?limit=10`, { headers }))).text()
}

async function start(
  contender: Contender,
  files: Parameters<Contender['start']>[0],
): Promise<Running> {
  console.log(`Starting ${contender.name}`)
  const { process, url } = await contender.start(files)
  const agent = new Agent()
  const deadline = performance.now() + patience
  // Those that say nothing when they are ready are asked until they answer.
  while ((await statusOf(`${url}?limit=10`, agent)) !== 200) {
    if (process.exitCode !== null || performance.now() > deadline) {
      process.kill()
      throw new Error(`${contender.name} does not answer at ${url}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { name: contender.name, url: `${url}?limit=10`, process, rates: [] }
}

async function measureRate(url: string, requests: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  let left = requests
  const started = performance.now()
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left > 0) {
        left -= 1
        const status = await statusOf(url, agent)
        if (status !== 200) throw new Error(`${url} answered ${status}`)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return requests / seconds
}

/** The status of an answer that was read to its end; 0 when there is none. */
function statusOf(url: string, agent: Agent): Promise<number> {
  const headers = { authorization: `Bearer ${benchToken}`, accept: 'application/json' }
  return new Promise((resolve) => {
    get(url, { agent, headers }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    }).once('error', () => resolve(0))
  })
}

function print(running: readonly Running[], length: number): void {
  const bare = running[0]?.rates ?? []
  const rows = running.map(({ name, rates }) => {
    return [name, quantile(rates, 0.5).toFixed(0), summarize(ratios(rates, bare), 2)]
  })
  printTable(
    `Over HTTP, a list of 10 (${length} bytes), ${inFlight} at once, ${bare.length} rounds`,
    [['', 'requests a second', 'times as long as bare node:http'], ...rows],
  )
}

function sayMissing(missing: readonly Contender[]): void {
  if (missing.length === 0) return
  const names = missing.map(({ name }) => name).join(', ')
  console.log(`\nNot compared, because not installed: ${names}. To install them and measure again:`)
  console.log('  npm install --prefix tests/bench --no-package-lock')
  console.log('  npm run bench')
}
