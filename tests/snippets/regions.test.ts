import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileJava } from './compile-java.ts'
import {
  exchangePrograms,
  java,
  nodejs,
  php,
  python,
  structurePrograms,
  type Program,
} from './program.ts'

const programs = [php, nodejs, python, java, ...structurePrograms, ...exchangePrograms]
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regions-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(program: Program): string {
  return readFileSync(join(program.folder, program.file), 'utf8')
}

/** The lines between the two markers, as a page shows them: without the indentation that all share. */
function region(program: Program, name: string): string[] {
  const lines = read(program).split('\n')
  const start = lines.findIndex((line) => new RegExp(`^ *(//|#) #region ${name}$`).test(line))
  const end = lines.findIndex((line) => new RegExp(`^ *(//|#) #endregion ${name}$`).test(line))
  expect(start, `${program.file} starts ${name}`).toBeGreaterThan(-1)
  expect(end, `${program.file} ends ${name}`).toBeGreaterThan(start)
  const inside = lines.slice(start + 1, end)
  const indentation = Math.min(
    ...inside.filter((line) => line !== '').map((line) => line.search(/\S/)),
  )
  return inside.map((line) => line.slice(indentation))
}

/** Writes a file and runs a command on it, which fails when the file does not parse. */
function parse(file: string, text: string, ...command: readonly [string, ...string[]]): void {
  const path = join(folder, file)
  writeFileSync(path, text)
  const [program, ...parameters] = command
  const { status, stdout, stderr } = spawnSync(program, [...parameters, path], { encoding: 'utf8' })
  expect(status, stdout + stderr).toBe(0)
}

test('a program starts with a line that is not blank and ends with one line break', () => {
  for (const program of programs) {
    expect(read(program), program.file).toMatch(/^\S/)
    expect(read(program), program.file).toMatch(/[^\n]\n$/)
    expect(read(program), program.file).not.toMatch(/\t|\r| \n/)
  }
})

test('a program has all its regions, none blank at an end nor longer than 45 lines', () => {
  for (const program of programs) {
    for (const name of program.regions) {
      const lines = region(program, name)
      expect(lines.length, `${program.file} ${name}`).toBeLessThanOrEqual(45)
      expect(lines.at(0), `${program.file} ${name}`).toMatch(/^\S/)
      expect(lines.at(-1), `${program.file} ${name}`).toMatch(/\S/)
    }
  }
})

test('a line is 100 characters long at most', () => {
  for (const program of programs) {
    const long = read(program)
      .split('\n')
      .filter((line) => line.length > 100)
    expect(long, program.file).toEqual([])
  }
})

/** Each region of the programs of a language, with a name for its file. */
function regionsOf(language: string): { file: string; text: string }[] {
  return programs
    .filter((program) => program.language === language)
    .flatMap((program) =>
      program.regions.map((name) => ({
        file: `${program.file}-${name}`,
        text: region(program, name).join('\n'),
      })),
    )
}

test('the regions of the PHP programs parse by themselves', () => {
  for (const { file, text } of regionsOf('PHP')) parse(`${file}.php`, `<?php\n${text}`, 'php', '-l')
})

test('the regions of the Node.js programs parse by themselves', () => {
  for (const { file, text } of regionsOf('NodeJS')) parse(`${file}.mjs`, text, 'node', '--check')
})

test('the regions of the Python programs parse by themselves', () => {
  const check = 'import ast, sys; ast.parse(open(sys.argv[1], encoding="utf-8").read())'
  for (const { file, text } of regionsOf('Python')) {
    parse(`${file}.py`, text, 'python3', '-c', check)
  }
})

test('the Java programs compile without a warning', () => {
  compileJava(
    programs.filter(({ language }) => language === 'Java'),
    folder,
  )
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining(['App.class', 'Exchange.class', 'Structure.class']),
  )
})
