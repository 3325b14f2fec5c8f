import { chanceOf, type Chance } from './chance.ts'
import { allTypes, categoriesOf, codeOf } from './product-range.ts'
import { datesOf, eanOf, metric, pricesOf, valuesOf, type Dates } from './range-values.ts'
import { finishOf, type ModelType, type ProductType, type RangeFamily } from './range.ts'
import type { SeedModel, SeedProduct } from './seed-product.ts'
import variants from './variants.json' with { type: 'json' }

/** Product models and the variants below them. */
export interface VariantRange {
  readonly productModels: SeedModel[]
  readonly products: SeedProduct[]
}

type AttributeSets = (typeof variants.familyVariants)[number]['variant_attribute_sets']
type Axes = Readonly<Record<string, unknown>>

interface Line {
  readonly type: ProductType
  readonly family: string
  readonly familyVariant: string
  readonly model: ModelType
  readonly sets: AttributeSets
  readonly dates: Dates
  readonly chance: Chance
  /** The values in common, and those that a level may lay its own over. */
  readonly whole: Readonly<Record<string, unknown>>
}

const firstVariant = 2000

/** The models of every type that has some, each with one variant for each combination of its axes. */
export function variantRange(): VariantRange {
  const range: VariantRange = { productModels: [], products: [] }
  for (const [family, type] of allTypes()) {
    for (const model of type.models ?? []) addModel(range, family, type, model)
  }
  return range
}

function addModel(
  range: VariantRange,
  family: RangeFamily,
  type: ProductType,
  model: ModelType,
): void {
  const variant = variants.familyVariants.find(({ code }) => code === type.variant)
  if (!variant) throw new TypeError(`Unknown family variant "${type.variant}" in the demo range`)
  const sets = variant.variant_attribute_sets
  const code = codeOf(type, model.name)
  const chance = chanceOf(code)
  const dates = datesOf(chance)
  const number = range.productModels.length
  const color = model.axes['color'] ? undefined : finishOf(model.material).colors?.[0]
  const piece = { type, family, name: model.name, finish: model.material, color, number, code }
  const whole = valuesOf(piece, dates, chance)
  const below = new Set(sets.flatMap(({ attributes }) => attributes))
  const line = { type, family: family.family, familyVariant: variant.code, model, sets, dates }
  range.productModels.push({
    ...sharedOf({ ...line, chance, whole }),
    code,
    parent: null,
    categories: categoriesOf(type, dates.released),
    values: pickValues(
      [whole],
      Object.keys(whole).filter((attribute) => !below.has(attribute)),
    ),
  })
  addLevel(range, { ...line, chance, whole }, code, 0, {})
}

/** Adds what stands on a level below `parent`: models, or on the last level products. */
function addLevel(
  range: VariantRange,
  line: Line,
  parent: string,
  level: number,
  above: Axes,
): void {
  const set = line.sets[level]
  if (!set) throw new TypeError(`"${parent}" has no level ${level + 1} in the demo range`)
  for (const axes of combinations(line.model, set.axes)) {
    const all = { ...above, ...axes }
    const code = [parent, ...Object.values(axes).map(slugOf)].join('-')
    const layers = [axes, variantValues(range, line, all, code), line.whole]
    const values = pickValues(layers, set.attributes)
    if (level + 1 < line.sets.length) {
      range.productModels.push({ ...sharedOf(line), code, parent, categories: [], values })
      addLevel(range, line, code, level + 1, all)
    } else {
      range.products.push({
        identifier: code,
        uuid: line.chance.uuid(),
        ...(range.products.length % 53 === 17 && { enabled: false as const }),
        family: line.family,
        parent,
        categories: [],
        created: line.dates.created,
        updated: line.dates.updated,
        values,
      })
    }
  }
}

function sharedOf({ family, familyVariant, dates }: Line) {
  const { created, updated } = dates
  return { family, family_variant: familyVariant, created, updated }
}

/** What differs from variant to variant besides the axes themselves. */
function variantValues(
  range: VariantRange,
  { type, chance, whole }: Line,
  axes: Axes,
  code: string,
): Record<string, unknown> {
  const share = shareOf(type, axes)
  return {
    ean: eanOf(firstVariant + range.products.length, chance),
    weight: metric(type.weight * share * chance.between(0.95, 1.05), 'KILOGRAM'),
    ...(whole['picture'] !== undefined && {
      picture: `https://media.example.com/pictures/${code}.jpg`,
    }),
    ...(share !== 1 && { price: pricesOf(type.price * share, chance) }),
  }
}

/** How much of the usual content a variant has. */
function shareOf(type: ProductType, axes: Axes): number {
  const [own, usual] = [axes['net_weight'], type.values['net_weight']]
  return own === undefined ? 1 : amountOf(own) / amountOf(usual)
}

function amountOf(value: unknown): number {
  return Number((value as { amount: string }).amount)
}

function combinations(model: ModelType, axes: readonly string[]): Axes[] {
  let all: Axes[] = [{}]
  for (const axis of axes) {
    const values = model.axes[axis] ?? []
    all = all.flatMap((each) => values.map((value) => Object.assign({}, each, { [axis]: value })))
  }
  return all
}

function slugOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('_', '-') : `${amountOf(value)}g`
}

/** The values of some attributes, each from the first layer that has it. */
function pickValues(
  layers: readonly Axes[],
  attributes: readonly string[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const attribute of attributes) {
    const layer = layers.find((each) => each[attribute] !== undefined)
    if (layer) values[attribute] = layer[attribute]
  }
  return values
}
