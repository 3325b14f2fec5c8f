import type { HeadConfig } from 'vitepress'
import type { Plugin } from 'vite'

/** The style sheets that belong to pages, and the plugin that finds them. */
export interface CssByNeed {
  plugin: Plugin
  /** The `<link>`s of a page, by its path in the docs folder. */
  headOf(page: string): HeadConfig[]
  /** A built page, in which each style sheet is linked so that nothing loads it a second time. */
  linkOnce(html: string): string
}

/**
 * Keeps the styles of what is loaded later (the workbench, the widgets, the search) out of the style
 * sheet that every page loads: VitePress would put all of them into one file.
 *
 * The theme's styles are the file that VitePress links, which is the first by name. A component that is
 * imported on demand brings its own, which Vite sees to. A page links the styles of the components that
 * it imports, and loads them when a reader comes to it from another page.
 */
export function cssByNeed(): CssByNeed {
  const sheets = new Map<string, string[]>()
  let base = '/'
  let root = ''
  return {
    plugin: {
      name: 'site:css-by-need',
      config: (_config, { isSsrBuild }) => (isSsrBuild ? {} : { build }),
      configResolved(config) {
        base = config.base
        root = `${config.root}/`
      },
      generateBundle: {
        order: 'pre',
        handler(_options, bundle) {
          for (const chunk of Object.values(bundle)) {
            if (chunk.type !== 'chunk' || !chunk.facadeModuleId?.endsWith('.md')) continue
            const own = sheetsOf(chunk.fileName, bundle).map((file) => base + file)
            if (own.length === 0) continue
            sheets.set(chunk.facadeModuleId.replace(root, ''), own)
            chunk.code = `${loading(own)}\n${chunk.code}`
          }
        },
      },
    },
    headOf: (page) => (sheets.get(page) ?? []).map((href) => ['link', { rel: 'stylesheet', href }]),
    // Vite's loader looks for `rel="stylesheet"` alone, and would not find the theme's sheet as VitePress links it.
    linkOnce: (html) =>
      html.replaceAll(/rel="preload stylesheet"( href="[^"]*") as="style"/g, 'rel="stylesheet"$1'),
  }
}

const themeSheet = /^assets\/0\.theme\./

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...all: never) => unknown>>[1]

const build = {
  cssCodeSplit: true,
  rolldownOptions: {
    output: {
      assetFileNames: ({ names }: { names: string[] }) =>
        names.includes('theme.css') ? 'assets/0.theme.[hash].[ext]' : 'assets/[name].[hash].[ext]',
    },
  },
}

/** The style sheets of a page's script and of all that it imports, but for the theme's. */
function sheetsOf(fileName: string, bundle: Bundle, seen = new Set<string>()): string[] {
  const chunk = bundle[fileName]
  if (chunk?.type !== 'chunk' || seen.has(fileName)) return []
  seen.add(fileName)
  const own = [...(chunk.viteMetadata?.importedCss ?? [])]
  const imported = chunk.imports.flatMap((name) => sheetsOf(name, bundle, seen))
  return [...new Set([...imported, ...own])].filter((file) => !themeSheet.test(file))
}

/** What a page's script waits for: its style sheets, unless the page came with them. */
function loading(sheets: readonly string[]): string {
  return `await Promise.all(${JSON.stringify(sheets)}.map((href) => document.querySelector(\`link[href="\${href}"]\`) ?? new Promise((done) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: done, onerror: done })
  document.head.append(link)
})))`
}
