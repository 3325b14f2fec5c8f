import type { BusinessError } from '../api/audit.ts'

export type ErrorOrder = 'newest' | 'oldest'

/** The errors whose message holds a text, in the order of their dates; those of the same moment stay as they came. */
export function findErrors(
  errors: readonly BusinessError[],
  search: string,
  order: ErrorOrder,
): BusinessError[] {
  const text = search.trim().toLowerCase()
  const direction = order === 'newest' ? -1 : 1
  return errors
    .filter(({ message }) => message.toLowerCase().includes(text))
    .sort((one, other) => direction * (Date.parse(one.date) - Date.parse(other.date)))
}
