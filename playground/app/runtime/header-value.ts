export type HeaderValue = string | number | readonly string[]

/**
 * The values of one header, checked as Node.js checks them.
 * @throws {TypeError} for a name that is none, a missing value, and characters that no header may hold.
 */
export function readHeader(name: string, value: HeaderValue): string[] {
  // RFC 9110, section 5.6.2: a token.
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
    throw new TypeError(`Header name must be a valid HTTP token ["${name}"]`)
  }
  if (value === undefined || value === null) {
    throw new TypeError(`Invalid value "${String(value)}" for header "${name}"`)
  }
  const values = (Array.isArray(value) ? value : [value]).map(String)
  // Section 5.5: a line break in a value would smuggle in another header, and one character is one byte.
  if (values.some((text) => /[^\t\u0020-\u007e\u0080-\u00ff]/.test(text))) {
    throw new TypeError(`Invalid character in header content ["${name}"]`)
  }
  return values
}
