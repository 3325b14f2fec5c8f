import type { Attribute } from './catalogue-state.ts'

/** Whether PHP takes a value for a number: also a text that is written like one. */
export function isNumeric(value: unknown): value is number | string {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'string') return false
  return (
    /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(value) &&
    Number.isFinite(Number(value))
  )
}

/** What an attribute has against an amount. */
export function numberMessages(attribute: Attribute, amount: unknown): string[] {
  const requires = `The ${attribute.code} attribute requires`
  if (!isNumeric(amount)) {
    return [`${requires} a number, and the submitted ${String(amount)} value is not.`]
  }
  const number = Number(amount)
  const messages: string[] = []
  if (attribute.decimals_allowed !== true && !Number.isInteger(number)) {
    messages.push(`${requires} a non-decimal value, and ${amount} is not a valid value.`)
  }
  const least = leastOf(attribute)
  if (least !== undefined && number < least) {
    messages.push(`${requires} an equal or greater than ${least} value.`)
  }
  const most = limitOf(attribute.number_max)
  if (most !== undefined && number > most) {
    messages.push(`${requires} an equal or lesser than ${most} value.`)
  }
  return messages
}

function leastOf(attribute: Attribute): number | undefined {
  const least = limitOf(attribute.number_min)
  if (attribute.negative_allowed !== false || (least !== undefined && least > 0)) return least
  return 0
}

function limitOf(text: string | null): number | undefined {
  return text === null ? undefined : Number(text)
}

/** An amount as the PIM gives it back: a text with at least `places` decimals, or a whole number. */
export function toAmount(
  { decimals_allowed: decimals }: Attribute,
  amount: unknown,
  places: number,
): number | string {
  if (decimals !== true) return Math.trunc(Number(amount))
  const text = String(amount).trim()
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!parts) return String(Number(text))
  const [, sign, whole, fraction = ''] = parts as unknown as [string, string, string, string?]
  const decimal = withoutZerosAtEnd(fraction).padEnd(places, '0')
  return `${sign === '-' ? '-' : ''}${whole.replace(/^0+(?=\d)/, '') || '0'}.${decimal}`
}

/** A regular expression would try again at each zero. */
function withoutZerosAtEnd(digits: string): string {
  let end = digits.length
  while (digits.charAt(end - 1) === '0') end -= 1
  return digits.slice(0, end)
}
