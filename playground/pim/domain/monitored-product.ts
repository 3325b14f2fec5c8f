import { identifierCode } from './attribute.ts'
import type { Product } from './catalogue-state.ts'
import type { Fields } from './fields.ts'
import type { Operation } from './operation.ts'
import { member } from './search.ts'
import { withAncestors } from './variant.ts'

/** The product that an error is about, as the error monitoring names it (contract J.2). */
export interface MonitoredProduct {
  readonly uuid: string
  readonly identifier: string | null
  readonly label: string
  readonly family: string | null
}

/** How far a change had come with a product when it was refused. */
export function monitoredProduct(
  operation: Operation,
  draft: Product,
  fields: Fields,
): MonitoredProduct {
  const identifier = draft.identifier ?? givenIdentifier(operation, fields)
  const { uuid, family } = draft
  return { uuid, identifier, label: labelOf(operation, draft) ?? identifier ?? `[${uuid}]`, family }
}

/** The identifier among the values of a request, whose other values may be refused before it is read. */
function givenIdentifier(operation: Operation, fields: Fields): string | null {
  const values = member(fields.get('values'), identifierCode(operation) as string)
  const [value] = Object.values(Object(values) as object) as unknown[]
  const identifier = member(value, 'data')
  return typeof identifier === 'string' ? identifier : null
}

/** The value that the family says products are known by, when it is the same in every locale and channel. */
function labelOf(operation: Operation, draft: Product): string | undefined {
  const family = operation.families.get(draft.family ?? '')
  const { values } = withAncestors(operation, draft)
  const own = new Map(Object.entries(values)).get(family?.attribute_as_label ?? '')
  const value = own?.find(({ locale, scope }) => locale === null && scope === null)
  return typeof value?.data === 'string' ? value.data : undefined
}
