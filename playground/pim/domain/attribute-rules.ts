import { isIdentifier } from './attribute.ts'
import type { Attribute } from './catalogue-state.ts'
import { unchangeable } from './change.ts'
import type { Violation } from './error.ts'
import { measurementFamilyOf } from './measurement-family.ts'
import type { Operation } from './operation.ts'
import { isNumeric } from './value-number.ts'
import { toRegExp } from './value-text.ts'

/** The types of attributes that there are, as far as they hold no reference data. */
export const attributeTypes: readonly string[] = [
  'identifier text textarea number price_collection multiselect simpleselect file image boolean date',
  'metric',
].flatMap((line) => line.split(' ').map((name) => `pim_catalog_${name}`))

const unchangeables = [
  'type',
  'scopable',
  'localizable',
  'metric_family',
  'unique',
  'reference_data_name',
] as const

const reserved =
  /^(?:id|iD|Id|ID|associationTypes|categories|categoryId|completeness|enabled|family|groups|associations|products|scope|treeId|values|category|parent|label|.*_(?:products|groups)|entity_type|attributes)$/

/** What must be said of attributes of some types. */
const needed = {
  decimals_allowed: ['number', 'price_collection', 'metric'],
  negative_allowed: ['number', 'metric'],
} as const

/** What may only be said of attributes of some types: others have null there. */
const onlyFor: readonly [property: keyof Attribute, types: readonly string[]][] = [
  ['wysiwyg_enabled', ['textarea']],
  ['decimals_allowed', needed.decimals_allowed],
  ['negative_allowed', needed.negative_allowed],
  ['max_characters', ['identifier', 'text', 'textarea']],
  ['max_file_size', ['file', 'image']],
  ['date_min', ['date']],
  ['date_max', ['date']],
  ['validation_rule', ['text', 'identifier']],
  ['validation_regexp', ['text', 'identifier']],
  ['number_min', ['number', 'price_collection', 'metric']],
  ['number_max', ['number', 'price_collection', 'metric']],
  ['metric_family', ['metric']],
  ['default_metric_unit', ['metric']],
]

/** What an attribute breaks apart from its code and labels (contract I.3). */
export function attributeViolations(
  operation: Operation,
  attribute: Attribute,
  before: Attribute | undefined,
): Violation[] {
  const violations: Violation[] = []
  const add = (property: string, message: string): unknown => violations.push({ property, message })
  if (attribute.type === '') add('type', 'This value should not be blank.')
  if (attribute.group === '') add('group', 'This value should not be blank.')
  if (reserved.test(attribute.code)) add('code', 'This code is not available')
  for (const property of unchangeables) {
    if (before && before[property] !== attribute[property]) violations.push(unchangeable(property))
  }
  const others = operation.attributes.where('type', 'pim_catalog_identifier')
  if (isIdentifier(attribute) && others.some(({ code }) => code !== attribute.code)) {
    add('type', 'An identifier attribute already exists.')
  }
  addKindViolations(attribute, add)
  if (attribute.type !== '') addTypeViolations(operation, attribute, add)
  return violations
}

type Add = (property: string, message: string) => unknown

function addKindViolations(attribute: Attribute, add: Add): void {
  const switches = ['localizable', 'scopable', 'useable_as_grid_filter', 'unique'] as const
  for (const property of switches) {
    if ((attribute[property] as unknown) === null) add(property, 'This value should not be null.')
    else if (typeof attribute[property] !== 'boolean') add(property, wrongKind('bool'))
  }
  for (const property of ['wysiwyg_enabled', 'decimals_allowed', 'negative_allowed'] as const) {
    const value = attribute[property]
    if (value !== null && typeof value !== 'boolean') add(property, wrongKind('bool'))
  }
  const numbers = ['max_characters', 'max_file_size', 'number_min', 'number_max'] as const
  for (const property of numbers) {
    const value = attribute[property]
    if (value !== null && !isNumeric(value)) add(property, wrongKind('numeric'))
  }
  if ((attribute.sort_order as unknown) === null) {
    add('sort_order', 'This value should not be null.')
  } else if (!isNumeric(attribute.sort_order)) add('sort_order', wrongKind('numeric'))
  else if (!Number.isInteger(Number(attribute.sort_order))) {
    add('sort_order', 'This value should not be a decimal.')
  } else if (Number(attribute.sort_order) < 0) add('sort_order', atLeastZero)
}

const atLeastZero = 'This value should be greater than or equal to 0.'

function wrongKind(kind: string): string {
  return `This value should be of type ${kind}.`
}

function addTypeViolations(operation: Operation, attribute: Attribute, add: Add): void {
  const kind = attribute.type.replace('pim_catalog_', '')
  for (const [property, types] of onlyFor) {
    if (attribute[property] !== null && !types.includes(kind)) {
      add(property, 'This value should be null.')
    }
  }
  for (const property of ['decimals_allowed', 'negative_allowed'] as const) {
    const types: readonly string[] = needed[property]
    if (attribute[property] === null && types.includes(kind)) {
      add(property, 'This value should not be null.')
    }
  }
  if (kind === 'identifier' && attribute.unique !== true) {
    add('unique', 'This attribute type must be unique')
  }
  if (attribute.unique === true) addUniqueViolations(attribute, kind, add)
  const longest = kind === 'textarea' ? 65_535 : 255
  const characters = Number(attribute.max_characters ?? 0)
  if (characters < 0) add('max_characters', atLeastZero)
  if (characters > longest) {
    add('max_characters', `This value should be less than or equal to ${longest}.`)
  }
  if (kind === 'metric') addMetricViolations(operation, attribute, add)
  addRangeViolations(attribute, add)
  addPatternViolations(attribute, kind, add)
  if (attribute.allowed_extensions.length > 0 && kind !== 'file' && kind !== 'image') {
    add('allowed_extensions', 'This value should be blank.')
  }
}

function addUniqueViolations(attribute: Attribute, kind: string, add: Add): void {
  if (!['identifier', 'text', 'number', 'date'].includes(kind)) {
    add('unique', "This attribute type can't have unique value")
  }
  if (attribute.localizable) add('localizable', 'A unique attribute can not be localizable')
  if (attribute.scopable) add('scopable', 'A unique attribute can not be scopable')
}

function addMetricViolations(operation: Operation, attribute: Attribute, add: Add): void {
  const family = measurementFamilyOf(operation, attribute)
  if (!family) add('metric_family', 'Please specify a valid metric family')
  else if (!Object.hasOwn(family.units, attribute.default_metric_unit ?? '')) {
    add('default_metric_unit', 'Please specify a valid metric unit')
  }
}

function addRangeViolations(attribute: Attribute, add: Add): void {
  const { number_min: least, number_max: most, date_min: first, date_max: last } = attribute
  if (least !== null && most !== null && Number(least) >= Number(most)) {
    add('number_max', 'The max number must be greater than the min number')
  }
  if (first !== null && last !== null && first >= last) {
    add('date_max', 'The max date must be greater than the min date')
  }
}

function addPatternViolations(attribute: Attribute, kind: string, add: Add): void {
  const { validation_rule: rule, validation_regexp: pattern } = attribute
  const rules = kind === 'text' ? ['url', 'email', 'regexp'] : ['regexp']
  if (rule !== null && !rules.includes(rule)) {
    add('validation_rule', 'The value you selected is not a valid choice.')
  }
  if (rule === 'regexp' && (pattern === null || !toRegExp(String(pattern)))) {
    add('validation_regexp', 'This regular expression is not valid.')
  }
}
