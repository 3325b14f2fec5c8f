import options from './attribute-options.json' with { type: 'json' }
import range from './range.json' with { type: 'json' }
import { createChance, type Chance } from './chance.ts'

/** A product as `products.json` keeps it: values by attribute, then by channel and locale where they differ. */
export interface SeedProduct {
  readonly identifier: string
  readonly uuid: string
  readonly enabled?: false
  readonly family: string
  /** Code of the product model whose variant it is. */
  readonly parent?: string
  readonly categories: readonly string[]
  readonly created: string
  readonly updated: string
  readonly values: Readonly<Record<string, unknown>>
  readonly associations?: Readonly<Record<string, readonly string[]>>
}

type ProductType = (typeof range.types)[number]
type Texts = Readonly<Record<string, string>>

const locales = ['en_US', 'fr_FR', 'de_DE'] as const
const materials: Readonly<Record<string, { phrase: Texts; text: Texts }>> = range.materials
const families: Readonly<Record<string, { text: Texts }>> = range.families
// A colour that the material already says is not said again in the name.
const silentColors = new Set(['natural', 'steel', 'brass', 'copper', 'clear'])
const day = 86_400_000

/** The demo shop's products, made from the word lists in `range.json`; the same for the same `seed` of chance. */
export function productRange(seed = 20_210_521): SeedProduct[] {
  const chance = createChance(seed)
  const products: SeedProduct[] = []
  for (const type of range.types) {
    for (const index of type.names.keys()) {
      products.push(toProduct(type, index, products.length, chance))
    }
  }
  return products.map((product, index) => associate(product, index, products))
}

function toProduct(type: ProductType, index: number, total: number, chance: Chance): SeedProduct {
  const [name, material, color] = [type.names[index]!, type.materials[index]!, type.colors[index]!]
  const released = Date.UTC(2022, 2, 1) + chance.below(1000) * day
  const created = released - (20 + chance.below(40)) * day + chance.below(day / 1000) * 1000
  const updated = created + chance.below(300) * day + chance.below(day / 1000) * 1000
  const isNew = released > Date.UTC(2024, 6, 1)
  return {
    identifier: `${type.code}-${name.toLowerCase()}`,
    uuid: chance.uuid(),
    ...(total % 37 === 29 && { enabled: false as const }),
    family: type.family,
    // A few products are not classified yet, as in every real catalogue.
    categories: total % 41 === 33 ? [] : [...type.categories, ...(isNew ? ['new_arrivals'] : [])],
    created: isoDate(created),
    updated: isoDate(updated),
    values: {
      name: translate(type, name, material, color),
      description: describe(type, material, total),
      brand: chance.pick(type.brands),
      release_date: isoDate(released),
      color,
      material: [material],
      ean: ean(total, chance),
      price: prices(type.price, chance),
      weight: metric(type.weight * chance.between(0.92, 1.08), 'KILOGRAM'),
      ...sizes(type, chance),
      ...extras(type),
    },
  }
}

function translate(type: ProductType, name: string, material: string, color: string): Texts {
  const colorLabels = options.color.find(({ code }) => code === color)!.labels as Texts
  const noun: Texts = type.noun
  const named = locales.map((locale) => {
    const first = locale === 'en_US' ? `${name} ${noun[locale]}` : `${noun[locale]} ${name}`
    const tail = silentColors.has(color) ? '' : `, ${colorLabels[locale]!.toLowerCase()}`
    return [locale, `${first} ${materials[material]!.phrase[locale]}${tail}`]
  })
  return Object.fromEntries(named) as Texts
}

function describe(type: ProductType, material: string, total: number): unknown {
  const text: Texts = type.text
  // Some translations are still missing, so that not every product is complete.
  const translated = locales.filter((locale) => locale !== 'de_DE' || total % 9 !== 4)
  const long = translated.map((locale) => [
    locale,
    [text, materials[material]!.text, families[type.family]!.text]
      .map((texts) => texts[locale])
      .join(' '),
  ])
  return { ecommerce: Object.fromEntries(long), print: type.print }
}

/** A number of the range 200 to 299, which shops give to goods themselves, with its check digit. */
function ean(total: number, chance: Chance): string {
  const digits = `20${String(total + 1).padStart(4, '0')}${String(chance.below(1_000_000)).padStart(6, '0')}`
  const sum = [...digits].reduce(
    (all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  )
  return `${digits}${(10 - (sum % 10)) % 10}`
}

function prices(euros: number, chance: Chance): Texts {
  const amount = Math.max(9, Math.round((euros * chance.between(0.88, 1.12)) / 10) * 10 - 1)
  return { EUR: amount.toFixed(2), USD: (Math.round((amount * 1.1) / 10) * 10 - 1).toFixed(2) }
}

function sizes(type: ProductType, chance: Chance): Record<string, unknown> {
  const factor = chance.between(0.95, 1.05)
  const [width, height, depth] = type.size.map((size) =>
    metric(size < 5 ? size : Math.round(size * factor), 'CENTIMETER'),
  )
  return type.family === 'textiles' ? { width, depth } : { width, height, depth }
}

function extras(type: ProductType): Record<string, unknown> {
  const units: Texts = { capacity: 'LITER', power: 'WATT' }
  return Object.fromEntries(
    Object.entries(type.values).map(([code, value]) => {
      const unit = units[code]
      return [code, unit === undefined ? value : metric(Number(value), unit)]
    }),
  )
}

function metric(amount: number, unit: string): { amount: string; unit: string } {
  return { amount: (Math.round(amount * 100) / 100).toFixed(4), unit }
}

/** Every third product is shown with its neighbours, and a few furnish a room together. */
function associate(
  product: SeedProduct,
  index: number,
  products: readonly SeedProduct[],
): SeedProduct {
  if (index % 3 !== 0) return product
  const others = [3, 6].map((step) => products[(index + step) % products.length]!.identifier)
  return { ...product, associations: { X_SELL: others } }
}

function isoDate(time: number): string {
  return new Date(time).toISOString().replace('.000Z', '+00:00')
}
