import bags from './range/bags.json' with { type: 'json' }
import clothing from './range/clothing.json' with { type: 'json' }
import decoration from './range/decoration.json' with { type: 'json' }
import flavours from './range/flavours.json' with { type: 'json' }
import furniture from './range/furniture.json' with { type: 'json' }
import kitchenware from './range/kitchenware.json' with { type: 'json' }
import lamps from './range/lamps.json' with { type: 'json' }
import materials from './range/materials.json' with { type: 'json' }
import outdoor from './range/outdoor.json' with { type: 'json' }
import pantry from './range/pantry.json' with { type: 'json' }
import shoes from './range/shoes.json' with { type: 'json' }
import stationery from './range/stationery.json' with { type: 'json' }
import textiles from './range/textiles.json' with { type: 'json' }
import toys from './range/toys.json' with { type: 'json' }
import unsorted from './range/unsorted.json' with { type: 'json' }

/** One text in each of `locales`, in their order; the last ones may be missing. */
export type Texts = readonly string[]

/** In which language each text of the range is, by its place. */
export const locales = ['en_US', 'fr_FR', 'de_DE'] as const

/** One kind of thing that the demo shop sells. */
export interface ProductType {
  readonly code: string
  readonly categories: readonly string[]
  readonly brands: readonly string[]
  /** The first products of this type, one a name; its material and colour stand at the same place. */
  readonly names: readonly string[]
  readonly materials: readonly string[]
  readonly colors: readonly string[]
  readonly noun: Texts
  readonly text: Texts
  readonly print: Texts
  /** Euros. */
  readonly price: number
  /** Kilograms. */
  readonly weight: number
  /** Width, height and depth in centimetres. */
  readonly size?: readonly number[]
  readonly values: Readonly<Record<string, unknown>>
  /** Values that differ by locale. */
  readonly texts?: Readonly<Record<string, Texts>>
  /** How many more products of this type there are, named after the names of the family. */
  readonly later?: number
  /** The family variant of `models`. */
  readonly variant?: string
  readonly models?: readonly ModelType[]
}

/** A product model: one variant for each combination of what stands at its axes. */
export interface ModelType {
  readonly name: string
  readonly material: string
  readonly axes: Readonly<Record<string, readonly unknown[]>>
}

export interface RangeFamily {
  readonly family: string
  readonly text: Texts
  readonly names: readonly string[]
  readonly types: readonly ProductType[]
}

/** What a thing is made of, or what it tastes of. */
export interface Finish {
  /** How a name says it, as in `in solid oak`. */
  readonly phrase: Texts
  readonly text: Texts
  /** Colours in which it comes. */
  readonly colors?: readonly string[]
}

/** The first products are made one after the other, so families and types keep their order. */
export const families = [
  furniture,
  lamps,
  kitchenware,
  outdoor,
  bags,
  textiles,
  clothing,
  shoes,
  decoration,
  stationery,
  toys,
  pantry,
] as unknown as readonly RangeFamily[]

/** What the shop sells before anybody has sorted it into a family. */
export const unsortedTypes: readonly (typeof unsorted)[number][] = unsorted

const finishes: Readonly<Record<string, Finish>> = { ...materials, ...flavours }

/** The finish with this code. Throws `TypeError` for one that nobody described. */
export function finishOf(code: string): Finish {
  const finish = finishes[code]
  if (!finish) throw new TypeError(`Unknown finish "${code}" in the demo range`)
  return finish
}

export function isFlavour(code: string): boolean {
  return Object.hasOwn(flavours, code)
}

/** Texts by locale, as values and labels have them. */
export function byLocale(texts: Texts): Record<string, string> {
  return Object.fromEntries(texts.map((text, index) => [locales[index] as string, text]))
}
