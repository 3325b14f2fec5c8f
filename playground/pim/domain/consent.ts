import type { Operation } from './operation.ts'

/** The authentication scopes that a user agreed to give to an app; undefined when never asked (contract E.3). */
export function consentedScopes(
  operation: Operation,
  username: string,
  appId: string,
): readonly string[] | undefined {
  return operation.consents.get(`${username}/${appId}`)?.scopes
}

/** Remembers what a user agreed to. */
export function saveConsent(
  operation: Operation,
  username: string,
  appId: string,
  scopes: readonly string[],
): void {
  const before = consentedScopes(operation, username, appId)
  if (before?.join(' ') === scopes.join(' ')) return
  operation.consents.put(`${username}/${appId}`, { username, appId, scopes })
}

/**
 * Settles what needs no question: without `openid` nothing is shared any more, what is not asked for any more is
 * forgotten, and `openid` alone is agreed to. Gives whether the user must be asked for the rest (contract E.3 step 9).
 */
export function settleConsent(
  operation: Operation,
  username: string,
  appId: string,
  asked: readonly string[],
): 'settled' | 'ask' {
  const before = consentedScopes(operation, username, appId)
  if (!asked.includes('openid')) {
    saveConsent(operation, username, appId, [])
    operation.check(
      'consent.needed',
      true,
      'The scope openid is not asked for: nothing is shared about the user',
    )
    return 'settled'
  }
  const kept = (before ?? []).filter((scope) => asked.includes(scope))
  const fresh = asked.filter((scope) => !kept.includes(scope))
  if (before && kept.length < before.length) saveConsent(operation, username, appId, kept)
  if (fresh.length === 0) {
    operation.check('consent.given', true, `"${username}" agreed to ${asked.join(', ')} before`)
    return 'settled'
  }
  if (fresh.length === 1 && fresh[0] === 'openid') {
    operation.check('consent.given', true, 'Only openid is new: that needs no question')
    saveConsent(operation, username, appId, [...kept, 'openid'].sort())
    return 'settled'
  }
  operation.check('consent.given', false, `"${username}" must agree to ${fresh.join(', ')} first`)
  return 'ask'
}
