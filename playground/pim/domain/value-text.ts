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
  const expression = isQuick(pattern) ? toRegExp(pattern) : undefined
  return expression?.test(text.slice(0, 65_535)) ?? true
}

/** PHP gives up on a pattern that takes too long; here such a pattern is not tried at all. */
function isQuick(pattern: string): boolean {
  const unbounded = pattern.match(/[*+]|\{\d+,\}/g)?.length ?? 0
  return unbounded <= 2 && !/\)[*+{?]|\\[1-9]|\\k|\(\?/.test(pattern)
}

function isUrl(text: string): boolean {
  return /^(?:https?|ftp):\/\/[^\s/?#]+\.?[^\s]*$/i.test(text) && URL.canParse(text)
}
