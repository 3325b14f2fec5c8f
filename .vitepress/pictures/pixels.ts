import type { Page } from 'playwright-core'

/** The largest file that a picture may be, so that an article stays quick to read. */
export const sizeLimit = 100_000

/** How two pictures differ. */
export interface Difference {
  /** The share of pixels that differ, from 0 to 1. */
  share: number
  /** PNG: what differs in red, the rest pale. */
  image: Buffer
}

/**
 * A PNG as WebP, as good as `limit` lets it be.
 *
 * @param limit the largest that the file may be, in bytes
 * @throws {RangeError} when even a poor one is larger
 */
export async function toWebp(table: Page, png: Buffer, limit = sizeLimit): Promise<Buffer> {
  for (const quality of [0.86, 0.78, 0.7, 0.6, 0.5]) {
    const webp = await convert(table, png, { type: 'image/webp', quality, scale: 1 })
    if (webp.length <= limit) return webp
  }
  throw new RangeError(`the picture is larger than ${limit / 1000} kB: choose a smaller region`)
}

/** A PNG in half its size, and smaller where that is still larger than `sizeLimit`. */
export async function toSmallPng(table: Page, png: Buffer): Promise<Buffer> {
  for (const scale of [0.5, 0.4, 0.33, 0.25]) {
    const small = await convert(table, png, { type: 'image/png', quality: 1, scale })
    if (small.length <= sizeLimit) return small
  }
  throw new RangeError('the picture is larger than 100 kB: choose a smaller region')
}

/** Compares two pictures, each of them PNG or WebP. Pictures of different sizes differ in every pixel. */
export async function compare(table: Page, one: Buffer, other: Buffer): Promise<Difference> {
  const { share, image } = await table.evaluate(
    async ([first, second]) => {
      const [a, b] = await Promise.all([read(first), read(second)])
      if (a.width !== b.width || a.height !== b.height) return { share: 1, image: second }
      const result = new ImageData(a.width, a.height)
      let count = 0
      for (let at = 0; at < a.data.length; at += 4) {
        let distance = 0
        for (let channel = 0; channel < 3; channel++) {
          const apart = Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0))
          distance = Math.max(distance, apart)
        }
        const isOther = distance > 64
        if (isOther) count += 1
        const pale = 224 + (b.data[at + 1] ?? 0) / 8
        result.data.set(isOther ? [200, 0, 30, 255] : [pale, pale, pale, 255], at)
      }
      const canvas = new OffscreenCanvas(a.width, a.height)
      canvas.getContext('2d')?.putImageData(result, 0, 0)
      return { share: count / (a.width * a.height), image: await write(canvas) }

      async function read(data: string): Promise<ImageData> {
        const bitmap = await createImageBitmap(await (await fetch(data)).blob())
        const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
        if (!drawing) throw new TypeError('The browser cannot draw')
        drawing.drawImage(bitmap, 0, 0)
        return drawing.getImageData(0, 0, bitmap.width, bitmap.height)
      }
      async function write(drawn: OffscreenCanvas): Promise<string> {
        const reader = new FileReader()
        reader.readAsDataURL(await drawn.convertToBlob({ type: 'image/png' }))
        await new Promise((done) => reader.addEventListener('load', done))
        return String(reader.result)
      }
    },
    [toDataUrl(one), toDataUrl(other)] as const,
  )
  return { share, image: fromDataUrl(image) }
}

interface Conversion {
  type: 'image/webp' | 'image/png'
  quality: number
  scale: number
}

async function convert(table: Page, png: Buffer, conversion: Conversion): Promise<Buffer> {
  const converted = await table.evaluate(
    async ([data, { type, quality, scale }]) => {
      const bitmap = await createImageBitmap(await (await fetch(data)).blob())
      const width = Math.round(bitmap.width * scale)
      const height = Math.round(bitmap.height * scale)
      const canvas = new OffscreenCanvas(width, height)
      const drawing = canvas.getContext('2d')
      if (!drawing) throw new TypeError('The browser cannot draw')
      drawing.imageSmoothingQuality = 'high'
      drawing.drawImage(bitmap, 0, 0, width, height)
      const reader = new FileReader()
      reader.readAsDataURL(await canvas.convertToBlob({ type, quality }))
      await new Promise((done) => reader.addEventListener('load', done))
      return String(reader.result)
    },
    [toDataUrl(png), conversion] as const,
  )
  return fromDataUrl(converted)
}

function toDataUrl(image: Buffer): string {
  const isPng = image.readUInt32BE(0) === 0x89504e47
  return `data:image/${isPng ? 'png' : 'webp'};base64,${image.toString('base64')}`
}

function fromDataUrl(url: string): Buffer {
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
