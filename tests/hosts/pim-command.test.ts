import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultScenario } from '../../playground/pim/index.ts'
import { commandEnvironment, commandLine } from '../site/build-site.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pim-command-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs `npm run pim` to its end: only what is refused ends by itself. */
function refused(...options: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      commandLine('pim', options),
      { env: commandEnvironment(), timeout: 20_000 },
      (error, _stdout, stderr) => {
        if (error?.code === 1) resolve(stderr)
        else reject(error ?? new Error('The command was not refused'))
      },
    )
  })
}

async function scenarioFile(text: string): Promise<string> {
  const file = join(folder, 'scenario.json')
  await writeFile(file, text)
  return file
}

test('npm run pim says which port it cannot use', async () => {
  expect(await refused('--port', 'eighty')).toContain(
    '--port takes a port between 0 and 65535, found "eighty"',
  )
  expect(await refused('--port', '70000')).toContain('found "70000"')
})

test('npm run pim says which option it does not know, and which it does', async () => {
  const message = await refused('--prot', '8080')
  expect(message).toContain("'--prot'")
  expect(message).toContain('--data FILE')
})

test('npm run pim says what is wrong with a scenario, and where', async () => {
  expect(await refused('--scenario', join(folder, 'none.json'))).toContain('Cannot read')
  expect(await refused('--scenario', await scenarioFile('{'))).toContain('is not JSON')
  const wrong = JSON.stringify({ ...defaultScenario, edition: 'XL' })
  const message = await refused('--scenario', await scenarioFile(wrong))
  expect(message).toContain('at "/edition"')
  expect(message).not.toContain('    at ')
})

test('npm run pim leaves a data file that it cannot read as it is, and says so', async () => {
  const file = join(folder, 'state.json')
  await writeFile(file, 'not a state')
  expect(await refused('--port', '0', '--data', file)).toContain('Move the file away')
})
