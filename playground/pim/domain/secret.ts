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

/** A secret as the journal may show it: its first characters only. */
export function shorten(secret: string): string {
  return secret.length > 8 ? `${secret.slice(0, 6)}…` : secret
}
