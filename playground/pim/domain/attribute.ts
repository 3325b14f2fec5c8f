import type { Attribute, AttributeOption } from './catalogue-state.ts'
import { byCode, known } from './known.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import { codeFilter, readStructureSearch, updatedFilter } from './structure-search.ts'

const optionTypes = ['pim_catalog_simpleselect', 'pim_catalog_multiselect']

/** The attributes that a search finds, by code. Throws `bad-request`. */
export function findAttributes(operation: Operation, search: object): readonly Attribute[] {
  return byCode(
    operation.attributes,
    readStructureSearch<Attribute>(search, {
      code: codeFilter('attribute codes'),
      updated: updatedFilter,
      type: {
        operator: 'IN',
        subject: 'attribute types',
        expects: 'strings',
        meets: ({ type }, value) => (value as readonly string[]).includes(type),
      },
      is_main_identifier: {
        operator: '=',
        subject: 'attribute is_main_identifier',
        expects: 'boolean',
        meets: (attribute, value) => isIdentifier(attribute) === value,
      },
    }),
  )
}

/** The attribute with this code. Throws `not-found`. */
export function getAttribute(operation: Operation, code: string): Attribute {
  return known(operation, operation.attributes.get(code), 'Attribute', code)
}

/** Whether products are told apart by this attribute. */
export function isIdentifier(attribute: Attribute): boolean {
  return attribute.type === 'pim_catalog_identifier'
}

/** Code of the attribute that products are told apart by. */
export function identifierCode(operation: Operation): string | undefined {
  return operation.attributes.where('type', 'pim_catalog_identifier')[0]?.code
}

/** Whether values of this attribute are codes of its options. */
export function hasOptions(attribute: Attribute): boolean {
  return optionTypes.includes(attribute.type)
}

/** The options of an attribute by code. Throws `not-found`, also when it is no select. */
export function findAttributeOptions(
  operation: Operation,
  attributeCode: string,
): readonly AttributeOption[] {
  requireOptions(operation, attributeCode)
  return operation.attributeOptions
    .where('attribute', attributeCode)
    .sort((one, other) => (one.code < other.code ? -1 : 1))
}

/** One option of an attribute. Throws `not-found`. */
export function getAttributeOption(
  operation: Operation,
  attributeCode: string,
  code: string,
): AttributeOption {
  requireOptions(operation, attributeCode)
  return known(
    operation,
    operation.attributeOptions.get(`${attributeCode}.${code}`),
    'Attribute option',
    code,
    `Attribute option "${code}" does not exist or is not an option of the attribute "${attributeCode}".`,
  )
}

function requireOptions(operation: Operation, attributeCode: string): void {
  const attribute = getAttribute(operation, attributeCode)
  const allowed = optionTypes.map((type) => `"${type}"`).join(', ')
  const because = `Attribute "${attributeCode}" is of type "${attribute.type}"`
  if (!operation.check('attribute.has-options', hasOptions(attribute), because)) {
    throw new PimError(
      'not-found',
      `Attribute "${attributeCode}" does not support options. Only attributes of type ${allowed} support options.`,
    )
  }
}

/** What an attribute has by itself, before anything is said about it (contract I.4). */
export const blankAttribute: Omit<Attribute, 'updated'> = {
  code: '',
  type: '',
  group: '',
  unique: false,
  useable_as_grid_filter: false,
  allowed_extensions: [],
  metric_family: null,
  default_metric_unit: null,
  reference_data_name: null,
  available_locales: [],
  max_characters: null,
  validation_rule: null,
  validation_regexp: null,
  wysiwyg_enabled: null,
  number_min: null,
  number_max: null,
  decimals_allowed: null,
  negative_allowed: null,
  date_min: null,
  date_max: null,
  max_file_size: null,
  minimum_input_length: null,
  sort_order: 0,
  localizable: false,
  scopable: false,
  labels: {},
  default_value: null,
}
