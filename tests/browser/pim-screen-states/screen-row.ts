/** The looks that a screen must have a state of, or a reason why it has none. */
export const looks = ['empty', 'one', 'many', 'loading', 'error'] as const

/** Names of states, or why there are none. */
type Cell = readonly string[] | { readonly none: string }

/** A screen and the states in which it is looked at, one column a look. */
export interface ScreenRow extends Readonly<Record<(typeof looks)[number], Cell>> {
  readonly screen: string
  /** The paths of the router that lead to it; none for what stands on several screens. */
  readonly paths: readonly string[]
  /** What else it can look like. */
  readonly further: readonly string[]
}

export const alwaysOne = { none: 'It shows one thing, which is there or not.' }
export const onlyAQuestion = { none: 'It asks about what the page below it has loaded.' }
export const loadsNothing = { none: 'It asks the PIM for nothing before something is sent.' }
