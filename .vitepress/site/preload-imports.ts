import type { HeadConfig } from 'vitepress'
import type { Plugin } from 'vite'

/** What pages import at second hand, and the plugin that finds it. */
export interface PreloadedImports {
  plugin: Plugin
  /** The `<link>`s of a page, by its path in the docs folder. */
  headOf(page: string): HeadConfig[]
}

/**
 * Lets a page ask at once for all the scripts that it begins with. VitePress preloads what the scripts of a page
 * import themselves; what those import in turn would wait until they have come.
 */
export function preloadImports(): PreloadedImports {
  const preloaded = new Map<string, string[]>()
  let base = '/'
  let root = ''
  return {
    plugin: {
      name: 'site:preload-imports',
      apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
      configResolved(config) {
        base = config.base
        root = `${config.root}/`
      },
      generateBundle(_options, bundle) {
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
        const app = chunks.find((chunk) => chunk.isEntry && chunk.facadeModuleId?.endsWith('.js'))
        for (const page of chunks) {
          if (!page.facadeModuleId?.endsWith('.md')) continue
          const first = [...(app?.imports ?? []), ...page.imports]
          const later = [...importsOf(first, bundle)].filter((file) => !first.includes(file))
          preloaded.set(
            page.facadeModuleId.replace(root, ''),
            later.map((file) => base + file),
          )
        }
      },
    },
    headOf: (page) =>
      (preloaded.get(page) ?? []).map((href) => ['link', { rel: 'modulepreload', href }]),
  }
}

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...all: never) => unknown>>[1]

/** Scripts, and all that they import, however far. */
function importsOf(
  files: readonly string[],
  bundle: Bundle,
  found = new Set<string>(),
): Set<string> {
  for (const file of files) {
    const chunk = bundle[file]
    if (chunk?.type !== 'chunk' || found.has(file)) continue
    importsOf(chunk.imports, bundle, found.add(file))
  }
  return found
}
