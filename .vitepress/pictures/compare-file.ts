import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { imageFolder, type Fingerprint } from './drawn.ts'
import { compare, sizeLimit, toWebp } from './pixels.ts'

/** A file that is not as it would be drawn now. */
export interface Change {
  /** Its path below the folder of images. */
  file: string
  /** Why: `new`, or what differs. */
  reason: string
  webp: Buffer
  /** What differs in red, where there is something to compare with. */
  difference?: Buffer
  /** PNG of the picture as it would be now. */
  png: Buffer
}

/** A picture could not be drawn; the message names it, its scenario and the step. */
export class PictureError extends Error {
  override readonly name = 'PictureError'
}

/** A larger part of the pixels must differ before a picture counts as another one: letters are drawn a little
 * differently from one version of the browser to the next. */
export const tolerance = 0.001

/**
 * Compares a picture that was taken with the file that is published.
 *
 * @param before what is known of the file, when it still shows the same words
 * @param limit the largest that the file may be, in bytes
 * @throws {PictureError} when it cannot be made small enough
 */
export async function compareFile(
  table: Page,
  png: Buffer,
  file: string,
  before: Fingerprint | undefined,
  limit = sizeLimit,
): Promise<{ fingerprint: Fingerprint; change?: Change }> {
  const seen = sum(png)
  const old = readImage(file)
  const isKept = old && old.length <= limit && before?.file === sum(old)
  if (before && isKept && before.seen === seen) return { fingerprint: before }
  try {
    const webp = await toWebp(table, png, limit)
    const difference = old && (await compare(table, old, webp))
    if (before && isKept && difference && difference.share <= tolerance) {
      return { fingerprint: before }
    }
    const percent = ((difference?.share ?? 1) * 100).toFixed(2)
    const reason = !old
      ? 'new'
      : !before
        ? `other words or places, ${percent}% of the pixels differ`
        : `${percent}% of the pixels differ`
    return {
      fingerprint: { seen, file: sum(webp) },
      change: { file, reason, webp, png, ...(difference && { difference: difference.image }) },
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new PictureError(`pictures: ${file}: ${reason}`, { cause })
  }
}

/** SHA-256, shortened. */
export function sum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}

function readImage(file: string): Buffer | undefined {
  try {
    return readFileSync(join(imageFolder, file))
  } catch {
    return undefined
  }
}
