import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const source = fileURLToPath(new URL('../../playground/ui', import.meta.url))
const pimSource = fileURLToPath(new URL('../../playground/pim', import.meta.url))
const screens = join(source, 'pim')

/** The folder with the PIM's screens standing alone, built when a source is newer than what is there. */
export async function buildScreens(): Promise<string> {
  const folder = join(screens, 'dist')
  const built = await stat(join(folder, 'index.html')).then(
    (found) => found.mtimeMs,
    () => 0,
  )
  const newest = Math.max(await newestIn(source, folder), await newestIn(pimSource, folder))
  if (newest > built) {
    console.log('Building the screens of the PIM')
    await build({ configFile: join(screens, 'vite.config.ts'), logLevel: 'warn' })
  }
  return folder
}

async function newestIn(folder: string, except: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const times = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(except))
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs)
  return Math.max(0, ...(await Promise.all(times)))
}
