import { kindsFor } from './product-mapping.ts'
import { member } from './search.ts'

/** A property of a mapping schema, as people see it. */
export interface MappingTarget {
  readonly code: string
  /** The `title` of the schema, or the name of the property. */
  readonly label: string
  readonly description: string | null
  readonly type: string
  readonly format: string | null
  /** Products without it are not listed. */
  readonly isRequired: boolean
  /** The PIM fills it by itself: `uuid`, and what begins with `pim_`. */
  readonly isFixed: boolean
  /** Types of attributes that can fill it; also `family`, `categories` and `status`. */
  readonly kinds: readonly string[]
  /** Whether a fixed value may stand where a product has none. */
  readonly takesDefault: boolean
}

const fixed = new Set(['uuid', 'pim_associations', 'pim_parent', 'pim_root'])
const plain = new Set(['string', 'number', 'boolean'])

/** The targets of a schema that was taken over, in its order, what the PIM fills by itself first. */
export function targetsOf(schema: unknown): readonly MappingTarget[] {
  const required = (member(schema, 'required') ?? []) as readonly string[]
  const properties = Object.entries(
    member(schema, 'properties') as Readonly<Record<string, object>>,
  )
  const targets = properties.map(([code, property]): MappingTarget => {
    const [type, format] = [String(member(property, 'type')), textOf(property, 'format')]
    return {
      code,
      label: textOf(property, 'title') ?? code,
      description: textOf(property, 'description'),
      type,
      format,
      isRequired: required.includes(code),
      isFixed: fixed.has(code),
      kinds: fixed.has(code) ? [] : kindsFor(property),
      takesDefault: !fixed.has(code) && plain.has(type) && format === null,
    }
  })
  return targets.toSorted((one, other) => Number(other.isFixed) - Number(one.isFixed))
}

function textOf(property: object, key: string): string | null {
  const value = member(property, key)
  return typeof value === 'string' && value !== '' ? value : null
}
