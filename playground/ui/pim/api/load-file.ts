import type { PimFetch } from './call.ts'

/** Where a picture is that the PIM keeps, by the path under which it does. */
export function picturePath(path: string): string {
  return `/media/show/${encodeURIComponent(path)}/thumbnail_small`
}

/** Gets a file from an address of the PIM; null when it cannot be had. */
export async function loadFile(fetch: PimFetch, address: string): Promise<Blob | null> {
  try {
    const response = await fetch(address)
    return response.ok ? await response.blob() : null
  } catch {
    return null
  }
}

/**
 * The address of a picture that may be shown as it is: one that holds the picture itself. A scenario that somebody
 * shares can name any address, and what the page asked for there would tell its owner of the reader.
 */
export function ownPicture(address: string | null | undefined): string | null {
  return address?.startsWith('data:image/') ? address : null
}
