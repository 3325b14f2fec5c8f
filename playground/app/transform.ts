import { init, parse } from 'es-module-lexer'

/** A source that is no module: where the lexer stopped. */
export class AppSyntaxError extends SyntaxError {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.name = 'AppSyntaxError'
    this.line = line
  }
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
export async function toClassicScript(source: string): Promise<string> {
  await init()
  const [imports, exports] = lex(source)
  const exported = exports[0]
  if (exported) {
    throw new AppSyntaxError(
      'An app has nobody to export to: remove the word "export"',
      lineAt(source, exported.start),
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
  return `startReaderApp(async function (__runtime) { "use strict"; ${hoisted.join(' ')} ${replace(source, replacements)}\n})`
}

function lex(source: string): ReturnType<typeof parse> {
  try {
    return parse(source, 'app.mjs')
  } catch (error) {
    const index = (error as { idx?: number }).idx ?? 0
    throw new AppSyntaxError('The source cannot be read from here on', lineAt(source, index))
  }
}

// `import a, { b as c } from 'm'` → `const { default: a, b: c } = __runtime.require("m");`
function bindings(statement: string, specifier: string, line: number): string {
  const from = `__runtime.require(${JSON.stringify(specifier)}, ${line})`
  const clause = /^import\s*([\s\S]*?)\s*from\s*["']/.exec(stripComments(statement))?.[1]
  if (clause === undefined || clause === '') return `${from};`
  const namespace = /\*\s*as\s+([\w$]+)/.exec(clause)?.[1]
  const named = /\{([\s\S]*)\}/.exec(clause)?.[1]
  const byDefault = /^[\w$]+/.exec(clause)?.[0]
  const declared: string[] = []
  if (namespace) declared.push(`const ${namespace} = ${from};`)
  const names = (named ?? '')
    .split(',')
    .map((name) => name.trim().replace(/\s+as\s+/, ': '))
    .filter(Boolean)
  if (byDefault) names.unshift(`default: ${byDefault}`)
  if (names.length > 0) declared.push(`const { ${names.join(', ')} } = ${from};`)
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
