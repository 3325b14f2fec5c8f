/** A text of the PIM with places in it, and what stands in those places of a message that was made of it. */
export interface TemplatedMessage {
  readonly template: string
  /** By place, written as the PIM writes it: `%limit%`, `{{ value }}`, but `family_code` for `{family_code}`. */
  readonly parameters: Readonly<Record<string, string>>
}

interface Template {
  readonly text: string
  readonly shape: RegExp
  readonly places: readonly string[]
}

const place = /%\w+%|\{\{ \w+ \}\}|\{\w+\}/g

/** What a product names that the PIM does not have: its domain errors (contract J.1). */
const domainTexts: readonly Template[] = [
  'The {attribute_code} attribute does not exist in your PIM.',
  'The {category_code} category does not exist in your PIM.',
  'The {family_code} family does not exist in your PIM.',
  'The {product_identifier} product does not exist in your PIM or you do not have permission to access it.',
  'Product "{product_identifier}" does not exist or you do not have permission to access it.',
].map(toTemplate)

/** Rules that a product can break. */
const ruleTexts: readonly Template[] = [
  'The %invalid_option% value is not in the %attribute_code% attribute option list.',
  'The %invalid_options% values are not in the %attribute_code% attribute option list.',
  'The %attribute% attribute must not contain more than %limit% characters. The submitted value is too long.',
  'The {{ attribute_code }} attribute must match the following regular expression: {{ pattern }}.',
  'The %attribute% attribute requires a valid url.',
  'The %attribute% attribute requires an e-mail address.',
  'The {{ attribute }} attribute requires a number, and the submitted {{ value }} value is not.',
  'The %attribute% attribute requires a non-decimal value, and %value% is not a valid value.',
  'The %attribute% attribute requires an equal or greater than %min_value% value.',
  'The %attribute% attribute requires an equal or lesser than %max_value% value.',
  'The {{ attribute_code }} attribute requires a date that should be {{ limit }} or after.',
  'The {{ attribute_code }} attribute requires a date that should be {{ limit }} or before.',
  'The {{ attribute_code }} attribute can not have the same value more than once. The {{ value }} value is already set on another product.',
  'Attribute "%attribute_code%" expects an existing scope, "%channel%" given.',
  'Attribute "%attribute_code%" expects an existing and activated locale, "%invalid_locale%" given.',
  'Attribute "%attribute_code%" expects a valid locale, "%invalid_locale%" is not bound to channel "%channel_code%".',
  'The %invalid_locale% locale is not available on the %attribute_code% attribute.',
].map(toTemplate)

/** The domain error that a message is, or undefined for any other refusal. */
export function findDomainError(message: string): TemplatedMessage | undefined {
  return find(domainTexts, message)
}

/** The template of a broken rule; a message without places is its own. */
export function templateOf(message: string): TemplatedMessage {
  return find(ruleTexts, message) ?? { template: message, parameters: {} }
}

function toTemplate(text: string): Template {
  const fixed = text.split(place).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  const places = Array.from(text.matchAll(place), ([name]) => name)
  return { text, shape: new RegExp(`^${fixed.join('(.*)')}$`, 's'), places }
}

function find(templates: readonly Template[], message: string): TemplatedMessage | undefined {
  for (const { text, shape, places } of templates) {
    const found = shape.exec(message)
    if (!found) continue
    const parameters = places.map((name, index) => [keyOf(name), found[index + 1]])
    return { template: text, parameters: Object.fromEntries(parameters) as Record<string, string> }
  }
  return undefined
}

function keyOf(name: string): string {
  return /^\{\w+\}$/.test(name) ? name.slice(1, -1) : name
}
