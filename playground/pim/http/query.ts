import { PimError } from '../domain/error.ts'

/** The query parameters of an address, the last one of each name. */
export type Query = ReadonlyMap<string, string>

const none: Query = new Map()

/** Reads a query string. Throws `bad-request` for `name[…]`, which would be a list (contract I.2). */
export function readQuery(url: string): Query {
  const start = url.indexOf('?')
  if (start < 0) return none
  const query = new Map(new URLSearchParams(url.slice(start)))
  for (const name of query.keys()) {
    if (/^[^[]+\[.*\]/s.test(name)) {
      throw new PimError('bad-request', 'Bracket syntax is not supported in query parameters.')
    }
  }
  return query
}

/** A parameter's values, which commas part; undefined when it is not there. */
export function listOf(query: Query, name: string): readonly string[] | undefined {
  return query
    .get(name)
    ?.split(',')
    .map((value) => value.trim())
}

/** An address with a query, written as the PIM's router writes it: some signs stay readable. */
export function addressWith(address: string, query: Iterable<readonly [string, string]>): string {
  let text = address
  let sign = '?'
  for (const [name, value] of query) {
    text += `${sign}${encodeQuery(name)}=${encodeQuery(value)}`
    sign = '&'
  }
  return text
}

function encodeQuery(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text
  return encodeURIComponent(wellFormed(text))
    .replaceAll(/%(?:2F|3F|40|3A|3B|2C)/g, decodeURIComponent)
    .replaceAll(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** One segment of a path. */
export function encodeSegment(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text
  return encodeURIComponent(wellFormed(text))
    .replaceAll(/%(?:40|3A|3B|2C|3D|2B|7C)/g, decodeURIComponent)
    .replaceAll(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Half a surrogate pair cannot be encoded; it becomes U+FFFD, as everywhere on the web. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')
}
