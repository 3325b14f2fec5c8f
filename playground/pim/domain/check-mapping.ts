import type { Violation } from './error.ts'
import { findCatalogSource, type CatalogSource } from './mapping-source.ts'
import { targetsOf, type MappingTarget } from './mapping-target.ts'
import type { Operation } from './operation.ts'
import type { MappingSource, ProductMapping } from './product-mapping.ts'
import { quote } from './text.ts'

/** What people chose for a catalog with a mapping schema. */
export interface CheckedMapping {
  readonly schema: unknown
  readonly mapping: ProductMapping
  /** Whether the catalog is to be on: then no required target may be left out. */
  readonly enabled: boolean
}

/** What is wrong with a mapping, by target and field, as in `[product_mapping][name][locale]`. */
export function checkMapping(
  operation: Operation,
  { schema, mapping, enabled }: CheckedMapping,
): readonly Violation[] {
  const targets = new Map(targetsOf(schema).map((target) => [target.code, target]))
  const wrong = Object.entries(mapping).flatMap(([code, source]) =>
    checkEntry(operation, targets.get(code), source).map(([field, message]) => ({
      property: `[product_mapping][${code}]${field}`,
      message,
    })),
  )
  const missing = [...targets.values()].filter((target) => {
    const { source = null, default: fallback } = entryOf(mapping, target.code)
    return enabled && isLeftOut(target) && source === null && fallback === undefined
  })
  return [
    ...wrong,
    ...missing.map(({ code }) => ({
      property: `[product_mapping][${code}][source]`,
      message: 'A catalog that is enabled needs a source for this target.',
    })),
  ]
}

type Found = readonly [field: string, message: string]

function isLeftOut({ isRequired, isFixed }: MappingTarget): boolean {
  return isRequired && !isFixed
}

function entryOf(mapping: ProductMapping, code: string): Partial<MappingSource> {
  return (Object.hasOwn(mapping, code) ? mapping[code] : undefined) ?? {}
}

function checkEntry(
  operation: Operation,
  target: MappingTarget | undefined,
  entry: MappingSource,
): readonly Found[] {
  if (!target || target.isFixed) return [['', 'This target cannot be mapped.']]
  const fallback = checkDefault(target, entry.default)
  if (entry.source === null) return fallback
  const source = findCatalogSource(operation, entry.source)
  if (!source) return [['[source]', `The attribute ${quote(entry.source)} does not exist.`]]
  if (!target.kinds.includes(source.type)) {
    const message = `The source ${quote(source.code)} does not fit a target of the type ${quote(target.type)}.`
    return [['[source]', message]]
  }
  const found = [
    checkChannel(operation, source, entry),
    checkLocale(operation, source, entry),
    checkParameter(operation, source, entry),
  ]
  return [...found.filter((one) => one !== undefined), ...fallback]
}

function checkDefault({ type, takesDefault }: MappingTarget, value: unknown): readonly Found[] {
  if (value === undefined || (takesDefault && typeof value === type)) return []
  const message = takesDefault
    ? `This value should be of the type ${type}.`
    : 'This target cannot have a default value.'
  return [['[default]', message]]
}

function checkChannel(
  operation: Operation,
  { scopable }: CatalogSource,
  { scope }: MappingSource,
): Found | undefined {
  if (!scopable) return scope === null ? undefined : ['[scope]', 'This value should be null.']
  if (scope === null) return ['[scope]', 'This channel must not be empty.']
  if (operation.channels.has(scope)) return undefined
  return ['[scope]', `The channel ${quote(scope)} does not exist.`]
}

function checkLocale(
  operation: Operation,
  { localizable, scopable }: CatalogSource,
  { locale, scope }: MappingSource,
): Found | undefined {
  if (!localizable) return locale === null ? undefined : ['[locale]', 'This value should be null.']
  if (locale === null) return ['[locale]', 'This locale must not be empty.']
  const channel = scopable && scope !== null ? operation.channels.get(scope) : undefined
  const isThere = channel?.locales.includes(locale) ?? isActive(operation, locale)
  return isThere ? undefined : ['[locale]', `The locale ${quote(locale)} is not active there.`]
}

function checkParameter(
  operation: Operation,
  { parameter, units }: CatalogSource,
  { parameters = {} }: MappingSource,
): Found | undefined {
  if (parameter === null) return undefined
  const chosen = new Map(Object.entries(parameters)).get(parameter)
  const field = `[parameters][${parameter}]`
  if (chosen === undefined) return [field, 'This value should not be blank.']
  const known = {
    label_locale: () => isActive(operation, chosen),
    unit: () => units.some(({ code }) => code === chosen),
    currency: () => operation.currencies.get(chosen)?.enabled === true,
  }
  return known[parameter]() ? undefined : [field, `${quote(chosen)} does not exist.`]
}

function isActive(operation: Operation, locale: string): boolean {
  return operation.locales.get(locale)?.enabled === true
}
