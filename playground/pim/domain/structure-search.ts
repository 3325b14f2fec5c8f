import { PimError } from './error.ts'
import { member, typeName } from './search.ts'

/** A property of families, attributes, groups or categories that can be searched, and by which operator. */
export interface StructureFilter<Entity> {
  readonly operator: 'IN' | '>' | '='
  /** What is searched, as messages name it: `family codes`. */
  readonly subject: string
  readonly expects: 'strings' | 'string' | 'boolean' | 'date'
  /** Whether an entity meets the condition; the value is of the expected kind. */
  readonly meets: (entity: Entity, value: unknown) => boolean
}

export type StructureFilters<Entity> = Readonly<Record<string, StructureFilter<Entity>>>

/** What decides whether an entity is found. Throws `bad-request` (the lists of structure answer 400, not 422). */
export function readStructureSearch<Entity>(
  search: object,
  filters: StructureFilters<Entity>,
): (entity: Entity) => boolean {
  const conditions: ((entity: Entity) => boolean)[] = []
  const violations: string[] = []
  for (const [property, criteria] of Object.entries(search) as [string, unknown][]) {
    const filter = Object.hasOwn(filters, property) ? filters[property] : undefined
    if (!filter) throw badRequest(unavailable(property, filters))
    if (!Array.isArray(criteria)) {
      throw badRequest(`This value should be of type iterable, "${typeName(criteria)}" given.`)
    }
    for (const criterion of criteria as unknown[]) {
      const violation = refuse(property, filter, criterion)
      if (violation) violations.push(violation)
      const value = member(criterion, 'value')
      conditions.push((entity) => filter.meets(entity, value))
    }
  }
  if (violations.length > 0) throw badRequest(violations.join(' '))
  return (entity) => conditions.every((meets) => meets(entity))
}

function refuse<Entity>(
  property: string,
  filter: StructureFilter<Entity>,
  criterion: unknown,
): string | undefined {
  const [operator, value] = [member(criterion, 'operator'), member(criterion, 'value')]
  if (operator === undefined || value === undefined) return 'This field is missing.'
  if (operator !== filter.operator) {
    const given = typeof operator === 'string' ? `"${operator}"` : typeName(operator)
    return filter.expects === 'date'
      ? `Searching on the "${property}" property require the ">" (greater than) operator, ${given} given.`
      : `In order to search on ${filter.subject} you must use "${filter.operator}" operator, ${given} given.`
  }
  return refuseValue(property, filter, value)
}

function refuseValue<Entity>(
  property: string,
  { expects, subject }: StructureFilter<Entity>,
  value: unknown,
): string | undefined {
  switch (expects) {
    case 'strings':
      if (!Array.isArray(value)) {
        return `In order to search on ${subject} you must send an array of ${subject} as value, ${typeName(value)} given.`
      }
      return value.every((item) => typeof item === 'string')
        ? undefined
        : 'This value should be of type string.'
    case 'string':
      return typeof value === 'string' ? undefined : 'This value should be of type string.'
    case 'boolean':
      return typeof value === 'boolean'
        ? undefined
        : `The "${property}" filter requires a boolean value, and the submitted value is not.`
    case 'date':
      return isAtomDate(value) ? undefined : 'This value is not a valid datetime.'
  }
}

/** `2024-05-01T10:00:00+02:00` or the same with `Z`. */
function isAtomDate(value: unknown): boolean {
  const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/
  return typeof value === 'string' && shape.test(value) && !Number.isNaN(Date.parse(value))
}

function unavailable(property: string, filters: object): string {
  return `Available search filters are "${Object.keys(filters).join(', ')}" and you tried to search on unavailable filter "${property}"`
}

function badRequest(message: string): PimError {
  return new PimError('bad-request', message)
}

/** `{"code": [{"operator": "IN", "value": […]}]}` for entities that `subject` names. */
export function codeFilter(subject: string): StructureFilter<{ readonly code: string }> {
  return {
    operator: 'IN',
    subject,
    expects: 'strings',
    meets: ({ code }, value) => (value as readonly string[]).includes(code),
  }
}

/** `{"updated": [{"operator": ">", "value": "2024-05-01T10:00:00+00:00"}]}`. */
export const updatedFilter: StructureFilter<{ readonly updated: string }> = {
  operator: '>',
  subject: 'updated',
  expects: 'date',
  meets: ({ updated }, value) => Date.parse(updated) > Date.parse(value as string),
}
