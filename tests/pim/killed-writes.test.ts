import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFileDriver } from '../../playground/hosts/node/index.ts'
import { buildPim } from './build-pim.ts'

let folder: string
let program: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pim-killed-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('writing-process.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'writing-process.mjs' } },
    },
    ssr: { noExternal: true },
  })
  program = join(folder, 'writing-process.mjs')
})

afterAll(() => rm(folder, { recursive: true }))

interface Life {
  /** What the process said it did before it was killed: `+code` for created, `-code` for deleted. */
  readonly acknowledged: readonly string[]
  readonly signal: string | null
  readonly errors: string
}

/** Lets a process write to `file` and kills it as soon as it acknowledged some changes, so in the middle of the next. */
function killAfter(file: string, first: number, changes: number): Promise<Life> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, file, String(first)])
    const acknowledged: string[] = []
    let errors = ''
    child.stderr.on('data', (data: Buffer) => {
      errors += data.toString()
    })
    createInterface({ input: child.stdout }).on('line', (line) => {
      acknowledged.push(line)
      if (acknowledged.length >= changes) child.kill('SIGKILL')
    })
    child.on('close', (_, signal) => resolve({ acknowledged, signal, errors }))
  })
}

/** The codes that a PIM finds in the file. */
async function codesIn(file: string): Promise<Set<string>> {
  const pim = buildPim({ options: { driver: createFileDriver(file) } })
  await pim.ready()
  const codes = (await pim.dump()).connections.map(({ code }) => code)
  return new Set(codes.filter((code) => code.startsWith('run_')))
}

/** Which connections the acknowledged changes leave. */
function leftBy(acknowledged: readonly string[]): Set<string> {
  const codes = new Set<string>()
  for (const line of acknowledged) {
    if (line.startsWith('+')) codes.add(line.slice(1))
    else codes.delete(line.slice(1))
  }
  return codes
}

test('kill -9 in the middle of writes, 50 times: the file always opens, with every acknowledged change', async () => {
  let kills = 0
  async function live(file: string, lives: number): Promise<void> {
    const done: string[] = []
    for (let life = 0; life < lives; life += 1) {
      const first = done.filter((line) => line.startsWith('+')).length
      const { acknowledged, signal, errors } = await killAfter(file, first, 1 + (life % 7))
      expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' })
      kills += 1
      done.push(...acknowledged)
      const created = done.filter((line) => line.startsWith('+')).length
      // The one change after the last acknowledged one may have landed as well, whole.
      const outcomes = [[], [`+run_${created}`], [`-run_${created - 1}`]]
      const found = await codesIn(file)
      const landed = outcomes.find((more) => isSame(leftBy([...done, ...more]), found))
      expect(landed, `${done.join(' ')} left ${[...found].join(' ')}`).toBeDefined()
      done.push(...(landed ?? []))
    }
  }
  // Two at a time, each with a file of its own.
  await Promise.all([live(join(folder, 'one.json'), 25), live(join(folder, 'two.json'), 25)])
  expect(kills).toBe(50)
}, 120_000)

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((code) => other.has(code))
}
