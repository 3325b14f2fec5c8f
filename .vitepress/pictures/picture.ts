import type { Edition, Era } from '../../playground/pim/index.ts'

type Role =
  | 'button'
  | 'cell'
  | 'checkbox'
  | 'combobox'
  | 'definition'
  | 'dialog'
  | 'group'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'main'
  | 'navigation'
  | 'option'
  | 'region'
  | 'row'
  | 'searchbox'
  | 'switch'
  | 'tab'
  | 'table'
  | 'tabpanel'
  | 'term'
  | 'text'
  | 'textbox'

type Named = `${Role} "${string}"` | Role

/**
 * A control or a part of a screen by role and name, as somebody would read it aloud: `button "Connect"`, or
 * `button "Connect" in region "My custom apps"`. A name may be that of a label which differs per wording, in double
 * brackets as authors write it: `button "[[customApps.createButton]]"`; one that ends in `…` is only the beginning.
 */
export type Target = Named | `${Named} in ${string}`

/** What somebody does before the picture is taken. */
export type Step =
  | `press ${Target}`
  | `check ${Target}`
  | `hover ${Target}`
  | `scroll to ${Target}`
  | `wait for ${Target}`
  | `open ${Target}`
  | `fill ${Target} with "${string}"`
  | `choose "${string}" in ${Target}`

/** A picture of a screen of the PIM: everything that it takes to draw it again. */
export interface Picture {
  /** The name of the file, without its ending. Pages and older sites link to it, so it stays. */
  readonly name: string
  readonly folder: 'apps' | 'articles'
  /** One of the gallery, or a file in `scenarios/`. */
  readonly scenario: string
  /** Default: that of the scenario. */
  readonly edition?: Edition
  /** What stands behind `#` in the address of the screen. */
  readonly screen: string
  readonly steps?: readonly Step[]
  /** What the picture shows: the box around all of these. Default: the whole screen. */
  readonly region?: readonly Target[]
  /** Room around the region. Default: 16. */
  readonly margin?: number
  /** The size of the screen. Default: 960 × 640. */
  readonly viewport?: { readonly width: number; readonly height: number }
  /**
   * The largest that a file of it may be, in bytes. Default: 100,000. One that stands in the first view of an article
   * counts in the weight of the first visit.
   */
  readonly sizeLimit?: number
  /** Another name for the picture in the wording of an era, because older sites know it by that one. */
  readonly names?: Partial<Readonly<Record<Era, string>>>
}
