import type { Collection } from '../store/collection.ts'
import { PimError, refuseViolations, type Violation } from './error.ts'
import type { Fields } from './fields.ts'
import { tooLongViolation } from './too-long.ts'
import type { Operation } from './operation.ts'
import { unknownProperty } from './property-error.ts'
import { toAtom } from './text.ts'

/** What was saved under which code, and whether it was not there before. */
export interface Saved {
  readonly code: string
  readonly isNew: boolean
}

type Setter<Entity> = (operation: Operation, value: unknown, draft: Entity) => Partial<Entity>

/** How entities of one kind that have a code are changed. */
export interface ChangeRules<Entity extends { readonly code: string }> {
  readonly collection: (operation: Operation) => Collection<Entity>
  readonly keyOf: (entity: Entity) => string
  /** A new entity that nothing was said of yet. */
  readonly blank: (operation: Operation) => Entity
  /** How each property is set; others do not exist. A setter throws `PropertyError`. */
  readonly setters: Readonly<Record<string, Setter<Entity>>>
  readonly violations: (
    operation: Operation,
    entity: Entity,
    before: Entity | undefined,
  ) => readonly (Violation | undefined)[]
  /** Puts what was sent into the form in which it is kept, once no rule is broken. */
  readonly settle?: (entity: Entity) => Entity
  /** Changes what else depends on the entity. */
  readonly follow?: (operation: Operation, entity: Entity, before: Entity | undefined) => void
}

/** Saves a new entity, or what changes of `before`, and gives it back. Throws `PropertyError` or `violations`. */
export function saveEntity<Entity extends { readonly code: string; readonly updated?: string }>(
  operation: Operation,
  rules: ChangeRules<Entity>,
  before: Entity | undefined,
  fields: Fields,
): Entity {
  const draft = { ...(before ?? rules.blank(operation)) }
  for (const [property, value] of fields) {
    const set = Object.hasOwn(rules.setters, property) ? rules.setters[property] : undefined
    if (!set) throw unknownProperty(property)
    Object.assign(draft, set(operation, value, draft))
  }
  refuseViolations(rules.violations(operation, draft, before))
  const settled = rules.settle?.(draft) ?? draft
  if (before && isSame(before, settled)) return before
  const saved =
    settled.updated === undefined ? settled : { ...settled, updated: toAtom(operation.now()) }
  rules.collection(operation).put(rules.keyOf(saved), saved)
  rules.follow?.(operation, saved, before)
  return saved
}

/** Creates an entity and gives back its code. Throws `PropertyError` or `violations`. */
export function createEntity<Entity extends { readonly code: string; readonly updated?: string }>(
  operation: Operation,
  rules: ChangeRules<Entity>,
  fields: Fields,
): string {
  return saveEntity(operation, rules, undefined, fields).code
}

/** Changes the entity with this code, or creates it. Throws `PropertyError`, `unprocessable` or `violations`. */
export function updateEntity<Entity extends { readonly code: string; readonly updated?: string }>(
  operation: Operation,
  rules: ChangeRules<Entity>,
  code: string,
  fields: Fields,
): Saved {
  const before = rules.collection(operation).get(code)
  if (!before) requireSameCode(fields, code)
  const named: Fields = before ? fields : new Map([['code', code], ...fields])
  const saved = saveEntity(operation, rules, before, named)
  return { code: saved.code, isNew: before === undefined }
}

/** Whether two records say the same, their properties in the same order. */
export function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Throws `unprocessable` when a request that creates by its address names another code in its body (contract I.3). */
export function requireSameCode(fields: Fields, code: string, property = 'code', noun = property) {
  if (!fields.has(property) || fields.get(property) === code) return
  const given = fields.get(property)
  const shown = typeof given === 'object' ? JSON.stringify(given) : String(given)
  throw new PimError(
    'unprocessable',
    `The ${noun} "${shown}" provided in the request body must match the ${noun} "${code}" provided in the url.`,
  )
}

export interface CodeRules {
  /** What the code is of, as the message names it: `Family`. */
  readonly noun: string
  readonly longest?: number
  readonly message?: string
}

/** A code is there, well formed, not taken, and never changes. */
export function codeViolations<Entity extends { readonly code: string }>(
  taken: boolean,
  entity: Entity,
  before: Entity | undefined,
  rules: CodeRules,
): (Violation | undefined)[] {
  const property = 'code'
  if (entity.code === '') return [{ property, message: 'This value should not be blank.' }]
  const message =
    rules.message ?? `${rules.noun} code may contain only letters, numbers and underscores`
  return [
    !before && taken ? { property, message: 'This value is already used.' } : undefined,
    before && before.code !== entity.code ? unchangeable(property) : undefined,
    /^[a-zA-Z0-9_]+$/.test(entity.code) ? undefined : { property, message },
    tooLongViolation(property, entity.code, rules.longest ?? 100),
  ]
}

export function unchangeable(property: string): Violation {
  return { property, message: 'This property cannot be changed.' }
}
