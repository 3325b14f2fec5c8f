import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Program } from './program.ts'

const [compiler, ...strictly] = ['javac', '-Xlint:all', '-Werror'] as const

/** Compiles Java programs into a folder. Throws with what the compiler says: a warning is too much. */
export function compileJava(programs: readonly Program[], folder: string): void {
  const sources = programs.map((program) => join(program.folder, program.file))
  const parameters = [...strictly, '-d', folder, ...sources]
  const { status, stdout, stderr } = spawnSync(compiler, parameters, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stdout + stderr)
}
