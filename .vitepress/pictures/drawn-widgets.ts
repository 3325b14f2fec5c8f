import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Fingerprint } from './drawn.ts'

/** What is known of the picture of a widget: its size in CSS pixels, and both of its files. */
export interface DrawnWidget {
  readonly width: number
  readonly height: number
  readonly light: Fingerprint
  readonly dark: Fingerprint
}

const record = fileURLToPath(new URL('drawn-widgets.json', import.meta.url))

/** The pictures of widgets that were drawn, by name. */
export function readDrawnWidgets(): Readonly<Record<string, DrawnWidget>> {
  if (!existsSync(record)) return {}
  return JSON.parse(readFileSync(record, 'utf8')) as Record<string, DrawnWidget>
}

/** Notes that the picture of a widget was drawn. */
export function noteDrawnWidget(name: string, drawn: DrawnWidget): void {
  const all = Object.entries({ ...readDrawnWidgets(), [name]: drawn })
  const sorted = Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)))
  writeFileSync(record, `${JSON.stringify(sorted, null, 2)}\n`)
}
