import type { Page } from 'playwright-core'

/** A rectangle in CSS pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What a picture shows, as somebody hears it who does not see it. */
export interface Seen {
  /** Where each control stands in the picture: `button Connect`, and `button Connect (2)` for a second one. */
  controls: Record<string, Box>
  /** Everything that is written there. */
  text: string
}

interface AriaNode {
  role?: string
  name?: string
  text?: string
  value?: string
  box?: Box
  children?: (AriaNode | string)[]
}

/** Reads the part of a page that a picture shows. */
export async function readSeen(page: Page, crop: Box): Promise<Seen> {
  const nodes = (await page.ariaSnapshotJSON({ boxes: true })) as unknown as AriaNode[]
  const seen: Seen = { controls: {}, text: '' }
  const texts: string[] = []
  walk(nodes, undefined)
  seen.text = texts.join(' · ')
  return seen

  function walk(children: readonly (AriaNode | string)[], around: Box | undefined): void {
    for (const child of children) {
      if (typeof child === 'string') {
        if (around && isInside(around, crop)) texts.push(child)
        continue
      }
      const box = child.box ?? around
      const isShown = box !== undefined && isInside(box, crop)
      if (isShown) {
        for (const text of [child.name, child.text, child.value]) if (text) texts.push(text)
        if (child.role && child.name) add(`${child.role} ${child.name}`, box)
      }
      walk(child.children ?? [], box)
    }
  }

  function add(id: string, box: Box): void {
    let free = id
    for (let number = 2; free in seen.controls; number++) free = `${id} (${number})`
    seen.controls[free] = {
      x: Math.round(box.x - crop.x),
      y: Math.round(box.y - crop.y),
      width: Math.round(box.width),
      height: Math.round(box.height),
    }
  }
}

/** True when the whole box is in the picture; boxes are rounded. */
function isInside(box: Box, crop: Box): boolean {
  return (
    box.width > 0 &&
    box.x >= crop.x - 1 &&
    box.y >= crop.y - 1 &&
    box.x + box.width <= crop.x + crop.width + 1 &&
    box.y + box.height <= crop.y + crop.height + 1
  )
}
