import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * The titles of all tests about the PIM but those of this folder, as Vitest itself reads them: rows of `test.each` have
 * their values in them, and tests in a `describe` stand for themselves. Nothing is run.
 */
export async function readTestTitles(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'titles-'))
  const list = join(folder, 'titles.json')
  try {
    await promisify(execFile)(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'list',
        'tests/pim',
        `--json=${list}`,
        '--config=tests/vitest.config.ts',
        '--project=pim',
        '--project=rooms',
        '--exclude=tests/pim/rows/**',
        '--no-isolate',
        '--no-file-parallelism',
      ],
      { cwd: root },
    )
    const tests = JSON.parse(await readFile(list, 'utf8')) as readonly { readonly name: string }[]
    return tests.map(({ name }) => /^(?:.*? > )?(\[.*)$/s.exec(name)?.[1] ?? name)
  } finally {
    await rm(folder, { recursive: true })
  }
}
