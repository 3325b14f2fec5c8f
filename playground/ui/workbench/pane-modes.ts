import type { WorkbenchLayout } from './layout.ts'
import type { PaneWidths } from './pane-widths.ts'

/** Three panes side by side; the first beside tabs of the others; or all of them tabs. */
export type PaneMode = 'columns' | 'split' | 'tabs'

/** What fits into so many pixels. */
export function modeOf(width: number): PaneMode {
  if (width >= 1150) return 'columns'
  return width >= 840 ? 'split' : 'tabs'
}

/** The widths of the columns that are in sight, in percent. */
export function columnsOf(mode: PaneMode, { widths }: Pick<WorkbenchLayout, 'widths'>): PaneWidths {
  if (mode === 'columns') return widths
  if (mode === 'tabs') return [100]
  // Beside one column instead of two, the first one has more room.
  const first = Math.min(Math.max((widths[0] ?? 0) + 14, 30), 70)
  return [first, 100 - first]
}
