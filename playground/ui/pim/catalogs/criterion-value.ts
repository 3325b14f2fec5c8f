import type { Choice } from '../api/catalog-mapping.ts'

/** What a criterion compares with; `none` for nothing, `state` for a flag that has other words. */
export type ValueKind =
  | 'none'
  | 'state'
  | 'flag'
  | 'codes'
  | 'text'
  | 'number'
  | 'percentage'
  | 'amount'
  | 'day'
  | 'days'

/** An amount and the code of its unit; null as long as there is none. */
export interface Amount {
  amount: number | null
  unit: string
}

/** The value that a criterion begins with. */
export function newValue(kind: ValueKind, options: readonly Choice[]): unknown {
  switch (kind) {
    case 'state':
    case 'flag':
      return true
    case 'codes':
      return []
    case 'text':
    case 'day':
      return ''
    case 'days':
      return ['', '']
    case 'amount':
      return { amount: null, unit: options[0]?.code ?? '' }
    case 'number':
    case 'percentage':
    case 'none':
      return null
  }
}

/** Whether a value can be shown and changed as one of a kind. */
export function isValueFor(kind: ValueKind, value: unknown): boolean {
  switch (kind) {
    case 'state':
    case 'flag':
      return typeof value === 'boolean'
    case 'codes':
      return Array.isArray(value) && textsIn(value).length === value.length
    case 'text':
    case 'day':
      return typeof value === 'string'
    case 'days':
      return Array.isArray(value) && value.length === 2 && textsIn(value).length === 2
    case 'amount':
      return amountIn(value) !== null
    case 'number':
    case 'percentage':
      return value === null || typeof value === 'number'
    case 'none':
      return true
  }
}

/** Whether something is still to be chosen or filled in. */
export function isBlank(kind: ValueKind, value: unknown): boolean {
  switch (kind) {
    case 'codes':
      return textsIn(value).length === 0
    case 'text':
    case 'day':
      return value === ''
    case 'days':
      return textsIn(value).includes('')
    case 'amount':
      return amountIn(value)?.amount === null
    case 'number':
    case 'percentage':
      return value === null
    default:
      return false
  }
}

/** The texts of a list; none of anything else. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** An amount, which another program may have written as text; null for what is none. */
export function amountIn(value: unknown): Amount | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('amount' in value) || !('unit' in value) || typeof value.unit !== 'string') return null
  const { amount, unit } = value
  if (amount === null || typeof amount === 'number') return { amount, unit }
  return isNumberText(amount) ? { amount: Number(amount), unit } : null
}

/** What stands in a field for numbers, as a number; null for nothing. */
export function readNumber(text: string): number | null {
  return isNumberText(text) ? Number(text) : null
}

function isNumberText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
}
