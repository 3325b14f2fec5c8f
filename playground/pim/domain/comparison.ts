import { badStructure, unexpected, unprocessable, unsupported, type Criterion } from './search.ts'

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

/** How the dates of a condition are written, as messages call it. */
export interface DateFormat {
  readonly human: string
  /** What is said where no text is given at all. */
  readonly php: string
  /** The moment that a text of this format stands for, or NaN. */
  readonly read: (text: string) => number
}

/** A condition on a moment. Throws `unprocessable`. */
export function timeCondition(criterion: Criterion, format: DateFormat): (time: number) => boolean {
  const { operator, value } = criterion
  const toTime = (given: unknown): number => timeOf(criterion, format, given)
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
      if (!Array.isArray(value)) throw unexpected(criterion, 'an array')
      if (value.length !== 2) {
        throw badStructure(criterion, `should contain 2 strings with the format "${format.human}"`)
      }
      const [from, to] = value.map(toTime) as [number, number]
      return (time) => (from <= time && time <= to) === (operator === 'BETWEEN')
    }
    default:
      throw unsupported(criterion)
  }
}

function timeOf({ property }: Criterion, format: DateFormat, given: unknown): number {
  const time = typeof given === 'string' ? format.read(given) : Number.NaN
  if (!Number.isNaN(time)) return time
  const [expected, shown] =
    typeof given === 'string' ? [format.human, given] : [format.php, phpText(given)]
  throw unprocessable(
    `Property "${property}" expects a string with the format "${expected}" as data, "${shown}" given.`,
  )
}

/** A value as PHP writes it into a text. */
function phpText(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null) return 'Array'
  return value === true ? '1' : ''
}
