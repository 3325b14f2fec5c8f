import type { ScreenRow } from './screen-row.ts'
import { appRows } from './table-apps.ts'
import { connectionRows } from './table-connections.ts'
import { otherRows } from './table-others.ts'

/** Each screen of the PIM and the states in which it is looked at: one row a screen. */
export const screenTable: readonly ScreenRow[] = [...connectionRows, ...appRows, ...otherRows]
