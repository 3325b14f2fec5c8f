import type { Attribute } from './catalogue-state.ts'
import { lengthOf } from './text.ts'

/** What an attribute has against a text. */
export function textMessages(attribute: Attribute, text: string): string[] {
  const { code, validation_rule: rule } = attribute
  const longest =
    attribute.max_characters ?? (attribute.type === 'pim_catalog_textarea' ? 65_535 : 255)
  const messages: string[] = []
  if (lengthOf(text) > longest) {
    messages.push(
      `The ${code} attribute must not contain more than ${longest} characters. The submitted value is too long.`,
    )
  }
  const pattern = attribute.validation_regexp
  if (rule === 'regexp' && pattern !== null && !matches(pattern, text)) {
    messages.push(`The ${code} attribute must match the following regular expression: ${pattern}.`)
  }
  if (rule === 'url' && !isUrl(text)) {
    messages.push(`The ${code} attribute requires a url link.`)
  }
  if (rule === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(text)) {
    messages.push(`The ${code} attribute requires an e-mail address.`)
  }
  return messages
}

/** Whether a pattern between PHP's delimiters, as in `/^a+$/i`, can be tried here. */
export function toRegExp(pattern: string): RegExp | undefined {
  const parts = /^\s*([^\w\s\\])(.*)\1([imsu]*)$/s.exec(pattern)
  if (!parts) return undefined
  const [, , expression, flags] = parts as unknown as [string, string, string, string]
  try {
    return new RegExp(expression, flags)
  } catch {
    return undefined
  }
}

function matches(pattern: string, text: string): boolean {
  if (pattern.length > longestPattern) return true
  const expression = toRegExp(pattern)
  return !expression || !isQuick(expression, text.length) || expression.test(text)
}

// About a fifth of a second.
const mostSteps = 30_000_000
const longestPattern = 10_000

/** PHP gives up on a pattern that takes too long; here such a pattern is not tried at all. */
function isQuick({ source, multiline }: RegExp, length: number): boolean {
  if (/\\[1-9]|\\k|\(\?/.test(source)) return false
  const plain = source.replaceAll(/\\./gs, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
  if (/\)[*+{?]/.test(plain)) return false
  const isAnchored = plain.startsWith('^') && !multiline && !plain.includes('|')
  let steps = isAnchored ? 1 : length + 1
  for (const [choice, least, comma, most] of plain.matchAll(/[*+?|]|\{(\d+)(,?)(\d*)\}/g)) {
    const isBounded = choice === '?' || choice === '|' || comma === ''
    const ways = isBounded ? (least === undefined ? 2 : 1) : waysOf(least, most)
    steps *= Math.min(ways, length + 1)
  }
  return steps <= mostSteps
}

/** In how many numbers a repetition may match. */
function waysOf(least: string | undefined, most: string | undefined): number {
  return least === undefined || most === '' ? Infinity : Number(most) - Number(least) + 1
}

function isUrl(text: string): boolean {
  return /^(?:https?|ftp):\/\/[^\s/?#]\S*$/i.test(text) && URL.canParse(text)
}
