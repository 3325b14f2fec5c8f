import { getAttribute, hasOptions } from './attribute.ts'
import type { AttributeOption } from './catalogue-state.ts'
import {
  codeViolations,
  requireSameCode,
  saveEntity,
  unchangeable,
  type ChangeRules,
  type Saved,
} from './change.ts'
import { labelViolations, mergeTexts, readText, type Fields } from './fields.ts'
import type { Operation } from './operation.ts'
import { wrongCode, wrongType } from './property-error.ts'

const rules: ChangeRules<AttributeOption> = {
  collection: (operation) => operation.attributeOptions,
  keyOf: ({ attribute, code }) => `${attribute}.${code}`,
  blank: () => ({ code: '', attribute: '', sort_order: 1, labels: {} }),
  setters: {
    // The code of an option that is there stays what it is, without a word.
    code: (operation, value, option) => {
      const code = readText('code', value) ?? ''
      return operation.attributeOptions.has(`${option.attribute}.${option.code}`) ? {} : { code }
    },
    attribute(operation, value) {
      const attribute = readText('attribute', value) ?? ''
      if (operation.attributes.has(attribute)) return { attribute }
      const because = 'The attribute does not exist'
      throw wrongCode({ property: 'attribute', key: 'attribute code', because, given: attribute })
    },
    sort_order(_, value) {
      if (value === null) return { sort_order: 1 }
      if (typeof value === 'number' && Number.isInteger(value)) return { sort_order: value }
      throw wrongType('sort_order', 'an integer', value)
    },
    labels: (_, value, { labels }) => ({ labels: mergeTexts('labels', value, labels, 'labels') }),
  },
  violations(operation, option, before) {
    const isTaken = operation.attributeOptions.has(`${option.attribute}.${option.code}`)
    const attribute = operation.attributes.get(option.attribute)
    const message = `Attribute "${option.attribute}" does not support options. Only attributes of type "pim_catalog_simpleselect", "pim_catalog_multiselect" support options`
    return [
      before && before.attribute !== option.attribute ? unchangeable('attribute') : undefined,
      attribute && hasOptions(attribute) ? undefined : { property: 'attribute', message },
      ...codeViolations(isTaken, option, before, { noun: 'Option' }),
      ...labelViolations(operation, option.labels, 255),
    ]
  },
}

/** Creates an option and gives back its code. Throws `not-found`, `unprocessable`, `PropertyError` or `violations`. */
export function createAttributeOption(
  operation: Operation,
  attribute: string,
  fields: Fields,
): string {
  getAttribute(operation, attribute)
  requireSameCode(fields, attribute, 'attribute', 'attribute code')
  return saveEntity(operation, rules, undefined, new Map([...fields, ['attribute', attribute]]))
    .code
}

/** Changes an option, or creates it. Throws as `createAttributeOption`. */
export function updateAttributeOption(
  operation: Operation,
  attribute: string,
  code: string,
  fields: Fields,
): Saved {
  getAttribute(operation, attribute)
  const before = operation.attributeOptions.get(`${attribute}.${code}`)
  if (!before) {
    requireSameCode(fields, attribute, 'attribute', 'attribute code')
    requireSameCode(fields, code, 'code', 'option code')
  }
  const named: Fields = new Map([['code', code], ['attribute', attribute], ...fields])
  return { code: saveEntity(operation, rules, before, named).code, isNew: before === undefined }
}
