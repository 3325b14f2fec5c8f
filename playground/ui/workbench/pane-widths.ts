/** Widths of the panes in percent; they add up to 100. */
export type PaneWidths = readonly number[]

const narrowest = 16

/** Moves the divider behind the pane at `index` by so many percent, as far as its two neighbours can give. */
export function moveDivider(widths: PaneWidths, index: number, by: number): PaneWidths {
  const before = widths[index]
  const after = widths[index + 1]
  if (before === undefined || after === undefined) return widths
  const moved = Math.min(Math.max(by, narrowest - before), after - narrowest)
  return widths.with(index, before + moved).with(index + 1, after - moved)
}

/** Reads widths that were kept, or gives the default. */
export function readWidths(text: string | null, fallback: PaneWidths): PaneWidths {
  try {
    const widths: unknown = JSON.parse(text ?? 'null')
    if (!Array.isArray(widths) || widths.length !== fallback.length) return fallback
    const isFit = widths.every((width) => typeof width === 'number' && width >= narrowest - 0.1)
    const sum = widths.reduce((total: number, width: number) => total + width, 0)
    return isFit && Math.abs(sum - 100) < 0.2 ? widths : fallback
  } catch {
    return fallback
  }
}
