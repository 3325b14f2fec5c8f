import { overallAccess } from '../contract/acls.ts'
import type { ScopeGroup, ScopeMessageType } from '../contract/scope-messages.ts'
import { authenticationScopes, scopeFamilies, type ScopeLevel } from '../contract/scopes.ts'
import { isEnterprise } from './edition.ts'
import type { Operation } from './operation.ts'
import { quote } from './text.ts'

/** One line of what an app may do (contract G.2). */
export interface ScopeMessage {
  readonly icon: ScopeGroup
  readonly type: ScopeMessageType
  readonly entities: ScopeGroup
}

interface KnownScope {
  readonly name: string
  readonly group: ScopeGroup
  readonly level: ScopeLevel
  /** The scope itself and every scope that it includes. */
  readonly includes: readonly string[]
  readonly acls: readonly string[]
  readonly isEnterprise: boolean
}

const rights = { read: 'list', write: 'edit', delete: 'remove' } as const
const ranks = { read: 1, write: 2, delete: 3 } as const
const types = { read: 'view', write: 'edit', delete: 'delete' } as const

const known: ReadonlyMap<string, KnownScope> = new Map(
  scopeFamilies.flatMap((family) =>
    family.levels.map((level, index): [string, KnownScope] => {
      const { name, verbs } = family
      const included = family.levels.slice(family.isHierarchy ? 0 : index, index + 1)
      const scope = {
        name: `${verbs[level]}_${name}`,
        group: family.group,
        level,
        includes: included.map((each) => `${verbs[each]}_${name}`),
        acls: family.entities.flatMap((entity) =>
          included.map((each) => `pim_api_${entity}_${rights[each]}`),
        ),
        isEnterprise: family.isEnterprise,
      }
      return [scope.name, scope]
    }),
  ),
)

/** What was asked for, in two lists without repetition, each in alphabetical order. */
export interface AskedScopes {
  readonly authorization: readonly string[]
  readonly authentication: readonly string[]
}

/** The scopes in a text that are known to this edition; others are silently dropped (contract E.3). */
export function readScopes(operation: Operation, text: string): AskedScopes {
  const names = [...new Set(text.split(' '))].filter((name) => name !== '').sort()
  const authorization = names.filter((name) => isKnown(operation, name))
  const authentication = names.filter((name) =>
    (authenticationScopes as readonly string[]).includes(name),
  )
  const kept = new Set([...authorization, ...authentication])
  const dropped = names.filter((name) => !kept.has(name))
  if (dropped.length > 0) {
    const some = dropped.slice(0, 3).map(quote).join(', ')
    const those = dropped.length > 3 ? `${dropped.length} of them, as ${some}` : some
    const because = `Of ${names.length} scopes that are asked for the PIM does not know ${those}: they are left out`
    operation.check('scope.known', false, because)
  }
  return { authorization, authentication }
}

function isKnown(operation: Operation, name: string): boolean {
  const scope = known.get(name)
  return scope !== undefined && (!scope.isEnterprise || isEnterprise(operation))
}

/** Which rights on data are asked for that are not granted yet, also not by a higher scope (contract G.2). */
export function newScopes(asked: readonly string[], granted: readonly string[]): string[] {
  const has = new Set(expand(granted))
  return expand(asked)
    .filter((scope) => !has.has(scope))
    .sort()
}

function expand(scopes: readonly string[]): string[] {
  return [...new Set(scopes.flatMap((scope) => known.get(scope)?.includes ?? []))]
}

/** One message a group, of its highest scope, in the order of the scopes' names (contract G.2). */
export function scopeMessagesOf(scopes: readonly string[]): ScopeMessage[] {
  const highest = new Map<ScopeGroup, KnownScope>()
  for (const name of scopes) {
    const scope = known.get(name)
    if (!scope) continue
    const before = highest.get(scope.group)
    if (!before || ranks[scope.level] > ranks[before.level]) highest.set(scope.group, scope)
  }
  return [...highest.values()]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ group, level }) => ({ icon: group, type: types[level], entities: group }))
}

/** The ACL ids that an app's role gets for its scopes (contract E.6, G.3). */
export function aclsOf(scopes: readonly string[]): string[] {
  return [...new Set([overallAccess, ...scopes.flatMap((scope) => known.get(scope)?.acls ?? [])])]
}

/** Scopes as one text, in alphabetical order (contract F). */
export function toScopeText(scopes: readonly string[]): string {
  return scopes.toSorted().join(' ')
}
