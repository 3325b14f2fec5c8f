import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CryptoKey } from 'jose'
import { idTokenSeconds } from '../contract/lifetimes.ts'
import type { Operation } from './operation.ts'
import type { OpenIdKey, User } from './state.ts'

/** What an id_token says of who connected or opened an app (contract F.1). */
export type IdTokenClaims = Readonly<Record<string, string | number>>

/** An id_token before it is signed. Signing takes time, in which a rule could no longer be decided at once. */
export interface UnsignedIdToken {
  readonly claims: IdTokenClaims
  readonly key: OpenIdKey
}

/** The PIM has nothing to sign with: its scenario holds no key (contract F.2). */
export class OpenIdKeysMissingError extends Error {
  override name = 'OpenIdKeysMissingError'
}

/** The key that id_tokens are signed with. Throws `OpenIdKeysMissingError`. */
export function requireOpenIdKey(operation: Operation): OpenIdKey {
  const [key] = operation.openIdKeys.values()
  const because = key
    ? `The PIM signs with its key "${key.id}"`
    : 'The PIM has no key to sign an id_token with'
  if (operation.check('openid.key', key !== undefined, because) && key) return key
  throw new OpenIdKeysMissingError('No OpenId keys')
}

/** The claims of contract F.1, in its order; `scopes` are those that the user agreed to. */
export function idTokenClaims(
  operation: Operation,
  key: OpenIdKey,
  { user, clientId, scopes }: { user: User; clientId: string; scopes: readonly string[] },
): IdTokenClaims {
  const issuedAt = operation.now() / 1000
  return {
    iss: operation.url,
    jti: operation.newId(),
    sub: pairwiseSubject(key, user, clientId),
    aud: clientId,
    iat: issuedAt,
    exp: issuedAt + idTokenSeconds,
    ...(scopes.includes('profile') && { firstname: user.firstName, lastname: user.lastName }),
    ...(scopes.includes('email') && { email: user.email }),
  }
}

/** The id_token as a JWT, signed with RS256 (RFC 7519, RFC 7518 section 3.3). */
export async function signIdToken({ claims, key }: UnsignedIdToken): Promise<string> {
  // Most apps ask for no id_token: a page loads what signs one only when the first does.
  const { importPKCS8, SignJWT } = await import('jose')
  const privateKey = signing.get(key) ?? (await importPKCS8(key.privateKey, 'RS256'))
  signing.set(key, privateKey)
  return new SignJWT({ ...claims })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256' })
    .sign(privateKey)
}

// Reading a key takes longer than signing with it, and a record never changes in place.
const signing = new WeakMap<OpenIdKey, CryptoKey>()

/** Which part of a key is not what it must be: it cannot sign, or an app cannot check what it signs. */
export async function findUnusable(
  key: OpenIdKey,
): Promise<'privateKey' | 'certificate' | undefined> {
  let signed: string
  try {
    signed = await signIdToken({ claims: {}, key })
  } catch {
    return 'privateKey'
  }
  try {
    const { importX509, jwtVerify } = await import('jose')
    await jwtVerify(signed, await importX509(key.certificate, 'RS256'))
    return undefined
  } catch {
    return 'certificate'
  }
}

/** One UUID for one user and one app, which tells neither of them (OpenID Connect Core section 8.1). */
function pairwiseSubject(key: OpenIdKey, user: User, clientId: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(JSON.stringify([clientId, user.id, key.privateKey]))))
  const variant = '89ab'.charAt(Number.parseInt(hex.slice(16, 18), 16) % 4)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
