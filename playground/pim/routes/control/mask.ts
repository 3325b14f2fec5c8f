import { mediaType } from '../../http/body.ts'
import type { JournalEntry } from '../journal.ts'
import { mask, maskText, type MaskOptions } from './mask-text.ts'

const authorizations = new Set(['authorization', 'proxy-authorization'])
const tokenPath = '/connect/apps/v1/oauth2/token'

/** An exchange without what opens anything: `known` are the secrets of the state, which are found anywhere. */
export function maskExchange(entry: JournalEntry, known: readonly string[]): JournalEntry {
  const { request, response } = entry
  const hide = (text: string, options: MaskOptions = {}) =>
    maskText(hideKnown(text, known), options)
  const hideHeaders = (headers: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        maskHeader(name, value) ?? hide(value),
      ]),
    )
  const isForm = mediaType(request.headers['content-type']) === 'application/x-www-form-urlencoded'
  const hasCode = new URL(request.url).pathname === tokenPath
  return {
    ...entry,
    request: {
      ...request,
      url: hide(request.url),
      headers: hideHeaders(request.headers),
      body: hide(request.body, { isForm, hasCode }),
    },
    response: {
      ...response,
      headers: hideHeaders(response.headers),
      body: hide(response.body),
    },
    checks: entry.checks.map((check) => ({ ...check, because: hide(check.because) })),
  }
}

function maskHeader(name: string, value: string): string | undefined {
  if (authorizations.has(name)) return maskCredentials(value)
  if (name === 'cookie') return value.split(';').map(maskCookie).join(';')
  if (name === 'set-cookie') return maskCookie(value)
  return undefined
}

/** The scheme stays (RFC 9110 section 11.4). */
function maskCredentials(value: string): string {
  const [, scheme = '', credentials = value] = /^(\S+\s+)(.*)$/s.exec(value) ?? []
  return scheme + mask(credentials)
}

/** A cookie's name stays, and so do its attributes (RFC 6265 section 4.1). */
function maskCookie(cookie: string): string {
  return cookie.replace(/^([^=;]*=)([^;]*)/, (_, name: string, value: string) => {
    const isSpaced = value.endsWith(' ')
    return name + mask(value.trim()) + (isSpaced ? ' ' : '')
  })
}

function hideKnown(text: string, known: readonly string[]): string {
  return known
    .filter((secret) => text.includes(secret))
    .reduce((left, secret) => left.replaceAll(secret, mask), text)
}
