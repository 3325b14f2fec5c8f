import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fence } from './fences.ts'

/** What a `curl` command asks for. */
export interface Call {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | undefined
}

/** The calls of a block of shell commands: it is run, with a `curl` that only writes down what it was given. */
export function callsOf(fence: Fence, environment: Readonly<Record<string, string>> = {}): Call[] {
  const folder = mkdtempSync(join(tmpdir(), 'shell-'))
  const calls = join(folder, 'calls')
  const script = `curl() { printf '%s\\0' "$@" >> ${calls}; printf '\\n\\0' >> ${calls}; }
npm() { :; }
${fence.text}`
  try {
    const { PATH = '' } = process.env
    const { status, stderr } = spawnSync('bash', ['-euc', script], {
      cwd: folder,
      env: { PATH, ...environment },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${fence.place}: ${stderr}`)
    return readCalls(calls, fence.place)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readCalls(path: string, place: string): Call[] {
  let written: string
  try {
    written = readFileSync(path, 'utf8')
  } catch {
    return []
  }
  const calls = written.split('\n\0').slice(0, -1)
  return calls.map((call) => readCall(call.split('\0').slice(0, -1), place))
}

function readCall(given: readonly string[], place: string): Call {
  const headers: [string, string][] = []
  let method: string | undefined
  let url: string | undefined
  let body: string | undefined
  const rest = [...given]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-s') continue
    if (/^(?:-X|--request)$/.test(word)) method = rest.shift()
    else if (/^(?:-H|--header)$/.test(word)) {
      const [name = '', ...value] = (rest.shift() ?? '').split(':')
      headers.push([name, value.join(':').trim()])
    } else if (/^(?:-d|--data-binary)$/.test(word)) body = rest.shift()
    else if (word.startsWith('-')) throw new Error(`${place}: curl ${word} is not known here`)
    else url = word
  }
  if (url === undefined) throw new Error(`${place}: curl without an address`)
  return { method: method ?? (body === undefined ? 'GET' : 'POST'), url, headers, body }
}
