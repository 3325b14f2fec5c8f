import { init, parse } from 'es-module-lexer'
import type { Fault } from './find-fault.ts'

/** A source that is no module: what is wrong, and where, counted from 1. */
export class AppSyntaxError extends SyntaxError {
  readonly line: number
  readonly column: number

  constructor(message: string, source: string, index: number) {
    super(message)
    this.name = 'AppSyntaxError'
    this.line = lineAt(source, index)
    this.column = index - source.slice(0, index).lastIndexOf('\n')
  }
}

/** Stands right before the app's own first character. */
const beginning = '/* app.mjs */'

/** How far the first line of the app is moved to the right in its script. */
export function firstColumnOf(script: string): number {
  return script.indexOf(beginning) + beginning.length
}

interface Replacement {
  start: number
  end: number
  text: string
}

/**
 * Turns an ES module into a classic script that hands one async function to `startReaderApp`: imports become look-ups
 * in the runtime's modules, `import()` and `import.meta` go through the runtime as well. Every line keeps its number.
 * A classic script because module scripts need CORS headers that an opaque origin never gets.
 * @throws {AppSyntaxError} when the source cannot be read as a module.
 */
export async function toClassicScript(text: string): Promise<string> {
  // A line for the shell, which only a file may begin with.
  const source = text.replace(/^#!.*/, (line) => ' '.repeat(line.length))
  await init()
  const [imports, exports] = await lex(source)
  const exported = exports[0]
  if (exported) {
    throw new AppSyntaxError(
      'An app has nobody to export to: remove the word "export"',
      source,
      exported.start,
    )
  }

  const hoisted: string[] = []
  const replacements: Replacement[] = []
  for (const found of imports) {
    if (found.type === 'import-meta') {
      replacements.push({ start: found.start, end: found.end, text: '__runtime.meta' })
    } else if (found.type === 'dynamic') {
      replacements.push({
        start: found.importStart,
        end: found.dynamicStart,
        text: '__runtime.import',
      })
    } else {
      const statement = source.slice(found.importStart, found.importEnd)
      hoisted.push(bindings(statement, found.specifier, lineAt(source, found.importStart)))
      replacements.push({
        start: found.importStart,
        end: found.importEnd,
        text: statement.replaceAll(/[^\n]/g, ' '),
      })
    }
  }
  return `startReaderApp(async function (__runtime) { "use strict"; ${hoisted.join(' ')} ${beginning}${replace(source, replacements)}\n})`
}

async function lex(source: string): Promise<ReturnType<typeof parse>> {
  try {
    return parse(source, 'app.mjs')
  } catch (error) {
    const fault = await explain(source)
    // The lexer tells no place, or the first one, where it came to the end.
    const index = fault?.index ?? ((error as { idx?: number }).idx || source.trimEnd().length)
    const message = fault?.message ?? 'The source cannot be read from here on'
    throw new AppSyntaxError(message, source, index)
  }
}

/** The parser is heavy, and needed only where something is wrong. */
async function explain(source: string): Promise<Fault | undefined> {
  try {
    const { findFault } = await import('./find-fault.ts')
    return findFault(source)
  } catch {
    return undefined
  }
}

// `import a, { b as c } from 'm'` → `const { default: a, b: c } = __runtime.require("m");`
function bindings(statement: string, specifier: string, line: number): string {
  const clause = /^import\s*([\s\S]*?)\s*from\s*["']/.exec(stripComments(statement))?.[1]
  const request = `__runtime.require(${JSON.stringify(specifier)}, ${line}`
  if (clause === undefined || clause === '') return `${request});`
  const namespace = /\*\s*as\s+([\w$]+)/.exec(clause)?.[1]
  const named = /\{([\s\S]*)\}/.exec(clause)?.[1]
  const byDefault = /^[\w$]+/.exec(clause)?.[0]
  const declared: string[] = []
  if (namespace) declared.push(`const ${namespace} = ${request});`)
  const names = (named ?? '')
    .split(',')
    .map((name) => name.trim().replace(/\s+as\s+/, ': '))
    .filter(Boolean)
  if (byDefault) names.unshift(`default: ${byDefault}`)
  if (names.length > 0) {
    const wanted = JSON.stringify(names.map((name) => /^["']?([^"':]*)/.exec(name)?.[1] ?? name))
    declared.push(`const { ${names.join(', ')} } = ${request}, ${wanted});`)
  }
  return declared.join(' ')
}

function stripComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ')
}

function replace(source: string, replacements: Replacement[]): string {
  let result = source
  for (const { start, end, text } of replacements.sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + text + result.slice(end)
  }
  return result
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split('\n').length
}
