import { expect, test } from 'vitest'
import type { AppRuntime } from './runtime/modules.ts'
import { AppSyntaxError, firstColumnOf, toClassicScript } from './transform.ts'

/** Runs the script as a worker does, with modules that tell what was taken from them. */
async function run(source: string): Promise<unknown[]> {
  const told: unknown[] = []
  const module = { default: 'default', first: 1, second: 2 }
  const runtime: AppRuntime = {
    meta: { url: 'file:///app/app.mjs', filename: '', dirname: '', main: true },
    require: (specifier) => ({ ...module, specifier }),
    import: async (specifier) => ({ ...module, specifier }),
  }
  let running: Promise<void> | undefined
  const start = (app: (runtime: AppRuntime) => Promise<void>) => {
    running = app(runtime)
  }
  const script = new Function('startReaderApp', 'tell', await toClassicScript(source))
  script(start, (...values: unknown[]) => told.push(...values))
  await running
  return told
}

test('every form of import gets its bindings', async () => {
  const told = await run(`
    import byDefault, { first, second as renamed } from 'node:one'
    import * as everything from "node:two"
    import {
      specifier, // says where it comes from
    } from 'node:three'
    import 'node:four'
    tell(byDefault, first, renamed, everything.specifier, specifier)
  `)
  expect(told).toEqual(['default', 1, 2, 'node:two', 'node:three'])
})

test('an import below its use is available above', async () => {
  expect(await run(`tell(first)\nimport { first } from 'm'`)).toEqual([1])
})

test('import() and import.meta go through the runtime', async () => {
  const told = await run(`
    const { specifier } = await import('node:' + 'late')
    tell(specifier, import.meta.url)
  `)
  expect(told).toEqual(['node:late', 'file:///app/app.mjs'])
})

test('words that only look like imports stay as they are', async () => {
  expect(await run("tell('import x from y', `import('z')`) // import a from 'b'")).toEqual([
    'import x from y',
    "import('z')",
  ])
})

test('every line keeps its number', async () => {
  const source = `import {\n  first,\n} from 'm'\n\nfail()\n`
  const script = await toClassicScript(source)
  expect(script.split('\n')[4]).toBe('fail()')
})

test('the app runs in strict mode, as every module does', async () => {
  await expect(run('undeclared = 1')).rejects.toThrow(ReferenceError)
})

test('an export is refused with its line', async () => {
  const error = await toClassicScript('const a = 1\nexport { a }').catch((reason) => reason)
  expect(error).toBeInstanceOf(AppSyntaxError)
  expect(error).toMatchObject({ line: 2 })
})

test('a source that ends in the middle of an import is refused with its line', async () => {
  const error = await toClassicScript('const a = 1\n\nimport {').catch((reason) => reason)
  expect(error).toBeInstanceOf(AppSyntaxError)
  expect(error).toMatchObject({ line: 3 })
})

test('a bracket that is never closed is told with its place', async () => {
  const source = 'const a = 1\nfirst(second(a)\nconst b = 2\n'
  const error = await toClassicScript(source).catch((reason) => reason)
  expect(error).toMatchObject({ message: 'This ( is never closed', line: 2, column: 6 })
})

test('a source that cannot be read for another reason is refused where the lexer stopped', async () => {
  const error = await toClassicScript('const a = 1\nconst b = /a\nb()').catch((reason) => reason)
  expect(error).toMatchObject({ message: 'The source cannot be read from here on', line: 2 })
})

test('a source that cannot be read, and of which nobody knows where, is refused at its end', async () => {
  const error = await toClassicScript('const a = 1\nexport/(\n').catch((reason) => reason)
  expect(error).toMatchObject({ message: 'The source cannot be read from here on', line: 2 })
})

test('a line for the shell is no code', async () => {
  expect(await run("#!/usr/bin/env node\ntell('runs')")).toEqual(['runs'])
})

test('it is known where the first line of the app begins', async () => {
  const script = await toClassicScript("import 'm'; tell(1)")
  expect(script.slice(firstColumnOf(script)).split('\n')[0]?.trim()).toBe('; tell(1)')
})

test('the runtime is told which names an import takes', async () => {
  const script = await toClassicScript("import all, { first, second as two } from 'm'")
  expect(script).toContain('__runtime.require("m", 1, ["default","first","second"])')
})
