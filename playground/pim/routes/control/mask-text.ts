// What opens something, by the name that it has in a query, a form, JSON or a header.
const names = new Set([
  'access_token',
  'client_secret',
  'clientsecret',
  'code_challenge',
  'code_identifier',
  'id_token',
  'password',
  'refresh_token',
  'secret',
])
const authorizationCode = 'code'
// Tokens, codes and app secrets have 86 characters, wherever they stand (contract C, D.2, E.8).
const token = /(?<![\w-])[\w-]{86,}/g
const property = /("(?:[^"\\]|\\.)*")(\s*:\s*")((?:[^"\\]|\\.)*)/g
// Also inside of a text that goes on with something else, as an address in a JSON text does.
const pair = /(^|[?&#])([^=?&#\s"<>]+)=([^&#\s"<>]*)/g
const formPair = /(^|&)([^=&]+)=([^&]*)/g
// Long texts are lists of products, which take long to look through for what they never hold.
const longText = 10_000
const mayHold = /_token|secret|password|code_(?:challenge|identifier)|code=|\\u/i

/** What the text is: the body of a form may hold what would end a value elsewhere. */
export interface MaskOptions {
  readonly isForm?: boolean
  /** Whether `code` in JSON is an authorization code, not the code of a product or a connection. */
  readonly hasCode?: boolean
}

/** A text without what opens anything: of each secret only the last characters are left. */
export function maskText(text: string, { isForm = false, hasCode = false }: MaskOptions): string {
  if (text.length > longText && !isForm && !hasCode && !mayHold.test(text)) {
    return text.replace(token, mask)
  }
  const isSecret = (name: string) => isSecretName(name) || (hasCode && name === authorizationCode)
  return maskJson(text, isSecret)
    .replace(isForm ? formPair : pair, (whole, start: string, name: string, value: string) => {
      const plain = decode(name).replace(/\[.*$/s, '')
      const isHidden = isSecretName(plain) || plain.toLowerCase() === authorizationCode
      return isHidden ? `${start}${name}=${mask(value)}` : whole
    })
    .replace(token, mask)
}

/** A secret as it may be shown: the end of a long one, nothing of a short one. */
export function mask(secret: string): string {
  return secret.length > 12 ? `***${secret.slice(-4)}` : '***'
}

function isSecretName(name: string): boolean {
  return names.has(name.toLowerCase())
}

type IsSecret = (name: string) => boolean

/** The text as it is unless a secret stands in it; what is no JSON as a whole is looked through as text. */
function maskJson(text: string, isSecret: IsSecret): string {
  if (!/[{[]/.test(text)) return text
  let isFound = false
  const isNoted: IsSecret = (name) => {
    const isHere = isSecret(name)
    isFound ||= isHere
    return isHere
  }
  try {
    const masked = maskValue(JSON.parse(text), isNoted)
    return isFound ? JSON.stringify(masked) : text
  } catch {
    return text.replace(property, (whole, name: string, colon: string, value: string) =>
      isSecret(unquote(name)) ? name + colon + mask(value) : whole,
    )
  }
}

function maskValue(value: unknown, isSecret: IsSecret): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => maskValue(item, isSecret))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      isSecret(name) ? maskWhole(item) : maskValue(item, isSecret),
    ]),
  )
}

function maskWhole(value: unknown): unknown {
  if (value === null) return null
  return mask(typeof value === 'string' ? value : JSON.stringify(value))
}

function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted.slice(1, -1)
  }
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '))
  } catch {
    return name
  }
}
