import { scopeMessages } from '../../../pim/index.ts'
import type { ScopeMessage } from '../api/apps.ts'

/** The sentence of one right, such as `View and edit products and product models`. An unknown group keeps its key. */
export function scopeText({ type, entities }: Pick<ScopeMessage, 'type' | 'entities'>): string {
  const groups: Readonly<Record<string, string>> = scopeMessages.entities
  const name = groups[entities] ?? entities.replaceAll('_', ' ')
  return scopeMessages.types[type].replace('{{ entities }}', name)
}

/** The sentences for the user's own data, email first, as the wizard sorts them; `openid` has none. */
export function authenticationTexts(scopes: readonly string[]): string[] {
  const texts: Readonly<Record<string, string>> = scopeMessages.authentication
  return [...scopes].sort().flatMap((scope) => texts[scope] ?? [])
}
