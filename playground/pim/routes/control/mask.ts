import type { JournalEntry } from '../journal.ts'

const names = [
  'access_token',
  'authorization',
  'client_secret',
  'clientSecret',
  'code',
  'code_challenge',
  'code_identifier',
  'cookie',
  'id_token',
  'password',
  'refresh_token',
  'secret',
  'set-cookie',
]
const property = new RegExp(`("(?:${names.join('|')})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`, 'gi')
const pair = new RegExp(`((?:^|[?&#])(?:${names.join('|')})=)([^&#\\s]*)`, 'gi')
// Tokens, codes and app secrets have 86 characters, wherever they stand (contract C, D.2, E.8).
const token = /[\w-]{86}/g

/** An exchange without what opens anything: of each secret only the last characters are left. */
export function maskExchange(entry: JournalEntry): JournalEntry {
  const { request, response } = entry
  return {
    ...entry,
    request: {
      ...request,
      url: maskText(request.url),
      headers: maskHeaders(request.headers),
      body: maskText(request.body),
    },
    response: {
      ...response,
      headers: maskHeaders(response.headers),
      body: maskText(response.body),
    },
  }
}

function maskText(text: string): string {
  return text
    .replace(property, (_, name: string, value: string) => name + mask(value))
    .replace(pair, (_, name: string, value: string) => name + mask(value))
    .replace(token, mask)
}

function maskHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      names.includes(name.toLowerCase())
        ? value.replace(/\S+$/, (last) => mask(last))
        : maskText(value),
    ]),
  )
}

function mask(secret: string): string {
  return secret.length > 12 ? `***${secret.slice(-4)}` : '***'
}
