import { identifierCode } from './attribute.ts'
import type { Channel } from './catalogue-state.ts'
import { codeViolations, type ChangeRules } from './change.ts'
import type { Violation } from './error.ts'
import { labelViolations, mergeTexts, readText, readTexts } from './fields.ts'
import { measurementFamilyOf } from './measurement-family.ts'
import type { Operation } from './operation.ts'
import { wrongCode } from './property-error.ts'

/** How channels are changed (contract I.4). */
export const channelRules: ChangeRules<Channel> = {
  collection: (operation) => operation.channels,
  keyOf: ({ code }) => code,
  blank: () => ({
    code: '',
    currencies: [],
    locales: [],
    category_tree: '',
    conversion_units: {},
    labels: {},
  }),
  setters: {
    code: (_, value) => ({ code: readText('code', value) ?? '' }),
    category_tree(operation, value) {
      const tree = readText('category_tree', value) ?? ''
      requireKnown(operation.categories.has(tree), 'category_tree', 'category', tree)
      return { category_tree: tree }
    },
    locales: (operation, value) => ({ locales: readCodes(operation, 'locales', value) }),
    currencies: (operation, value) => ({ currencies: readCodes(operation, 'currencies', value) }),
    conversion_units: (_, value) => ({
      conversion_units: mergeTexts('conversion_units', value, {}),
    }),
    labels: (_, value, { labels }) => ({ labels: mergeTexts('labels', value, labels) }),
  },
  violations(operation, channel, before) {
    return [
      ...codeViolations(operation.channels.has(channel.code), channel, before, { noun: 'Channel' }),
      ...treeViolations(operation, channel),
      ...emptyViolations(channel),
      ...channel.currencies
        .filter((code) => operation.currencies.get(code)?.enabled !== true)
        .map((code) => ({
          property: 'currencies',
          message: `The currency "${code}" has to be activated.`,
        })),
      ...unitViolations(operation, channel),
      ...labelViolations(operation, channel.labels),
    ]
  },
  follow(operation, channel, before) {
    switchLocales(operation, [...channel.locales, ...(before?.locales ?? [])])
    if (!before) requireIdentifier(operation, channel.code)
  },
}

function readCodes(
  operation: Operation,
  property: 'locales' | 'currencies',
  value: unknown,
): readonly string[] {
  const codes = readTexts(property, value, `"${property}" values`)
  const noun = property === 'locales' ? 'locale' : 'currency'
  for (const code of codes) requireKnown(operation[property].has(code), property, noun, code)
  return codes.toSorted()
}

function requireKnown(isKnown: boolean, property: string, noun: string, given: string): void {
  if (isKnown) return
  throw wrongCode({ property, key: 'code', because: `The ${noun} does not exist`, given })
}

function treeViolations(operation: Operation, { category_tree: tree }: Channel): Violation[] {
  const property = 'category_tree'
  if (tree === '') return [{ property, message: 'This value should not be blank.' }]
  if (operation.categories.get(tree)?.parent === null) return []
  return [{ property, message: `The category "${tree}" has to be a root category.` }]
}

function emptyViolations(channel: Channel): Violation[] {
  const message = 'This collection should contain 1 element or more.'
  return (['locales', 'currencies'] as const)
    .filter((property) => channel[property].length === 0)
    .map((property) => ({ property, message }))
}

function unitViolations(operation: Operation, { conversion_units: units }: Channel): Violation[] {
  return Object.entries(units).flatMap(([code, unit]) => {
    const message = unitMessage(operation, code, unit)
    return message === undefined ? [] : [{ property: 'conversion_units', message }]
  })
}

function unitMessage(operation: Operation, code: string, unit: string): string | undefined {
  const attribute = operation.attributes.get(code)
  if (!attribute) return `The attribute "${code}" does not exist.`
  if (attribute.type !== 'pim_catalog_metric') {
    return `The attribute "${code}" is not a measurement attribute.`
  }
  const family = measurementFamilyOf(operation, attribute)
  if (family && Object.hasOwn(family.units, unit)) return undefined
  return `The unit "${unit}" does not exist or does not belong to the default measurement family of the given attribute "${code}".`
}

/** A locale is active as long as a channel has it. */
function switchLocales(operation: Operation, codes: readonly string[]): void {
  const channels = [...operation.channels.values()]
  for (const code of new Set(codes)) {
    const enabled = channels.some(({ locales }) => locales.includes(code))
    if (operation.locales.get(code)?.enabled !== enabled) {
      operation.locales.put(code, { code, enabled })
    }
  }
}

/** In a new channel every family requires at least the identifier. */
function requireIdentifier(operation: Operation, channel: string): void {
  const identifier = identifierCode(operation)
  if (identifier === undefined) return
  for (const family of operation.families.values()) {
    operation.families.put(family.code, {
      ...family,
      attribute_requirements: { ...family.attribute_requirements, [channel]: [identifier] },
    })
  }
}
