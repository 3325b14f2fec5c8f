import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'

const chair = '/products/armchair-ondrel'
const plain = (data: unknown) => [{ locale: null, scope: null, data }]

describe('refused changes of products (contract I.3)', () => {
  for (const [what, body, message] of [
    ['an unknown property', { extra: 1 }, 'Property "extra" does not exist.'],
    [
      'a family of the wrong type',
      { family: 5 },
      'Property "family" expects a string as data, "integer" given.',
    ],
    [
      'a family that is a list',
      { family: ['a'] },
      'Property "family" expects a scalar as data, "array" given.',
    ],
    ['an unknown family', { family: 'boats' }, 'The boats family does not exist in your PIM.'],
    [
      'an unknown category',
      { categories: ['sea'] },
      'The sea category does not exist in your PIM.',
    ],
    [
      'categories that are no list',
      { categories: 'sea' },
      'Property "categories" expects an array as data, "string" given.',
    ],
    [
      'an unknown group',
      { groups: ['g'] },
      'Property "groups" expects a valid group code. The group does not exist, "g" given.',
    ],
    [
      'an unknown parent',
      { parent: 'p' },
      'Property "parent" expects a valid parent code. The parent product model does not exist, "p" given.',
    ],
    [
      'no boolean',
      { enabled: null },
      'Property "enabled" expects a boolean as data, "NULL" given.',
    ],
    [
      'an unknown attribute',
      { values: { nope: plain(1) } },
      'The nope attribute does not exist in your PIM.',
    ],
    [
      'values that are no object',
      { values: 'x' },
      'Property "values" expects an array as data, "string" given.',
    ],
    [
      'a value without locale',
      { values: { name: [{ scope: null, data: 'a' }] } },
      'Property "name" expects an array with the key "locale".',
    ],
    [
      'a value that misses its locale',
      { values: { name: plain('a') } },
      'Attribute "name" expects a locale code and a null channel code, "" channel code and "" locale code given.',
    ],
    [
      'a value twice',
      { values: { color: [...plain('oak'), ...plain('sand')] } },
      'You cannot update the same product value on the "color" attribute twice, with the same scope and locale.',
    ],
    [
      'a text that is a number',
      { values: { name: [{ locale: 'en_US', scope: null, data: 5 }] } },
      'The name attribute requires a string, a integer was detected.',
    ],
    [
      'a select that is a list',
      { values: { color: plain(['sand']) } },
      'Property "color" expects a string as data, "array" given.',
    ],
    [
      'a multiselect that is a text',
      { values: { material: plain('oak') } },
      'Property "material" expects an array as data, "string" given.',
    ],
    [
      'a measurement without a unit',
      { values: { weight: plain({ amount: 1 }) } },
      'Property "weight" expects an array with the key "unit".',
    ],
    [
      'a measurement that is no number',
      { values: { weight: plain({ amount: 'x', unit: 'GRAM' }) } },
      'Property "weight" expects an array with valid data, key "amount" has to be a numeric, "string" given.',
    ],
    [
      'a price without currency',
      { values: { price: plain([{ amount: 1 }]) } },
      'Property "price" expects an array with the key "currency".',
    ],
    [
      'a switch that is a text',
      { values: { assembly_required: plain('yes') } },
      'The assembly_required attribute requires a boolean value (true or false) as data, a string was detected.',
    ],
    [
      'a date in another format',
      { values: { release_date: plain('01.02.2024') } },
      'Property "release_date" expects a string with the format "yyyy-mm-dd" as data, "01.02.2024" given.',
    ],
    [
      'an unknown association type',
      { associations: { NOPE: { products: [] } } },
      'Property "associations" expects a valid association type code. The association type does not exist or is quantified, "NOPE" given.',
    ],
    [
      'an unknown associated product',
      { associations: { PACK: { products: ['x'] } } },
      'Property "associations" expects a valid product identifier. The product does not exist, "x" given.',
    ],
    [
      'an unknown associated model',
      { associations: { PACK: { product_models: ['x'] } } },
      'Property "associations" expects a valid product model identifier. The product model does not exist, "x" given.',
    ],
  ] as const) {
    it(`PATCH with ${what} is refused, and nothing changes: ${message}`, async () => {
      const writer = buildWriter()
      const before = await writer.read(chair)
      const answer = await writer.send('PATCH', chair, { enabled: false, ...body })
      expect(answer).toEqual({
        status: 422,
        location: null,
        body: documentedRefusal(message, 'patch_products__code_'),
      })
      expect(await writer.read(chair)).toEqual(before)
    })
  }

  for (const [what, attribute, value, message] of [
    [
      'an unknown option',
      'color',
      { data: 'pink' },
      'The pink value is not in the color attribute option list.',
    ],
    [
      'unknown options',
      'material',
      { data: ['oak', 'a', 'b'] },
      'The a, b values are not in the material attribute option list.',
    ],
    [
      'an unknown channel',
      'description',
      { locale: 'en_US', scope: 'tv', data: 'a' },
      'Attribute "description" expects an existing scope, "tv" given.',
    ],
    [
      'a locale that is not active',
      'name',
      { locale: 'ja_JP', data: 'a' },
      'Attribute "name" expects an existing and activated locale, "ja_JP" given.',
    ],
    [
      'a locale of another channel',
      'description',
      { locale: 'de_DE', scope: 'print', data: 'a' },
      'Attribute "description" expects a valid locale, "de_DE" is not bound to channel "print".',
    ],
    [
      'a text that is too long',
      'name',
      { locale: 'en_US', data: 'a'.repeat(121) },
      'The name attribute must not contain more than 120 characters. The submitted value is too long.',
    ],
    [
      'a text of another form',
      'ean',
      { data: 'abc' },
      'The ean attribute must match the following regular expression: /^\\d{13}$/.',
    ],
    [
      'no number',
      'warranty',
      { data: 'two' },
      'The warranty attribute requires a number, and the submitted two value is not.',
    ],
    [
      'a decimal',
      'warranty',
      { data: 1.5 },
      'The warranty attribute requires a non-decimal value, and 1.5 is not a valid value.',
    ],
    [
      'a negative number',
      'warranty',
      { data: -1 },
      'The warranty attribute requires an equal or greater than 0 value.',
    ],
    [
      'an unknown unit',
      'weight',
      { data: { amount: 1, unit: 'STONE' } },
      'Please specify a valid metric unit',
    ],
    [
      'a date that is too early',
      'release_date',
      { data: '2019-12-31' },
      'The release_date attribute requires a date that should be 2020-01-01 or after.',
    ],
  ] as const) {
    it(`PATCH with ${what} breaks a rule: ${message}`, async () => {
      const complete = { locale: null, scope: null, ...value }
      const answer = await buildWriter().send('PATCH', chair, {
        values: { [attribute]: [complete] },
      })
      const { locale, scope } = complete
      expect(answer.body).toEqual(
        violationRefusal({ property: 'values', message, attribute, locale, scope }),
      )
    })
  }
})
