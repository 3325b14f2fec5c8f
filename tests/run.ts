import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './chromium.ts'
import { ensureFirefox } from './firefox.ts'
import { ensureRuntimes } from './snippets/runtimes.ts'

// `npm test`: everything that must hold. Ends with one line that counts it all.

const root = fileURLToPath(new URL('..', import.meta.url))
const counts = { passed: 0, failed: 0, skipped: 0 }

const missing = [...ensureRuntimes(), ...ensureChromium(), ...ensureFirefox()]
if (missing.length > 0) {
  console.error(missing.join('\n'))
  process.exit(1)
}

const steps: readonly [what: string, script: string][] = [
  ['types', 'types'],
  ['lint and unused code', 'lint'],
  ['format', 'format:check'],
  ['author checks', 'check'],
  ['build', 'build'],
]
for (const [what, script] of steps) {
  console.log(`\n== ${what}`)
  const isFine = (await run('npm', ['run', '--silent', script])) === 0
  counts[isFine ? 'passed' : 'failed'] += 1
  if (!isFine) console.error(`== ${what}: failed`)
}

console.log('\n== tests')
await runTests()
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(counts.failed > 0 ? 1 : 0)

/** Runs Vitest and adds its counts; a run that ends without a report counts as one failure. */
async function runTests(): Promise<void> {
  const filters = process.argv.slice(2)
  const folder = await mkdtemp(join(tmpdir(), 'tests-'))
  const report = join(folder, 'report.json')
  const options = [
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    // A part of the tests takes a part of the branches.
    ...(filters.length > 0
      ? filters
      : ['--coverage', `--coverage.reportsDirectory=${join(folder, 'coverage')}`]),
  ]
  const code = await run('npx', options, { TEST_REPORT: report })
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      await readFile(report, 'utf8'),
    ) as Record<string, number>
    counts.passed += numPassedTests ?? 0
    counts.failed += numFailedTests ?? 0
    counts.skipped += (numPendingTests ?? 0) + (numTodoTests ?? 0)
    // A suite that does not load fails without a failed test.
    if (code !== 0 && !numFailedTests) counts.failed += 1
  } catch {
    counts.failed += 1
  } finally {
    await rm(folder, { recursive: true })
  }
}

function run(
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve) => {
    spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
      .on('error', (error) => {
        console.error(`Cannot run ${command}: ${error.message}`)
        resolve(1)
      })
      .on('close', (code) => resolve(code ?? 1))
  })
}
