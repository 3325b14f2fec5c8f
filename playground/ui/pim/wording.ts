import type { Era, words } from '../../pim/index.ts'

/** The labels of one era. */
export type Words = (typeof words)[Era]
