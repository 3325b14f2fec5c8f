import options from './attribute-options.json' with { type: 'json' }
import type { Chance } from './chance.ts'
import { byLocale, finishOf, isFlavour, locales, type RangeFamily } from './range.ts'
import type { ProductType, Texts } from './range.ts'

/** One thing of the range: what its values are made from. */
export interface Piece {
  readonly type: ProductType
  readonly family: RangeFamily
  readonly name: string
  readonly finish: string
  /** Undefined where variants differ in it. */
  readonly color: string | undefined
  /** Tells it apart from every other piece. */
  readonly number: number
  /** Its code: pictures and instructions are found under it. */
  readonly code: string
}

/** When something was released, entered into the PIM and changed last. */
export interface Dates {
  readonly released: number
  readonly created: string
  readonly updated: string
}

type SeedValues = Record<string, unknown>

// A colour that the material already says is not said again in the name.
const silentColors = new Set(['natural', 'steel', 'brass', 'copper', 'clear'])
const colorLabels = new Map(options.color.map(({ code, labels }) => [code, Object.values(labels)]))
const day = 86_400_000
const media = 'https://media.example.com'

export function datesOf(chance: Chance): Dates {
  const released = Date.UTC(2022, 2, 1) + chance.below(1000) * day
  const created = released - (20 + chance.below(40)) * day + chance.below(day / 1000) * 1000
  const updated = created + chance.below(300) * day + chance.below(day / 1000) * 1000
  return { released, created: isoDate(created), updated: isoDate(updated) }
}

/** The values of a piece by attribute, then by channel and locale where they differ. */
export function valuesOf(piece: Piece, { released }: Dates, chance: Chance): SeedValues {
  const { type, family, color, finish, number } = piece
  return {
    name: nameOf(piece),
    description: descriptionOf(piece),
    brand: chance.pick(type.brands),
    release_date: isoDate(released),
    ...(color !== undefined && { color }),
    ...(isFlavour(finish) ? { flavour: finish } : { material: [finish] }),
    ean: eanOf(number, chance),
    price: pricesOf(type.price, chance),
    weight: metric(type.weight * chance.between(0.92, 1.08), 'KILOGRAM'),
    ...sizesOf(type, family.family, chance),
    ...ownValues(type),
    ...linksOf(piece),
    ...(isFlavour(finish) && { best_before: isoDate(released + 540 * day) }),
    delivery_days: { ecommerce: 2 + (number % 4), print: 7 },
  }
}

function nameOf({ type, name, finish, color }: Piece): Record<string, string> {
  const { phrase } = finishOf(finish)
  const isSilent = color === undefined || silentColors.has(color)
  const named: Record<string, string> = {}
  for (const [index, locale] of locales.entries()) {
    const noun = type.noun[index]
    const first = index === 0 ? `${name} ${noun}` : `${noun} ${name}`
    const tail = isSilent ? '' : `, ${colorLabels.get(color)?.[index]?.toLowerCase()}`
    named[locale] = `${first} ${phrase[index]}${tail}`
  }
  return named
}

// What products of a type have in common is made once.
const descriptions = new Map<string, SeedValues>()
const common = new WeakMap<ProductType, SeedValues>()

function descriptionOf({ type, family, finish, number }: Piece): SeedValues {
  // Some translations are still missing, so that not every product is complete.
  const isTranslated = (number - 1) % 9 !== 4
  const key = `${type.code}/${finish}/${isTranslated}`
  const known = descriptions.get(key)
  if (known) return known
  const parts = [type.text, finishOf(finish).text, family.text]
  const translated = isTranslated ? locales : locales.slice(0, -1)
  const long = translated.map((_, index) => parts.map((texts) => texts[index]).join(' '))
  const description = { ecommerce: byLocale(long), print: byLocale(type.print) }
  descriptions.set(key, description)
  return description
}

/** A number of the range 200 to 299, which shops give to goods themselves, with its check digit. */
export function eanOf(number: number, chance: Chance): string {
  const running = String(number).padStart(4, '0')
  const digits = `20${running}${String(chance.below(1_000_000)).padStart(6, '0')}`
  const sum = [...digits].reduce(
    (all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  )
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** Prices about `euros`, as shops like to write them. */
export function pricesOf(euros: number, chance: Chance): Record<string, string> {
  const step = euros < 20 ? 0.5 : 10
  const below = euros < 20 ? 0.1 : 1
  const round = (amount: number): number =>
    Math.max(euros < 20 ? 0.9 : 9, Math.round(amount / step) * step - below)
  const amount = round(euros * chance.between(0.88, 1.12))
  return {
    EUR: amount.toFixed(2),
    USD: round(amount * 1.1).toFixed(2),
    GBP: round(amount * 0.88).toFixed(2),
  }
}

function sizesOf(type: ProductType, family: string, chance: Chance): SeedValues {
  if (!type.size) return {}
  const factor = chance.between(0.95, 1.05)
  const [width, height, depth] = type.size.map((size) =>
    metric(size < 5 ? size : Math.round(size * factor), 'CENTIMETER'),
  )
  return family === 'textiles' ? { width, depth } : { width, height, depth }
}

function ownValues(type: ProductType): SeedValues {
  const known = common.get(type)
  if (known) return known
  const units: Readonly<Record<string, string>> = { capacity: 'LITER', power: 'WATT' }
  const values = Object.entries(type.values).map(([code, value]) => {
    const unit = units[code]
    return [code, unit === undefined ? value : metric(Number(value), unit)]
  })
  const texts = Object.entries(type.texts ?? {}).map(([code, each]: [string, Texts]) => [
    code,
    byLocale(each),
  ])
  const own = Object.fromEntries([...values, ...texts]) as SeedValues
  common.set(type, own)
  return own
}

/** Pictures and instructions lie elsewhere; the PIM keeps their addresses. */
function linksOf({ type, number, code }: Piece): SeedValues {
  const needsManual = type.values['assembly_required'] === true
  return {
    ...(number % 23 !== 7 && { picture: `${media}/pictures/${code}.jpg` }),
    ...(needsManual && {
      user_manual: byLocale(
        locales.map((locale) => `${media}/manuals/${locale.slice(0, 2)}/${code}.pdf`),
      ),
    }),
  }
}

export function metric(amount: number, unit: string): { amount: string; unit: string } {
  return { amount: (Math.round(amount * 100) / 100).toFixed(4), unit }
}

export function isoDate(time: number): string {
  return new Date(time).toISOString().replace('.000Z', '+00:00')
}
