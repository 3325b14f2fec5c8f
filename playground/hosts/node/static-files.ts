import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
}

/**
 * Serves the files of a small folder from memory: `/` is its `index.html`. Answers undefined for anything else, so
 * that the PIM does. `/` sets `cookie`, which signs the browser in. Rejects when the folder cannot be read.
 */
export async function createStaticFiles(
  folder: string,
  cookie: string,
): Promise<(request: Request) => Response | undefined> {
  const files = new Map<string, { body: Uint8Array<ArrayBuffer>; type: string }>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file).split(sep).join('/')}`
    const type = types[extname(file)] ?? 'application/octet-stream'
    files.set(path === '/index.html' ? '/' : path, {
      body: new Uint8Array(await readFile(file)),
      type,
    })
  }
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const { pathname } = new URL(request.url)
    const file = files.get(pathname)
    if (!file) return undefined
    const headers = {
      'content-type': file.type,
      'cache-control': isNamedByContent(pathname)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      ...(pathname === '/' && { 'set-cookie': cookie }),
    }
    return new Response(request.method === 'HEAD' ? null : file.body, { headers })
  }
}

/** Whether another content would have another name: the build puts a hash of it there. */
function isNamedByContent(path: string): boolean {
  return /^\/screens\/.+-[\w-]{8}\.(?:js|css)$/.test(path)
}
