import { cpSync, createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Plugin, UserConfig } from 'vite'
import { isInside, type DocsFolder } from './docs-folder.ts'
import type { PageIndex } from './pages.ts'

/** How Vite serves and bundles the site. */
export function viteOptions(docs: DocsFolder, index: PageIndex, build: Plugin[]): UserConfig {
  return {
    plugins: [
      rereadPages(index),
      ...build,
      ...(docs.outside ? [resolveFromRepository(docs)] : []),
      publicFilesOfSite(docs),
    ],
    server: { fs: { allow: [docs.root, docs.directory] } },
    resolve: {
      // Two versions of Vue in one page do not know of each other's components.
      dedupe: ['vue'],
      alias: { tldts: join(docs.root, 'playground/hosts/browser/public-suffix.ts') },
    },
  }
}

/** Reads the pages' front matter again when the author saves one. */
function rereadPages(index: PageIndex): Plugin {
  return {
    name: 'site:pages',
    configureServer(server) {
      server.watcher.on('all', (_event, file) => {
        if (file.endsWith('.md')) index.refresh()
      })
    },
  }
}

/**
 * Pages outside the repository import `vue` and `vue/server-renderer` once compiled, and find neither
 * beside themselves: bare imports of theirs are resolved as if they stood in the repository.
 */
function resolveFromRepository(docs: DocsFolder): Plugin {
  const repositoryFile = join(docs.root, 'package.json')
  return {
    name: 'site:outside-docs',
    enforce: 'pre',
    // VitePress asks for these beside the pages; there they are missing, and found on first use anyway.
    configResolved({ optimizeDeps, environments }) {
      for (const options of [optimizeDeps, environments['client']?.optimizeDeps]) {
        if (!options?.include) continue
        options.include = options.include.filter((id) => !id.startsWith('vitepress >'))
      }
    },
    async resolveId(id, importer, options) {
      // Vite looks for it beside the pages, and bundles what it does not find: a Vue of the pages' own
      // would not know the theme's components.
      const isOnServer = this.environment.config.consumer === 'server'
      if (isOnServer && /^vue(\/|$)/.test(id)) return { id, external: true }
      if (!importer || !isInside(docs.directory, importer.split('?')[0] ?? '')) return null
      if (!/^[@\w]/.test(id) || /^[a-z]+:/i.test(id)) return null
      return this.resolve(id, repositoryFile, { ...options, skipSelf: true })
    },
  }
}

/** Icons and the service worker of the site itself, where the docs folder has no file of that name. */
function publicFilesOfSite(docs: DocsFolder): Plugin {
  const own = join(docs.root, 'docs/public')
  const name = 'site:public-files'
  if (docs.publicDirectory === own) return { name }
  return {
    name,
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '/').split(/[?#]/)[0] ?? '/')
        const file = join(own, path)
        const isOurs = isInside(own, file) && existsSync(file) && statSync(file).isFile()
        if (!isOurs || existsSync(join(docs.publicDirectory, path))) return next()
        response.setHeader(
          'Content-Type',
          contentTypes[extname(file)] ?? 'application/octet-stream',
        )
        createReadStream(file).pipe(response)
      })
    },
    closeBundle() {
      const { command, build } = this.environment.config
      if (command !== 'build' || build.ssr || !existsSync(own)) return
      cpSync(own, build.outDir, { recursive: true, force: false })
    },
  }
}

const contentTypes: Record<string, string> = {
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.json': 'application/json',
  '.ico': 'image/x-icon',
}
