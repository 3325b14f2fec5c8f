import { scopeMessages } from '../../contract/scope-messages.ts'
import { scopeFamilies } from '../../contract/scopes.ts'

const types = { read: 'view', write: 'edit', delete: 'delete' } as const

/** What each scope allows, by scope (contract G), as far as every edition knows it. */
export const scopeDescriptions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(authorizationScopes()),
  ...scopeMessages.authentication,
  openid: 'Sign in with the PIM',
}

function authorizationScopes(): [string, string][] {
  return scopeFamilies
    .filter(({ isEnterprise }) => !isEnterprise)
    .flatMap(({ name, group, levels, verbs }) =>
      levels.map((level): [string, string] => [
        `${verbs[level]}_${name}`,
        scopeMessages.types[types[level]].replace('{{ entities }}', scopeMessages.entities[group]),
      ]),
    )
}
