import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'
import { exchange } from './exchange.ts'

const notNull = 'This value should not be null.'
const mustBeNull = 'This value should be null.'
const atLeastZero = 'This value should be greater than or equal to 0.'
const long = 'This value should be less than or equal to'

const text = { code: 'new', type: 'pim_catalog_text', group: 'other' }
const as = (kind: string, more: object = {}) => ({ ...text, type: `pim_catalog_${kind}`, ...more })
const number = (more: object) => {
  return as('number', { decimals_allowed: false, negative_allowed: false, ...more })
}
const metric = (more: object) => {
  return as('metric', { decimals_allowed: true, negative_allowed: false, ...more })
}

// What is posted, and each broken rule.
const rows: readonly (readonly [body: object, ...errors: (readonly [string, string])[]])[] = [
  [{ ...text, code: null }, ['code', 'This value should not be blank.']],
  [{ code: 'new', group: 'other' }, ['type', 'This value should not be blank.']],
  [{ code: 'new', type: 'pim_catalog_text' }, ['group', 'This value should not be blank.']],
  [{ ...text, code: 'categories' }, ['code', 'This code is not available']],
  [{ ...text, code: 'my_products' }, ['code', 'This code is not available']],
  [
    { ...text, code: 'a'.repeat(256) },
    ['code', 'This value is too long. It should have 255 characters or less.'],
  ],
  [as('identifier'), ['type', 'An identifier attribute already exists.']],
  [
    as('identifier', { unique: false }),
    ['type', 'An identifier attribute already exists.'],
    ['unique', 'This attribute type must be unique'],
  ],
  [{ ...text, localizable: null }, ['localizable', notNull]],
  [{ ...text, scopable: 'yes' }, ['scopable', 'This value should be of type bool.']],
  [
    as('textarea', { wysiwyg_enabled: 'yes' }),
    ['wysiwyg_enabled', 'This value should be of type bool.'],
  ],
  [{ ...text, max_characters: 'x' }, ['max_characters', 'This value should be of type numeric.']],
  [{ ...text, max_characters: -1 }, ['max_characters', atLeastZero]],
  [{ ...text, max_characters: 256 }, ['max_characters', `${long} 255.`]],
  [as('textarea', { max_characters: 65_536 }), ['max_characters', `${long} 65535.`]],
  [{ ...text, sort_order: null }, ['sort_order', notNull]],
  [{ ...text, sort_order: 'x' }, ['sort_order', 'This value should be of type numeric.']],
  [{ ...text, sort_order: 1.5 }, ['sort_order', 'This value should not be a decimal.']],
  [{ ...text, sort_order: -1 }, ['sort_order', atLeastZero]],
  [{ ...text, decimals_allowed: true }, ['decimals_allowed', mustBeNull]],
  [as('number', { negative_allowed: false }), ['decimals_allowed', notNull]],
  [as('boolean', { unique: true }), ['unique', "This attribute type can't have unique value"]],
  [
    { ...text, unique: true, localizable: true, scopable: true },
    ['localizable', 'A unique attribute can not be localizable'],
    ['scopable', 'A unique attribute can not be scopable'],
  ],
  [metric({}), ['metric_family', 'Please specify a valid metric family']],
  [
    metric({ metric_family: 'Length' }),
    ['default_metric_unit', 'Please specify a valid metric unit'],
  ],
  [
    number({ number_min: 5, number_max: '5' }),
    ['number_max', 'The max number must be greater than the min number'],
  ],
  [
    as('date', { date_min: '2024-05-07', date_max: '2024-05-06' }),
    ['date_max', 'The max date must be greater than the min date'],
  ],
  [
    { ...text, validation_rule: 'magic' },
    ['validation_rule', 'The value you selected is not a valid choice.'],
  ],
  [
    { ...text, validation_rule: 'regexp' },
    ['validation_regexp', 'This regular expression is not valid.'],
  ],
  [
    { ...text, validation_rule: 'regexp', validation_regexp: '/(/' },
    ['validation_regexp', 'This regular expression is not valid.'],
  ],
  [
    { ...text, allowed_extensions: ['png', ''] },
    ['allowed_extensions', 'This value should be blank.'],
  ],
]

describe('attributes that are refused (contract I.3)', () => {
  for (const [body, ...errors] of rows) {
    it(`${JSON.stringify(body).slice(0, 100)}: ${errors.map(([, each]) => each).join(' ')}`, async () => {
      expect(await exchange({ method: 'POST', path: '/attributes', body })).toMatchObject({
        status: 422,
        body: violationRefusal(...errors.map(([property, message]) => ({ property, message }))),
      })
    })
  }

  for (const property of ['type', 'scopable', 'localizable', 'metric_family', 'unique']) {
    it(`${property} cannot be changed`, async () => {
      const to = { type: 'pim_catalog_date', metric_family: 'Weight' }[property] ?? true
      const { body } = await exchange({
        method: 'PATCH',
        path: '/attributes/thread_count',
        body: { [property]: to },
      })
      expect(body).toMatchObject({
        errors: expect.arrayContaining([
          { property, message: 'This property cannot be changed.' },
        ]) as unknown,
      })
    })
  }

  for (const [body, message] of [
    [
      { available_locales: ['xx'] },
      'Property "available_locales" expects a valid locale code. The locale does not exist, "xx" given.',
    ],
    [
      { group: null },
      'Property "group" expects a valid code. The attribute group does not exist, "" given.',
    ],
    [
      { date_min: 'soon' },
      'Property "date_min" expects a string with the format "yyyy-mm-dd" as data, "soon" given.',
    ],
    [{ code: ['a'] }, 'Property "code" expects a scalar as data, "array" given.'],
  ] as const) {
    it(`PATCH with ${JSON.stringify(body)}: ${message}`, async () => {
      const answer = await exchange({ method: 'PATCH', path: '/attributes/color', body })
      expect(answer.body).toEqual(documentedRefusal(message, 'patch_attributes__code_'))
    })
  }
})

describe('attributes that are taken (contract I.4, I.6)', () => {
  for (const [body, kept] of [
    [
      { ...text, max_characters: '20', sort_order: '3', available_locales: ['en_US'] },
      { max_characters: 20, sort_order: 3, available_locales: ['en_US'] },
    ],
    [as('textarea', { max_characters: 300 }), { max_characters: 300 }],
    [
      as('date', { date_min: '2024-05-06', date_max: '2024-05-07' }),
      { date_min: '2024-05-06T00:00:00+00:00', date_max: '2024-05-07T00:00:00+00:00' },
    ],
    [as('date', { date_min: '2024-05-06', date_max: null }), { date_max: null }],
    [
      as('image', { allowed_extensions: ['png'], max_file_size: 2 }),
      { allowed_extensions: ['png'], max_file_size: '2' },
    ],
    [as('file', { allowed_extensions: ['pdf', ''] }), { allowed_extensions: ['pdf'] }],
    [
      number({ number_min: -1.5, number_max: '7', decimals_allowed: true }),
      {
        number_min: '-1.5000',
        number_max: '7.0000',
      },
    ],
    [number({ number_min: 1 }), { number_min: '1', number_max: null }],
    [
      metric({ metric_family: 'Length', default_metric_unit: 'METER' }),
      { metric_family: 'Length', default_metric_unit: 'METER' },
    ],
    [
      { ...text, validation_rule: 'regexp', validation_regexp: '/^a$/' },
      { validation_rule: 'regexp', validation_regexp: '/^a$/' },
    ],
    [
      { ...text, group_labels: { en_US: 'x' }, required: true },
      { group_labels: { en_US: 'Other' } },
    ],
    [{ ...text, labels: { en_US: true, fr_FR: false } }, { labels: { en_US: '1' } }],
  ] as const) {
    it(`POST ${JSON.stringify(body).slice(0, 100)}`, async () => {
      const { pim } = buildWriter()
      const made = await exchange({ method: 'POST', path: '/attributes', body }, pim)
      expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 })
      expect((await exchange({ path: '/attributes/new' }, pim)).body).toMatchObject(kept)
    })
  }
})
