import { bytesToHex } from '@noble/hashes/utils.js'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'

const base36 = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A token, code or app secret: base64 without `=` of 64 hexadecimal digits, 86 characters (contract C, D.2, E.8). */
export function newToken(operation: Operation): string {
  return btoa(bytesToHex(operation.random(32))).replace(/=+$/, '')
}

/** Random text in base 36: client ids, connection secrets, app codes (contract B.3, E.6). */
export function newBase36(operation: Operation, length: number): string {
  return Array.from(operation.random(length), (byte) => base36[byte % 36]).join('')
}

/** A connection's password: 9 hexadecimal digits (contract B.3). */
export function newPassword(operation: Operation): string {
  return bytesToHex(operation.random(5)).slice(0, 9)
}

/**
 * A username that nobody has: the connection's code and four digits, 0001 to 9999 (contract B.3). Throws `bad-request`
 * when all of them are taken.
 */
export function newUsername(operation: Operation, connectionCode: string): string {
  const [high = 0, low = 0] = operation.random(2)
  const first = (high * 256 + low) % 9999
  for (let step = 0; step < 9999; step += 1) {
    const digits = String(((first + step) % 9999) + 1).padStart(4, '0')
    const username = `${connectionCode}_${digits}`
    if (!operation.users.has(username)) return username
  }
  throw new PimError('bad-request', `Every username for "${connectionCode}" is taken.`)
}

/** A secret as the reasoning may show it: its first characters only. */
export function shorten(secret: string): string {
  return `${secret.slice(0, Math.min(6, Math.floor(secret.length / 2)))}…`
}

/** What opens something in this state, longest first. A secret without a digit may be a word that stands elsewhere too. */
export function listSecrets(operation: Operation): string[] {
  const secrets = [
    ...[...operation.oauthClients.values()].map(({ secret }) => secret),
    ...[...operation.users.values()].map(({ password }) => password),
    ...[...operation.customApps.values()].map(({ clientSecret }) => clientSecret),
    ...[...operation.accessTokens.values()].map(({ token }) => token),
    ...[...operation.refreshTokens.values()].map(({ token }) => token),
    ...[...operation.revokedAppTokens.values()].map(({ token }) => token),
    ...[...operation.authorizationCodes.values()].map(({ code }) => code),
    ...[...operation.webhooks.values()].map(({ secret }) => secret ?? ''),
    ...[...operation.openIdKeys.values()].map(({ privateKey }) => privateKey),
  ]
  return [...new Set(secrets)]
    .filter((secret) => secret.length >= 6 && /\d/.test(secret))
    .sort((one, other) => other.length - one.length)
}
