/** Who takes part when software connects to a PIM. */
export type Actor = 'browser' | 'app' | 'pim'

/** One of the ways into the site: for whom it is, what they want, and where they read first. */
export interface Door {
  audience: string
  /** Whose lines of the sequence drawing they work at. */
  actors: Actor[]
  title: string
  text: string
  links: { text: string; link: string }[]
}
