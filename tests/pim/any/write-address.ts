import { pimUrl } from '../build-pim.ts'
import type { DescribedOperation } from './described-operations.ts'
import type { Draft, Word } from './draft.ts'

/** The address that a draft asks for, bent as it says. */
export function addressOf(
  draft: Draft,
  { path, inPath }: DescribedOperation,
  textOf: (word: Word, name: string) => string,
): string {
  const { bend } = draft
  const encode = bend === 'raw parameters' ? (text: string) => text : encodePart
  let address = inPath.reduce((whole, name, index) => {
    const part = encode(textOf(draft.parameters[index] ?? { known: 0 }, name))
    return whole.replace(`{${name}}`, () => part)
  }, path)
  const pairs = draft.query.map(([name, value]) => [name, textOf(value, name)])
  let query = new URLSearchParams(pairs).toString()
  let origin = pimUrl
  switch (bend) {
    case 'double slash':
      address = address.replaceAll('/', '//')
      break
    case 'slash at the end':
      address += '/'
      break
    case 'upper case':
      address = address.toUpperCase()
      break
    case 'encoded slash':
      address = address.replace(/(?<=.)\//, '%2F')
      break
    case 'encoded letter':
      address = address.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
      break
    case 'dots':
      address = address.replace(/(?<=.)\//, '/./x/%2e%2e/')
      break
    case 'backslash':
      address = address.replace(/(?<=.)\//, '\\')
      break
    case 'long path':
      address += `/${'a'.repeat(100_000)}`
      break
    case 'long query':
      query += `&search=${'a'.repeat(100_000)}`
      break
    case 'brackets in the query':
      query = query.replaceAll('=', '[]=') + '&page[]=1&page[x][y]=2'
      break
    case 'broken escapes in the query':
      query += '&%zz=%&%ff=%C3%28&=&&page'
      break
    case 'foreign host':
      origin = 'https://evil.example.com'
      break
    case 'other port':
      origin = `${pimUrl}:8443`
      break
    case 'raw parameters':
    case null:
  }
  return `${origin}${address}${query === '' ? '' : `?${query}`}`
}

/** One part of a path. Half a surrogate pair becomes U+FFFD; dots are encoded, so that they stay a name. */
function encodePart(text: string): string {
  const encoded = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
  return /^\.+$/.test(text) ? encoded.replaceAll('.', '%2E') : encoded
}
