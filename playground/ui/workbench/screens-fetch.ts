import type { BrowserPim } from '../../hosts/browser/index.ts'
import { readShownCredentials, type KnownCredentials } from './app/credentials.ts'

/** A `fetch` for the PIM's screens that remembers each secret which the PIM shows, since it shows it only once. */
export function rememberShownCredentials(
  fetch: BrowserPim['fetch'],
  known: KnownCredentials,
): BrowserPim['fetch'] {
  return async (path, init) => {
    const response = await fetch(path, init)
    const isCustomApp = path.startsWith('/rest/custom-apps') && init?.method === 'POST'
    if (!isCustomApp || !response.ok) return response
    try {
      const shown = readShownCredentials('POST', path, await response.clone().json())
      if (shown) known.remember(shown)
    } catch {
      // Not what the PIM answers when it shows credentials; the screen will say so.
    }
    return response
  }
}
