import { blankAttribute } from './attribute.ts'
import { attributeTypes, attributeViolations } from './attribute-rules.ts'
import type { Attribute, AttributeGroup, Labels } from './catalogue-state.ts'
import { codeViolations, type ChangeRules } from './change.ts'
import type { Violation } from './error.ts'
import { labelViolations, mergeTexts, readScalar, readText, readTexts } from './fields.ts'
import type { Operation } from './operation.ts'
import { emptyValue, PropertyError, wrongCode, wrongType } from './property-error.ts'
import { toAtom } from './text.ts'
import { readDay } from './value-data.ts'
import { toAmount } from './value-number.ts'

/** How attributes are changed (contract I.4). */
export const attributeRules: ChangeRules<Attribute> = {
  collection: (operation) => operation.attributes,
  keyOf: ({ code }) => code,
  blank: (operation) => ({ ...blankAttribute, updated: toAtom(operation.now()) }),
  setters: {
    code: (_, value) => ({ code: readText('code', value) ?? '' }),
    type: setType,
    group: setGroup,
    labels: (_, value, { labels }) => ({ labels: mergeTexts('labels', value, labels) }),
    available_locales: setLocales,
    allowed_extensions: (_, value) => ({
      allowed_extensions: readTexts(
        'allowed_extensions',
        value,
        '"allowed_extensions" values',
      ).filter((extension) => extension !== ''),
    }),
    date_min: (_, value) => ({ date_min: readDate('date_min', value) }),
    date_max: (_, value) => ({ date_max: readDate('date_max', value) }),
    ...Object.fromEntries(
      [
        'unique useable_as_grid_filter metric_family default_metric_unit reference_data_name',
        'max_characters validation_rule validation_regexp wysiwyg_enabled number_min number_max',
        'decimals_allowed negative_allowed max_file_size minimum_input_length sort_order',
        'localizable scopable default_value',
      ]
        .flatMap((line) => line.split(' '))
        .map((property) => [
          property,
          (_: Operation, value: unknown) => ({ [property]: readScalar(property, value) }),
        ]),
    ),
    guidelines: (_, value, { guidelines = {} }) => ({
      guidelines: mergeTexts('guidelines', value, guidelines),
    }),
    auto_option_sorting: (_, value) => ({ auto_option_sorting: readSorting(value) }),
    // Read-only; a client that sends back what it got is not refused.
    group_labels: () => ({}),
    required: () => ({}),
  },
  violations(operation, attribute, before) {
    return [
      ...codeViolations(operation.attributes.has(attribute.code), attribute, before, {
        noun: 'Attribute',
        longest: 255,
        message: 'Attribute code may contain only letters, numbers and underscore',
      }),
      ...attributeViolations(operation, attribute, before),
      ...labelViolations(operation, attribute.labels),
      ...unknownLocales(operation, attribute.guidelines),
    ]
  },
  settle: settleNumbers,
  follow: followGroup,
}

function readSorting(value: unknown): boolean | null {
  const given = readScalar('auto_option_sorting', value)
  if (given === null || typeof given === 'boolean') return given
  throw wrongType('auto_option_sorting', 'a boolean', given)
}

function unknownLocales(operation: Operation, guidelines: Labels = {}): Violation[] {
  return Object.keys(guidelines)
    .filter((locale) => !operation.locales.has(locale))
    .map((locale) => ({
      property: 'guidelines',
      message: `The locale "${locale}" does not exist.`,
    }))
}

function setType(_: Operation, value: unknown): Partial<Attribute> {
  const type = readText('type', value) ?? ''
  if (type === '') throw emptyValue('type')
  if (!attributeTypes.includes(type)) {
    const because = 'The attribute type does not exist'
    throw wrongCode({ property: 'type', key: 'attribute type', because, given: type })
  }
  return type === 'pim_catalog_identifier' ? { type, unique: true } : { type }
}

function setGroup(operation: Operation, value: unknown): Partial<Attribute> {
  const group = readText('group', value) ?? ''
  if (operation.attributeGroups.has(group)) return { group }
  const because = 'The attribute group does not exist'
  throw wrongCode({ property: 'group', key: 'code', because, given: group })
}

function setLocales(operation: Operation, value: unknown): Partial<Attribute> {
  const property = 'available_locales'
  const locales = readTexts(property, value, `"${property}" values`)
  const unknown = locales.find((code) => !operation.locales.has(code))
  if (unknown === undefined) return { available_locales: locales }
  const because = 'The locale does not exist'
  throw wrongCode({ property, key: 'locale code', because, given: unknown })
}

function readDate(property: string, value: unknown): string | null {
  const text = readText(property, value)
  if (text === null) return null
  const day = readDay(text)
  if (day !== undefined) return `${day}T00:00:00+00:00`
  throw new PropertyError(
    `Property "${property}" expects a string with the format "yyyy-mm-dd" as data, "${text}" given.`,
  )
}

/** Limits are kept as texts, whole numbers as numbers. */
function settleNumbers(attribute: Attribute): Attribute {
  const limit = (value: string | null): string | null =>
    value === null ? null : String(toAmount(attribute, value, 4))
  const whole = (value: number | null): number | null => (value === null ? null : Number(value))
  return {
    ...attribute,
    max_characters: whole(attribute.max_characters),
    number_min: limit(attribute.number_min),
    number_max: limit(attribute.number_max),
    max_file_size: attribute.max_file_size === null ? null : String(attribute.max_file_size),
    sort_order: Number(attribute.sort_order),
  }
}

/** The groups know their attributes too. */
function followGroup(
  operation: Operation,
  { code, group }: Attribute,
  before: Attribute | undefined,
): void {
  if (before?.group === group) return
  if (before) {
    const left = operation.attributeGroups.get(before.group) as AttributeGroup
    const attributes = left.attributes.filter((each) => each !== code)
    operation.attributeGroups.put(left.code, { ...left, attributes })
  }
  const joined = operation.attributeGroups.get(group) as AttributeGroup
  operation.attributeGroups.put(group, { ...joined, attributes: [...joined.attributes, code] })
}
