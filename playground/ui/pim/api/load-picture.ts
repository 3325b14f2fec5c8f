import type { PimFetch } from './call.ts'

/** Gets a picture that the PIM keeps, by the path under which it does; null when it cannot be had. */
export async function loadPicture(fetch: PimFetch, path: string): Promise<Blob | null> {
  try {
    const response = await fetch(`/media/show/${encodeURIComponent(path)}/thumbnail_small`)
    return response.ok ? await response.blob() : null
  } catch {
    return null
  }
}
