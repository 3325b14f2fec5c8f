/** One wording of a picture, as the renderer of the pages gives it. */
export interface ShownPicture {
  /** The address without `.webp` or `-dark.webp`. */
  file: string
  width: number
  height: number
  /** Left, top, width and height of what is lit. */
  boxes?: readonly (readonly [number, number, number, number])[]
}

/** Room between a control and the ring around it. */
const room = 5

interface Ring {
  x: number
  y: number
  width: number
  height: number
}

/** The rings around what is lit, inside of the picture. */
export function ringsOf({ boxes = [], width, height }: ShownPicture): Ring[] {
  return boxes.map(([left, top, boxWidth, boxHeight]) => {
    const x = Math.max(2, left - room)
    const y = Math.max(2, top - room)
    return {
      x,
      y,
      width: Math.min(width - 2, left + boxWidth + room) - x,
      height: Math.min(height - 2, top + boxHeight + room) - y,
    }
  })
}

/** The whole picture without the rings, as the path of an SVG with the fill rule `evenodd`. */
export function veilOf(shown: ShownPicture): string {
  const holes = ringsOf(shown).map(
    ({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`,
  )
  return `M0 0h${shown.width}v${shown.height}h${-shown.width}z${holes.join('')}`
}
