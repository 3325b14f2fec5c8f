import { copyFile, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds `browser-entry.ts` into a page of its own, with the service worker beside it. Gives the folder. */
export async function buildPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pim-page-'))
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      lib: {
        entry: fileURLToPath(new URL('browser-entry.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'page.js',
      },
    },
  })
  const worker = fileURLToPath(new URL('../../docs/public/mockServiceWorker.js', import.meta.url))
  await copyFile(worker, join(folder, 'mockServiceWorker.js'))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><title>PIM</title><script type="module" src="page.js"></script>',
  )
  return folder
}
