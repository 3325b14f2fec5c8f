import type { Operation } from './operations.ts'

// A scope includes those of the same resource that reach less far (contract G.2).
const levels = ['read', 'write', 'delete']

/** The scopes among the required ones that are neither granted nor included in a granted one. */
export function missingScopes(required: readonly string[], granted: string): string[] {
  const held = granted.split(' ').map(readScope)
  return required.filter((scope) => {
    const { level, name } = readScope(scope)
    return !held.some((each) => each.name === name && each.level >= level)
  })
}

/** One sentence on what the endpoint needs and whether a token has it; `granted` is null for a connection's token. */
export function describeNeed(
  { scopes, needsToken }: Pick<Operation, 'scopes' | 'needsToken'>,
  granted: string | null | undefined,
): string {
  if (!needsToken) return 'This endpoint answers without a token.'
  if (scopes === undefined) return 'This endpoint is for connections: no scope opens it to an app.'
  const need =
    scopes.length === 0 ? 'It needs a token, with any scope.' : `It needs ${join(scopes)}.`
  if (granted === undefined) return `${need} No token is sent, so the PIM will refuse.`
  if (granted === null) return `${need} For a connection, the role of its user decides instead.`
  if (scopes.length === 0) return need
  const missing = missingScopes(scopes, granted)
  if (missing.length === 0) return `${need} The token has it.`
  return `${need} The token does not have ${join(missing)}.`
}

function readScope(scope: string): { level: number; name: string } {
  const [verb = '', ...name] = scope.split('_')
  return { level: levels.indexOf(verb), name: name.join('_') }
}

function join(scopes: readonly string[]): string {
  return scopes.join(' and ')
}
