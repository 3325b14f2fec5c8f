import { execFile } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, '.vitepress/dist')

/** What the built site is made from. */
const sources = ['docs', 'snippets', 'playground', '.vitepress', 'package-lock.json']
const made = /(^|\/)(dist|cache|\.temp|node_modules|__pycache__)(\/|$)|\.test\.ts$/

/** What a command printed, and how it ended. */
export interface CommandResult {
  exitCode: number
  stdout: string
  stderr: string
}

/**
 * The folder with the built site; builds it first where it is missing or older than its sources.
 * The environment variable `BUILT_SITE` names a folder to take as it is instead.
 */
export async function builtSite(): Promise<string> {
  const asItIs = process.env['BUILT_SITE']
  if (asItIs !== undefined) return asItIs
  const builtAt = statSync(join(dist, 'hashmap.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (builtAt < newestSource()) {
    const { exitCode, stderr } = await runCommand('build')
    if (exitCode !== 0) throw new Error(`The site does not build:\n${stderr}`)
  }
  return dist
}

/** Runs one of the repository's commands as an author does, and waits for its end. */
export async function runCommand(name: string, ...options: string[]): Promise<CommandResult> {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      commandLine(name, options),
      { cwd: root, env: commandEnvironment(), maxBuffer: 2 ** 26 },
    )
    return { exitCode: 0, stdout, stderr }
  } catch (error) {
    if (!isExit(error)) throw error
    return { exitCode: error.code, stdout: error.stdout, stderr: error.stderr }
  }
}

/** The arguments with which Node runs a command of the repository. */
export function commandLine(name: string, options: string[]): string[] {
  return ['--import', 'tsx', join(root, `.vitepress/commands/${name}.ts`), ...options]
}

/** The environment without what the test runner adds to it, and without colours in what is printed. */
export function commandEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, DOCS_DIR: ___, FORCE_COLOR: ____, ...rest } = process.env
  return { ...rest, NO_COLOR: '1' }
}

// Files alone: a folder is younger than its files as soon as something is made in it.
function newestSource(): number {
  const times = sources.flatMap((source) => {
    const path = join(root, source)
    if (!statSync(path).isDirectory()) return [statSync(path).mtimeMs]
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((file) => !made.test(file))
      .map((file) => statSync(join(path, file), { throwIfNoEntry: false }))
      .map((file) => (file?.isFile() ? file.mtimeMs : 0))
  })
  return Math.max(...times)
}

function isExit(error: unknown): error is { code: number; stdout: string; stderr: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'number'
}
