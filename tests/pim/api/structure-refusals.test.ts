import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal } from './build-writer.ts'

describe('refused changes of the structure (contract I.3)', () => {
  for (const [path, body, message, anchor] of [
    [
      '/families/bags',
      { attributes: ['nope'] },
      'Property "attributes" expects a valid code. The attribute does not exist, "nope" given.',
      'patch_families__code_',
    ],
    [
      '/families/bags',
      { attributes: 'name' },
      'Property "attributes" expects an array as data, "string" given.',
      'patch_families__code_',
    ],
    [
      '/families/bags',
      { attribute_as_label: 'nope' },
      'Property "attribute_as_label" expects a valid code. The attribute does not exist, "nope" given.',
      'patch_families__code_',
    ],
    [
      '/families/bags',
      { attribute_requirements: { tv: [] } },
      'Property "attribute_requirements" expects a valid code. The channel does not exist, "tv" given.',
      'patch_families__code_',
    ],
    [
      '/families/bags',
      { attribute_requirements: { print: 'a' } },
      'Property "attribute_requirements" expects an array with valid data, the channel "print" is not an array.',
      'patch_families__code_',
    ],
    [
      '/attributes/color',
      { group: 'nope' },
      'Property "group" expects a valid code. The attribute group does not exist, "nope" given.',
      'patch_attributes__code_',
    ],
    [
      '/attributes/color',
      { type: 'boat' },
      'Property "type" expects a valid attribute type. The attribute type does not exist, "boat" given.',
      'patch_attributes__code_',
    ],
    [
      '/attributes/color',
      { type: null },
      'Property "type" does not expect an empty value.',
      'patch_attributes__code_',
    ],
    [
      '/attributes/color',
      { unique: [] },
      'Property "unique" expects a scalar as data, "array" given.',
      'patch_attributes__code_',
    ],
    [
      '/attributes/color',
      { available_locales: ['xx'] },
      'Property "available_locales" expects a valid locale code. The locale does not exist, "xx" given.',
      'patch_attributes__code_',
    ],
    [
      '/attributes/release_date',
      { date_max: '1.1.2030' },
      'Property "date_max" expects a string with the format "yyyy-mm-dd" as data, "1.1.2030" given.',
      'patch_attributes__code_',
    ],
    [
      '/attribute-groups/marketing',
      { attributes: ['nope'] },
      'Property "attributes" expects a valid attribute code. The attribute does not exist, "nope" given.',
      'patch_attribute_groups__code_',
    ],
    [
      '/attributes/color/options/brass',
      { sort_order: 'first' },
      'Property "sort_order" expects an integer as data, "string" given.',
      'patch_attributes__attribute_code__options__code_',
    ],
    [
      '/categories/tables',
      { parent: 'nope' },
      'Property "parent" expects a valid category code. The category does not exist, "nope" given.',
      'patch_categories__code_',
    ],
    [
      '/categories/shop',
      { parent: 'master' },
      "You can't move a category tree linked to a channel.",
      'patch_categories__code_',
    ],
    [
      '/categories/tables',
      { labels: { en_US: [] } },
      'Property "labels" expects an array with valid data, one of the labels is not a scalar.',
      'patch_categories__code_',
    ],
    [
      '/channels/print',
      { currencies: ['XXX'] },
      'Property "currencies" expects a valid code. The currency does not exist, "XXX" given.',
      'patch_channels__code_',
    ],
    [
      '/channels/print',
      { category_tree: 'nope' },
      'Property "category_tree" expects a valid code. The category does not exist, "nope" given.',
      'patch_channels__code_',
    ],
    [
      '/association-types/PACK',
      { is_two_way: 'yes' },
      'Property "is_two_way" expects a boolean as data, "string" given.',
      'patch_association_types__code_',
    ],
  ] as const) {
    it(`PATCH ${path} with ${JSON.stringify(body)} is refused: ${message}`, async () => {
      const answer = await buildWriter().send('PATCH', path, body)
      expect(answer).toEqual({
        status: 422,
        location: null,
        body: documentedRefusal(message, anchor),
      })
    })
  }

  for (const [path, body, property, message] of [
    [
      '/families/bags',
      { attribute_as_label: 'bulb_type' },
      'attribute_as_label',
      'Property "attribute_as_label" must belong to the family',
    ],
    [
      '/families/bags',
      { attribute_requirements: { print: ['bulb_type'] } },
      'attribute_requirements',
      'The attribute "bulb_type" cannot be an attribute required for the channel "print" as it does not belong to this family',
    ],
    [
      '/attributes/color',
      { type: 'pim_catalog_multiselect' },
      'type',
      'This property cannot be changed.',
    ],
    ['/attributes/color', { localizable: true }, 'localizable', 'This property cannot be changed.'],
    [
      '/attributes/color',
      { useable_as_grid_filter: 'x' },
      'useable_as_grid_filter',
      'This value should be of type bool.',
    ],
    ['/attributes/color', { max_characters: 5 }, 'max_characters', 'This value should be null.'],
    [
      '/attributes/name',
      { max_characters: 256 },
      'max_characters',
      'This value should be less than or equal to 255.',
    ],
    [
      '/attributes/weight',
      { default_metric_unit: 'LITER' },
      'default_metric_unit',
      'Please specify a valid metric unit',
    ],
    [
      '/attributes/warranty',
      { decimals_allowed: null },
      'decimals_allowed',
      'This value should not be null.',
    ],
    [
      '/attributes/warranty',
      { number_max: -1 },
      'number_max',
      'The max number must be greater than the min number',
    ],
    [
      '/attributes/ean',
      { validation_regexp: '/(/' },
      'validation_regexp',
      'This regular expression is not valid.',
    ],
    [
      '/attribute-groups/marketing',
      { sort_order: 'x' },
      'sort_order',
      'This value should be of type numeric.',
    ],
    [
      '/categories/home',
      { parent: 'tables' },
      'parent',
      'The category "home" cannot be moved below itself.',
    ],
    [
      '/channels/print',
      { category_tree: 'tables' },
      'category_tree',
      'The category "tables" has to be a root category.',
    ],
    [
      '/channels/print',
      { locales: [] },
      'locales',
      'This collection should contain 1 element or more.',
    ],
    [
      '/channels/print',
      { currencies: ['AUD'] },
      'currencies',
      'The currency "AUD" has to be activated.',
    ],
    [
      '/channels/print',
      { conversion_units: { name: 'GRAM' } },
      'conversion_units',
      'The attribute "name" is not a measurement attribute.',
    ],
    [
      '/association-types/PACK',
      { is_quantified: true },
      'is_quantified',
      'This property cannot be changed.',
    ],
  ] as const) {
    it(`PATCH ${path} with ${JSON.stringify(body)} breaks a rule: ${message}`, async () => {
      const answer = await buildWriter().send('PATCH', path, body)
      expect(answer.status).toBe(422)
      expect((answer.body as { errors: object[] }).errors).toContainEqual({ property, message })
    })
  }
})
