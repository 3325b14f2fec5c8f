import { destinationOf } from './addresses.ts'
import type { Exchange, HttpRequest } from './exchange.ts'

export type HeadersReading =
  | { readonly ok: true; readonly headers: HttpRequest['headers'] }
  | { readonly ok: false; readonly problem: string }

/** The headers of a request as people write them: one per line. */
export function writeHeaders(headers: HttpRequest['headers']): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

/** Reads headers that somebody wrote (RFC 9110 section 5.1 and 5.5). Says which line is none, and why. */
export function readHeaders(text: string): HeadersReading {
  const headers = new Headers()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, name, value = ''] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*(.*?)\s*$/.exec(line) ?? []
    const where = `Line ${index + 1} of the headers`
    if (name === undefined) {
      return { ok: false, problem: `${where} is none: it must be a name, a colon and a value.` }
    }
    if (/[^\t\u0020-\u007e\u0080-\u00ff]/.test(value)) {
      return { ok: false, problem: `${where} has a character that no header can carry.` }
    }
    headers.append(name, value)
  }
  return { ok: true, headers: Object.fromEntries(headers) }
}

/** What is wrong with the address that somebody gave a hop; undefined where its receiver is found there. */
export function findAddressProblem(
  url: string,
  to: Exchange['to'],
  places: { readonly pimUrl: string; readonly appUrl: string },
): string | undefined {
  if (!URL.canParse(url)) return 'This is no address.'
  const { username, password } = new URL(url)
  if (username !== '' || password !== '') return 'A name and password cannot stand in an address.'
  const { kind } = destinationOf(url, places)
  if ((kind === 'pim-screen' ? 'pim' : kind) === to) return undefined
  const { origin } = new URL(to === 'pim' ? places.pimUrl : places.appUrl)
  return `This hop goes to ${origin}: another host is not reached from here.`
}
