import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MarkdownRenderer } from 'vitepress'
import type { DialectEnvironment } from './environment.ts'

const folder = fileURLToPath(new URL('../theme/components/figures', import.meta.url))
const setupOpening = /^\s*<script\b[^>]*\bsetup\b[^>]*>/

/**
 * Components that belong to few pages, `<PimMap />` say: a page that names one loads it, and no other
 * page does. Each is a file of the theme's folder `components/figures`, named as authors write it.
 */
export function pageComponents(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('page_components', (state) => {
    const environment = state.env as DialectEnvironment
    const html = state.tokens
      .flatMap((token) => [token, ...(token.children ?? [])])
      .filter(({ type }) => type === 'html_block' || type === 'html_inline')
    const imports = pageComponentNames()
      .filter((name) => html.some(({ content }) => new RegExp(`<${name}[\\s/>]`).test(content)))
      .map((name) => `import ${name} from ${JSON.stringify(join(folder, `${name}.vue`))}`)
      .join('\n')
    // There are no blocks where a page is rendered for the check alone.
    if (imports === '' || !environment.sfcBlocks) return
    const own = html.find(({ content }) => setupOpening.test(content))
    if (own) own.content = own.content.replace(setupOpening, (tag) => `${tag}\n${imports}\n`)
    else environment.sfcBlocks.scripts.push(block(imports))
  })
}

/** The names of the components that belong to few pages. */
export function pageComponentNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.vue'))
    .map((file) => basename(file, '.vue'))
}

function block(imports: string) {
  const [tagOpen, tagClose] = ['<script setup lang="ts">', '</script>']
  const contentStripped = `\n${imports}\n`
  const content = `${tagOpen}${contentStripped}${tagClose}`
  return { type: 'script', content, contentStripped, tagOpen, tagClose }
}
