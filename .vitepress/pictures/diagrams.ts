import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Studio } from './studio.ts'
import { imageFolder } from './drawn.ts'
import { toSmallPng } from './pixels.ts'

/** Diagrams of ours that older sites know as PNG; the pages show the SVG. Each with the sum of that SVG. */
const record = fileURLToPath(new URL('diagrams.json', import.meta.url))

/** The diagrams whose PNG was drawn from another SVG than the one that is there. */
export function outdatedDiagrams(): string[] {
  return Object.entries(readRecord())
    .filter(([name, sum]) => sumOf(name) !== sum)
    .map(([name]) => name)
}

/** Draws the PNG of diagrams on white, as large as the SVG is. */
export async function drawDiagrams(studio: Studio, names: readonly string[]): Promise<void> {
  const { page } = await studio.openEasel()
  for (const name of names) {
    const source = readFileSync(join(imageFolder, `${name}.svg`), 'utf8')
    await page.goto('about:blank')
    await page.setContent(
      `<style>
        body { margin: 0 }
        svg { display: block; font-family: 'Drawn Sans' }
        svg[font-family*='mono'] { font-family: 'Drawn Mono' }
      </style>${source.slice(source.indexOf('<svg'))}`,
    )
    const large = await page.locator('svg').first().screenshot({ type: 'png' })
    writeFileSync(join(imageFolder, `${name}.png`), await toSmallPng(page, large))
    writeFileSync(record, `${JSON.stringify({ ...readRecord(), [name]: sumOf(name) }, null, 2)}\n`)
  }
}

function readRecord(): Record<string, string> {
  return JSON.parse(readFileSync(record, 'utf8')) as Record<string, string>
}

function sumOf(name: string): string {
  const svg = readFileSync(join(imageFolder, `${name}.svg`))
  return createHash('sha256').update(svg).digest('hex').slice(0, 16)
}
