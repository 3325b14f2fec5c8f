import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  compileScript,
  compileStyle,
  compileTemplate,
  parse,
  type SFCDescriptor,
} from 'vue/compiler-sfc'
import { placeOf, sourceLines, type DialectEnvironment } from '../markdown/environment.ts'
import { wrongTags } from './known-components.ts'
import type { Problem } from './problem.ts'

type Finding = { message: string; near?: string | undefined }

/**
 * A page becomes a component, so its HTML, its script and what stands in `{{ }}` have to be what Vue can
 * make a page of.
 *
 * @param html the rendered page
 */
export function componentSyntax(html: string, environment: DialectEnvironment): Problem[] {
  const { sfcBlocks } = environment
  const blocks = [...(sfcBlocks?.scripts ?? []), ...(sfcBlocks?.styles ?? [])]
  const template = `<template>\n<div>${html}</div>\n</template>`
  const source = [template, ...blocks.map(({ content }) => content)].join('\n')
  const { errors, descriptor } = parse(source, {
    filename: environment.path,
    ignoreEmpty: false,
    sourceMap: false,
  })
  const findings: Finding[] =
    errors.length > 0
      ? errors.map((error) => ({
          message: `Mend the HTML or the braces: ${firstLine(error)}`,
          near: 'loc' in error ? typedAt(source, error.loc?.start.offset) : undefined,
        }))
      : [
          ...tagFindings(descriptor, environment),
          ...codeFindings(descriptor, environment),
          ...styleFindings(descriptor),
        ]
  return findings.map(({ message, near }) => {
    const { file, line, column } = placeOf(environment, 0, near)
    return { file, line, column, rule: 'component', message, level: 'error' }
  })
}

/** What the author typed at a place of the page: a tag by its name, a text up to the next mark of HTML. */
function typedAt(source: string, offset: number | undefined): string | undefined {
  if (offset === undefined) return undefined
  return /^(<[\w-]+|[^\n<>&]{1,30})/.exec(source.slice(offset, offset + 80))?.[0]
}

function tagFindings(descriptor: SFCDescriptor, environment: DialectEnvironment): Finding[] {
  const lines = sourceLines(environment)
  return wrongTags(descriptor, descriptor.scriptSetup?.content ?? '').map(
    ({ opening, message }) => {
      const isAsTyped = lines.some((line) => line.includes(opening))
      return { message, near: isAsTyped ? opening : /^<[\w-]+/.exec(opening)?.[0] }
    },
  )
}

function codeFindings(descriptor: SFCDescriptor, environment: DialectEnvironment): Finding[] {
  const { scriptSetup, template } = descriptor
  if (!template || !/\{\{|\s[:@#]|\sv-|<script/.test(descriptor.source)) return []
  let bindings: ReturnType<typeof compileScript>['bindings'] = {}
  if (scriptSetup) {
    try {
      bindings = compileScript(descriptor, { id: 'page' }).bindings
    } catch (error) {
      const line = Number(/\((\d+):\d+\)/.exec(String(error))?.[1])
      const near = scriptSetup.content.split('\n')[line - 1]?.trim() || '<script'
      return [{ message: `Mend the script: ${firstLine(error)}`, near }]
    }
  }
  const { code } = compileTemplate({
    id: 'page',
    filename: environment.path ?? '',
    source: template.content,
    compilerOptions: { prefixIdentifiers: true, ...(bindings && { bindingMetadata: bindings }) },
  })
  const names = new Set([...code.matchAll(/\b_ctx\.([\w$]+)/g)].map(([, name]) => name ?? ''))
  return [
    ...missingImports(scriptSetup?.content ?? '', environment),
    ...[...names].filter((name) => !name.startsWith('$')).map((name) => unknownName(name)),
  ]

  function unknownName(name: string): Finding {
    const isThere = new RegExp(`(\\{\\{|[:@#]|v-)[^\\n]*(?<![\\w$.])${name}(?![\\w$])`)
    const line = sourceLines(environment).find((text) => isThere.test(text))
    return {
      message: `Put the braces in code, or name what the page has: it has no "${name}"`,
      near: line === undefined ? undefined : isThere.exec(line)?.[0],
    }
  }
}

function styleFindings({ styles }: SFCDescriptor): Finding[] {
  return styles.flatMap(({ content }) =>
    compileStyle({ id: 'page', filename: 'page', source: content }).errors.map((error) => {
      const line = 'line' in error ? Number(error.line) : 1
      const near = content.split('\n')[line - 1]?.trim() || '<style'
      return { message: `Mend the style: ${firstLine(error).replace(/^.*:\d+:\d+: /, '')}`, near }
    }),
  )
}

function missingImports(script: string, { path }: DialectEnvironment): Finding[] {
  return [...script.matchAll(/^import\b[^\n]*?['"](\.{1,2}\/[^'"?]+)['"]/gm)]
    .map(([, file]) => file ?? '')
    .filter((file) => !existsSync(resolve(dirname(path), file)))
    .map((file) => ({ message: `Import a file that exists: there is no "${file}"`, near: file }))
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n')[0] ?? '').replace(/^\[vue\/compiler-sfc\] | \(\d+:\d+\)$/g, '')
}
