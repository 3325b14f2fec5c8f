import type { Bytes } from './bytes.ts'

/** No list is shown with more items. */
export const maximumItems = 100

/** The texts of the first items; the others are only counted. */
export function collect<Item>(
  items: Iterable<Item>,
  size: number,
  write: (item: Item) => string,
): string[] {
  const texts: string[] = []
  for (const item of items) {
    if (texts.length === maximumItems) return [...texts, `… ${size - maximumItems} more`]
    texts.push(write(item))
  }
  return texts
}

/** Bytes as Node.js shows a buffer. */
export function inspectBytes(bytes: Bytes): string {
  const shown = bytes.subarray(0, 50)
  const pairs = Array.from(shown, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
  const more = bytes.length > 50 ? ` … ${bytes.length - 50} more bytes` : ''
  return `<Buffer ${pairs}${more}>`
}

/** The name of what made an object. */
export function nameOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === null) return '[Object: null prototype]'
  const name: unknown = (prototype as { constructor?: { name?: unknown } }).constructor?.name
  return typeof name === 'string' && name !== '' ? name : 'Object'
}

/** A function or a class as Node.js shows it. */
export function nameOfFunction(value: object): string {
  const given: unknown = Object.getOwnPropertyDescriptor(value, 'name')?.value
  const name = typeof given === 'string' && given !== '' ? given : '(anonymous)'
  if (/^class\b/.test(Function.prototype.toString.call(value))) return `[class ${name}]`
  return `[${nameOf(value)}: ${name}]`
}

/** A text that stands inside of something else. */
export function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  if (!text.includes("'")) return `'${escaped}'`
  return text.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`
}
