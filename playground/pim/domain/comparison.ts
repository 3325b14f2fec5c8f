import type { PimError } from './error.ts'
import { typeName, unexpected, unprocessable, unsupported, type Criterion } from './search.ts'

/** Whether one number stands to another as asked. */
export type Compare = (one: number, other: number) => boolean

/** The comparison that an operator stands for. Throws `unprocessable` for another operator. */
export function comparison(criterion: Criterion): Compare {
  const comparisons: Readonly<Record<string, Compare>> = {
    '<': (one, other) => one < other,
    '<=': (one, other) => one <= other,
    '=': (one, other) => one === other,
    '!=': (one, other) => one !== other,
    '>=': (one, other) => one >= other,
    '>': (one, other) => one > other,
  }
  const found = Object.hasOwn(comparisons, criterion.operator)
    ? comparisons[criterion.operator]
    : undefined
  if (!found) throw unsupported(criterion)
  return found
}

/** A number, also when it is written as text. Throws `unprocessable`. */
export function numberOf(criterion: Criterion, value: unknown): number {
  const isNumeric = typeof value === 'string' && value.trim() !== ''
  const number = typeof value === 'number' || isNumeric ? Number(value) : Number.NaN
  if (Number.isNaN(number)) throw unexpected({ ...criterion, value }, 'a numeric')
  return number
}

/** A condition on a moment; `toTime` reads what is given and throws when it is no date. */
export function timeCondition(
  criterion: Criterion,
  toTime: (given: unknown) => number,
): (time: number) => boolean {
  const { operator, value } = criterion
  switch (operator) {
    case '<':
    case '>':
    case '=':
    case '!=': {
      const meets = comparison(criterion)
      const wanted = toTime(value)
      return (time) => meets(time, wanted)
    }
    case 'BETWEEN':
    case 'NOT BETWEEN': {
      if (!Array.isArray(value) || value.length !== 2) {
        throw unexpected(criterion, 'an array with two dates')
      }
      const [from, to] = value.map(toTime) as [number, number]
      return (time) => (from <= time && time <= to) === (operator === 'BETWEEN')
    }
    default:
      throw unsupported(criterion)
  }
}

/** `unprocessable`: a date of a condition is not written as asked. */
export function badDate({ property }: Criterion, format: string, given: unknown): PimError {
  const found = typeof given === 'string' ? given : typeName(given)
  return unprocessable(
    `Property "${property}" expects a string with the format "${format}" as data, "${found}" given.`,
  )
}
