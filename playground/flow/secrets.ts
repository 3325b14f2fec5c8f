import type { MessagePart } from './message-parts.ts'

/** Names of parameters, keys and headers whose values are masked until somebody asks to see them. */
const secretNames = new Set([
  'access_token',
  'authorization',
  'client_secret',
  'clientsecret',
  'code',
  'cookie',
  'id_token',
  'password',
  'refresh_token',
  'secret',
  'set-cookie',
])

/** Whether a part of a message is a secret. The `code` in the JSON of an API error is only the status. */
export function isSecretPart({ place, name }: Pick<MessagePart, 'place' | 'name'>): boolean {
  return isSecret(name) && !(place === 'json' && name === 'code')
}

function isSecret(name: string): boolean {
  return secretNames.has(name.toLowerCase())
}

/** Hides a secret but for its last four characters, as the PIM does with a client secret. */
export function mask(value: string): string {
  const shown = value.length > 8 ? value.slice(-4) : ''
  return '•'.repeat(12) + shown
}

/** Masks the secrets in the text of a message: query parameters and form fields, JSON keys, `Bearer` and `Basic`. */
export function maskText(text: string): string {
  return text
    .replaceAll(/([?&]|^)([\w.-]+)=([^&#\s"]+)/g, (whole, start: string, name: string, value) =>
      isSecret(name) ? `${start}${name}=${mask(value)}` : whole,
    )
    .replaceAll(/"([\w.-]+)"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g, (whole, name: string, colon, value) =>
      isSecret(name) && !isPlainCode(name, value) ? `"${name}"${colon}"${mask(value)}"` : whole,
    )
    .replaceAll(
      /\b(Bearer|Basic) (?!realm=)([\w.~+/=-]+)/gi,
      (_whole, scheme, value) => `${scheme} ${mask(value)}`,
    )
}

/** In JSON a code mostly names a record, as `ecommerce`; an authorization code is long and random (contract E.8). */
function isPlainCode(name: string, value: string): boolean {
  return value === '' || (name === 'code' && value.length < 40)
}

/** The value of a header with its secrets masked; the name of a cookie is none. */
export function maskHeader(name: string, value: string): string {
  if (/^(set-)?cookie$/i.test(name)) {
    return value.replaceAll(/(^|\n|; )([^=;\s]+)=([^;\n]+)/g, (whole, start, key: string, secret) =>
      /^(path|max-age|expires|domain|samesite)$/i.test(key)
        ? whole
        : `${start}${key}=${mask(secret)}`,
    )
  }
  return maskText(value)
}
