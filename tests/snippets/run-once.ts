import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileJava } from './compile-java.ts'
import type { Program } from './program.ts'

/** What a program that runs once left behind. */
export interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
  /** A file that it wrote into the folder where it was started; undefined when there is none. */
  written(file: string): string | undefined
}

/** A program that is ready to be run again and again. */
export interface ReadyProgram {
  run(environment: Readonly<Record<string, string>>): Promise<Ended>
  remove(): void
}

/** Makes a program ready: the Java ones are compiled once, which the command of a reader does each time. */
export function prepare(program: Program): ReadyProgram {
  const home = mkdtempSync(join(tmpdir(), 'snippet-'))

  function command(): readonly [string, ...string[]] {
    const [name, ...parameters] = program.command(0)
    if (program.language !== 'Java') {
      const place = (text: string) => (text === program.file ? join(program.folder, text) : text)
      return [name, ...parameters.map(place)]
    }
    return ['java', '-XX:TieredStopAtLevel=1', '-cp', home, program.file.replace('.java', '')]
  }

  if (program.language === 'Java') compileJava([program], home)

  return {
    async run(environment) {
      const cwd = mkdtempSync(join(home, 'run-'))
      const [name, ...parameters] = command()
      const { PATH = '', HOME = '' } = process.env
      const child = spawn(name, parameters, { cwd, env: { PATH, HOME, ...environment } })
      let output = ''
      let errors = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
      const [code] = (await once(child, 'close')) as [number | null]
      return { code, output, errors, written: (file) => readIfThere(join(cwd, file)) }
    },
    remove: () => rmSync(home, { recursive: true }),
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
