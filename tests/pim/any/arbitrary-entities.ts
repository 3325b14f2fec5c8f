import * as fc from 'fast-check'

const codes = [
  'armchair-ondrel tote-bag-bolsena pendant-lamp-nimbra tote-bag-bolsena-sand lamps bags sku name',
  'description color weight price ean release_date bulb_type marketing other brass master tables shop',
  'ecommerce print en_US ja_JP EUR XXX PACK room_set Weight KILOGRAM bags_by_color pim_catalog_text',
  'pim_catalog_metric __proto__ constructor 085ac60d-481b-4481-96dc-9668b22a56c7 new_one',
].flatMap((line) => line.split(' '))
const properties = [
  'identifier uuid code enabled family categories groups parent values associations labels attributes',
  'quantified_associations family_variant variant_attribute_sets attribute_as_label attribute',
  'attribute_requirements type group unique localizable max_characters number_min number_max date_min',
  'validation_rule validation_regexp metric_family default_metric_unit decimals_allowed sort_order',
  'available_locales allowed_extensions currencies locales category_tree conversion_units is_two_way',
  'is_quantified standard_unit_code units name search limit scope level axes created __proto__',
].flatMap((line) => line.split(' '))

const anyCode = fc.constantFrom(...codes)
const anyText = fc.oneof(anyCode, fc.string({ unit: 'binary' }), fc.string())
const anyPlace = fc.oneof(fc.constant(null), anyCode, fc.jsonValue())
const anyData = fc.oneof(
  fc.jsonValue(),
  anyText,
  fc.array(anyCode, { maxLength: 3 }),
  fc.record({ amount: fc.oneof(fc.double(), anyText), unit: anyText }),
  fc.array(fc.record({ amount: fc.jsonValue(), currency: anyCode }), { maxLength: 2 }),
  fc.constantFrom('1e400', '-0', '2024-02-31', '9999-99-99', 1e308, -1),
)
const anyValue = fc.record(
  { locale: anyPlace, scope: anyPlace, data: anyData },
  { requiredKeys: [] },
)
const anyPart = fc.oneof(
  fc.jsonValue(),
  anyCode,
  fc.boolean(),
  fc.array(anyCode, { maxLength: 3 }),
  fc.dictionary(anyText, fc.oneof(fc.array(anyValue, { maxLength: 2 }), anyData), { maxKeys: 3 }),
  fc.dictionary(
    anyCode,
    fc.dictionary(
      fc.constantFrom('products', 'product_models', 'groups'),
      fc.array(
        fc.oneof(anyCode, fc.record({ identifier: anyCode, quantity: fc.integer() }), anyData),
        { maxLength: 2 },
      ),
    ),
    { maxKeys: 2 },
  ),
  fc.array(
    fc.record(
      {
        level: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.jsonValue()),
        axes: fc.array(anyCode, { maxLength: 2 }),
        attributes: fc.oneof(fc.array(anyCode, { maxLength: 2 }), fc.jsonValue()),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 3 },
  ),
)
export const anyEntity = fc.dictionary(fc.oneof(fc.constantFrom(...properties), anyText), anyPart, {
  maxKeys: 5,
})

/** Mostly what a property takes, sometimes anything. */
function mostly(likely: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: likely }, { weight: 1, arbitrary: anyPart })
}

function oneOf(...likely: readonly unknown[]): fc.Arbitrary<unknown> {
  return mostly(fc.constantFrom(...likely))
}

function some(...likely: readonly string[]): fc.Arbitrary<unknown> {
  return mostly(fc.subarray([...likely]))
}

/** At most three of these fields, so that not every change breaks some rule. */
function few(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  return fc
    .subarray(Object.entries(fields), { maxLength: 3 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)))
}

const label = mostly(
  fc.dictionary(fc.constantFrom('en_US', 'fr_FR'), oneOf('Text', '', null), { maxKeys: 2 }),
)
const amount = fc.oneof(fc.nat(99), fc.double(), fc.constantFrom('1.50', '1e3', '-0'))
const likelyData: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  color: fc.constantFrom('sand', 'brass', 'pink', null),
  material: fc.subarray(['oak', 'ash', 'canvas', 'none']),
  ean: fc.constantFrom('2000285456002', '1234567890123', 'x'),
  warranty: amount,
  waterproof: fc.boolean(),
  release_date: fc.constantFrom('2024-02-01', '2024-02-31', '2001-01-01'),
  weight: fc.record({ amount, unit: fc.constantFrom('KILOGRAM', 'GRAM', 'LITER') }),
  price: fc.array(fc.record({ amount, currency: fc.constantFrom('EUR', 'USD', 'AUD') }), {
    maxLength: 3,
  }),
  bulb_type: fc.constantFrom('e14', 'e27', 'gu10'),
}
const likelyValue = (data: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  mostly(
    fc.array(
      fc.record({ locale: fc.constant(null), scope: fc.constant(null), data: mostly(data) }),
      { minLength: 1, maxLength: 1 },
    ),
  )
const likelyValues = mostly(
  few(
    Object.fromEntries(Object.entries(likelyData).map(([code, data]) => [code, likelyValue(data)])),
  ),
)
const links = fc.record(
  {
    products: some('armchair-ondrel', 'dining-chair-tolka', 'none'),
    product_models: some('tote-bag-bolsena', 'none'),
  },
  { requiredKeys: [] },
)
const associations = mostly(fc.dictionary(fc.constantFrom('PACK', 'UPSELL', 'room_set'), links))
const parents = oneOf(null, 'tote-bag-bolsena', 'pendant-lamp-nimbra', 'pendant-lamp-nimbra-brass')

/** Entities that come close to what is right, by the address of their list. */
export const likelyEntities: Readonly<Record<string, fc.Arbitrary<object>>> = {
  '/api/rest/v1/products': few({
    identifier: oneOf('new', 'armchair-ondrel', 'other'),
    enabled: mostly(fc.boolean()),
    family: oneOf('bags', 'lamps', null),
    parent: parents,
    categories: some('seating', 'gifts'),
    values: likelyValues,
    associations,
  }),
  '/api/rest/v1/product-models': few({
    code: oneOf('new', 'other'),
    family_variant: oneOf('bags_by_color', 'lamps_by_color_and_bulb'),
    parent: parents,
    categories: some('seating'),
    values: likelyValues,
    associations,
  }),
  '/api/rest/v1/families': few({
    code: oneOf('new'),
    attributes: some('name', 'color', 'bulb_type', 'ean'),
    attribute_as_label: oneOf('name', 'sku'),
    attribute_requirements: mostly(
      fc.dictionary(fc.constantFrom('print', 'ecommerce'), some('name', 'color')),
    ),
    labels: label,
  }),
  '/api/rest/v1/families/{family_code}/variants': few({
    code: oneOf('new', 'newer'),
    labels: label,
    variant_attribute_sets: mostly(
      fc.array(
        fc.record({
          level: oneOf(1, 2),
          axes: some('color', 'bulb_type'),
          attributes: some('weight', 'ean'),
        }),
        { maxLength: 2 },
      ),
    ),
  }),
  '/api/rest/v1/attributes': few({
    code: oneOf('new'),
    type: oneOf('pim_catalog_text', 'pim_catalog_number', 'pim_catalog_metric'),
    group: oneOf('marketing', 'other'),
    labels: label,
    sort_order: mostly(fc.nat(9)),
    max_characters: oneOf(null, 10, 300),
    number_min: mostly(fc.oneof(amount, fc.constant(null))),
    decimals_allowed: oneOf(true, false, null),
    negative_allowed: oneOf(true, false, null),
    metric_family: oneOf('Weight', null),
    default_metric_unit: oneOf('GRAM', null),
    validation_rule: oneOf(null, 'regexp', 'url'),
    validation_regexp: oneOf(null, '/^a+$/', '/(/'),
  }),
  '/api/rest/v1/attribute-groups': few({
    attributes: some('name', 'color', 'sku'),
    sort_order: mostly(fc.nat(9)),
    labels: label,
  }),
  '/api/rest/v1/categories': few({
    code: oneOf('new'),
    parent: oneOf('master', 'tables', 'home', null),
    labels: label,
  }),
  '/api/rest/v1/channels': few({
    category_tree: oneOf('master', 'shop', 'tables'),
    locales: some('en_US', 'ja_JP', 'de_DE'),
    currencies: some('EUR', 'AUD'),
    conversion_units: mostly(fc.constantFrom({}, { weight: 'GRAM' }, { name: 'GRAM' })),
    labels: label,
  }),
  '/api/rest/v1/association-types': few({
    code: oneOf('new', 'newer'),
    is_quantified: mostly(fc.boolean()),
    labels: label,
  }),
}
