import { spawnSync } from 'node:child_process'
import ts from 'typescript'
import { parse as parseYaml } from 'yaml'
import type { Fence } from './fences.ts'

// A request line or a status line (RFC 9112 sections 3 and 4).
const startLine = /^(?:[A-Z]+ \/\S* HTTP\/1\.1|HTTP\/1\.1 \d{3} [A-Z][\w -]*)$/
const fieldLine = /^[\w-]+: \S.*$/

type Parse = (text: string) => string | undefined

const parsers: Readonly<Record<string, Parse>> = {
  json: (text) => attempt(() => JSON.parse(text)),
  // Front matter stands between lines of three dashes.
  yaml: (text) => attempt(() => parseYaml(text.replaceAll(/^---$/gm, ''))),
  http: parseHttp,
  js: parseTypeScript,
  ts: parseTypeScript,
  bash: (text) => parseWith(['bash', '-n'], text),
  sh: (text) => parseWith(['bash', '-n'], text),
  shell: (text) => parseWith(['bash', '-n'], text),
  php: (text) => parseWith(['php', '-l'], text.startsWith('<?php') ? text : `<?php\n${text}`),
  python: (text) =>
    parseWith(['python3', '-c', 'import ast, sys; ast.parse(sys.stdin.read())'], text),
  md: () => undefined,
  text: () => undefined,
}

/** Why a block is not what its language says; undefined when it is. */
export function parseFence({ language, text }: Fence): string | undefined {
  const parse = parsers[language]
  if (!parse) return `"${language}" is no language that a test can parse: ${Object.keys(parsers)}`
  return parse(text)
}

function attempt(parse: () => unknown): string | undefined {
  try {
    parse()
    return undefined
  } catch (error) {
    return String(error)
  }
}

function parseTypeScript(text: string): string | undefined {
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true })
  const [first] = diagnostics
  return first && ts.flattenDiagnosticMessageText(first.messageText, '\n')
}

function parseWith([program, ...parameters]: [string, ...string[]], text: string) {
  const { status, stderr } = spawnSync(program, parameters, { input: text, encoding: 'utf8' })
  return status === 0 ? undefined : stderr || `${program} ended with ${status}`
}

function parseHttp(text: string): string | undefined {
  const [head = '', ...body] = text.split('\n\n')
  const [first = '', ...fields] = head.split('\n')
  if (!startLine.test(first)) return `"${first}" is no request line and no status line`
  const wrong = fields.find((field) => !fieldLine.test(field))
  if (wrong !== undefined) return `"${wrong}" is no header`
  const isJson = fields.some((field) => /^content-type: application\/json/i.test(field))
  return isJson ? attempt(() => JSON.parse(body.join('\n\n'))) : undefined
}
