import { resolve } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { shownPath } from '../check/problem.ts'
import { isInside } from '../site/docs-folder.ts'
import { object, type DialectEnvironment } from './environment.ts'

/** Blank lines around the code of a block say nothing: included files and old pages begin with one. */
export function trimCodeBlocks(markdown: MarkdownRenderer): void {
  const render = fenceRule(markdown)
  markdown.renderer.rules.fence = (tokens, index, ...rest) => {
    const token = tokens[index]
    if (token) token.content = token.content.replace(/^(?:[ \t]*\n)+/, '').replace(/\s*$/, '\n')
    return render(tokens, index, ...rest)
  }
}

/** Braces in `code` are what they look like: Vue would put in what they name. */
export function literalBraces(markdown: MarkdownRenderer): void {
  markdown.core.ruler.after('inline', 'literal_braces', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? []))
      if (token.type === 'code_inline' && token.content.includes('{{')) token.attrSet('v-pre', '')
  })
}

/**
 * Code of a file by region: `<<< @/../snippets/task/node/app.mjs#region{js} [group:label]`. VitePress
 * reads it; this says where in which page the file or region that does not exist is named.
 */
export function codeByRegion(
  markdown: MarkdownRenderer,
  { roots }: { roots: readonly string[] },
): void {
  const render = fenceRule(markdown)
  markdown.renderer.rules.fence = (tokens, index, options, environment, self) => {
    const token = tokens[index]
    const source = sourceOf(token?.meta)
    if (source !== undefined && !roots.some((root) => isInside(root, source))) {
      object(environment as DialectEnvironment, {
        rule: 'snippet',
        message: `Name code inside ${roots.map((root) => shownPath(root) || '.').join(' or ')}: this leads out of it`,
        bodyLine: token?.map?.[0] ?? 0,
        near: '<<<',
      })
      return ''
    }
    try {
      return render(tokens, index, options, environment, self)
    } catch (error) {
      const isImport =
        token?.meta !== null && typeof token?.meta === 'object' && 'src' in token.meta
      if (!isImport || !(error instanceof Error)) throw error
      object(environment as DialectEnvironment, {
        rule: 'snippet',
        message: error.message.replace(
          /^Code snippet (path not found|path is a directory|region)/,
          (_, reason: string) =>
            `Name code that exists: ${reason === 'region' ? 'region' : reason.replace('path ', '')}`,
        ),
        bodyLine: token.map?.[0] ?? 0,
        near: '<<<',
      })
      return ''
    }
  }
}

/** The file that a block of code is taken from. */
function sourceOf(meta: unknown): string | undefined {
  if (typeof meta !== 'object' || meta === null || !('src' in meta)) return undefined
  const [file] = Array.isArray(meta.src) ? (meta.src as unknown[]) : [meta.src]
  return typeof file === 'string' ? resolve(file) : undefined
}

function fenceRule(markdown: MarkdownRenderer) {
  const rule = markdown.renderer.rules.fence
  if (!rule) throw new TypeError('Register code blocks on a renderer that has a fence rule')
  return rule
}
