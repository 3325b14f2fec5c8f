import { listOf, mapOf, openRecordOf, recordOf, text, findMismatch } from '../store/shape.ts'
import { isSame } from './change.ts'
import { PimError, type Violation } from './error.ts'
import type { Fields } from './fields.ts'
import type { Operation } from './operation.ts'
import type { MeasurementFamily, MeasurementUnit } from './measurement-state.ts'
import { member } from './search.ts'
import { isNumeric } from './value-number.ts'

const operators = new Set(['mul', 'div', 'add', 'sub'])
const greatestNumber = 100
const mostUnits = 50
const mostSteps = 5

const unitShape = recordOf<MeasurementUnit>({
  code: text,
  labels: mapOf(text),
  convert_from_standard: listOf(recordOf({ operator: text, value: text })),
  symbol: text,
})
const familyShape = recordOf<MeasurementFamily>({
  code: text,
  labels: mapOf(text),
  standard_unit_code: text,
  units: mapOf(unitShape),
})
const codeShape = openRecordOf<MeasurementFamily>({ code: text })

/**
 * Changes a measurement family, or creates it, and says whether it is new. Parts of units that are not given stay as
 * they are. Throws `unprocessable` for another structure and for broken rules, each with what is wrong.
 */
export function saveMeasurementFamily(operation: Operation, fields: Fields): boolean {
  const given = Object.fromEntries(fields)
  requireShape(codeShape, given)
  const code = String(given['code'])
  const before = operation.measurementFamilies.get(code)
  const draft: unknown = before ? merge(before, given) : withDefaults(given)
  requireShape(familyShape, draft)
  const family = draft as MeasurementFamily
  const violations = [
    ...codeViolations('code', family.code),
    ...numberViolations(operation, before),
    ...standardViolations(family, before),
    ...unitViolations(family),
  ]
  if (violations.length > 0) {
    const message = 'The measurement family has data that does not comply with the business rules.'
    throw new PimError('violations', message, { violations })
  }
  if (!before || !isSame(before, family)) operation.measurementFamilies.put(code, family)
  return before === undefined
}

/** Labels and symbols may be left out. */
function withDefaults(given: Record<string, unknown>): unknown {
  const units = given['units']
  const isMap = typeof units === 'object' && units !== null && !Array.isArray(units)
  return {
    code: given['code'],
    labels: given['labels'] ?? {},
    standard_unit_code: given['standard_unit_code'],
    units: isMap
      ? Object.fromEntries(
          Object.entries(units).map(([code, unit]) => [code, merge(emptyUnit, unit)]),
        )
      : units,
    ...Object.fromEntries(
      Object.entries(given).filter(([name]) => !Object.hasOwn(familyShapeNames, name)),
    ),
  }
}

const emptyUnit = { code: undefined, labels: {}, convert_from_standard: undefined, symbol: '' }
const familyShapeNames = { code: true, labels: true, standard_unit_code: true, units: true }

/** Lays one value over another, object by object and place by place, as PHP's `array_replace_recursive` does. */
function merge(before: unknown, given: unknown): unknown {
  if (typeof before !== 'object' || before === null) return given
  if (typeof given !== 'object' || given === null) return given
  if (Array.isArray(before) || Array.isArray(given)) return given
  const names = new Set([...Object.keys(before), ...Object.keys(given)])
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      Object.hasOwn(given, name)
        ? merge(member(before, name), member(given, name))
        : member(before, name),
    ]),
  )
}

function requireShape(shape: Parameters<typeof findMismatch>[0], value: unknown): void {
  const mismatch = findMismatch(shape, value)
  if (!mismatch) return
  const property = mismatch.pointer.slice(1).replaceAll('/', '.')
  throw new PimError('violations', 'The measurement family has an invalid format.', {
    violations: [{ property, message: mismatch.message }],
  })
}

function codeViolations(property: string, code: string): Violation[] {
  if (code === '') return [{ property, message: 'This value should not be blank.' }]
  if (!/^[a-zA-Z0-9_]+$/.test(code)) {
    const message = 'This field can only contain letters, numbers, and underscores.'
    return [{ property, message }]
  }
  if (code.length <= 100) return []
  const message = 'This value is too long. It should have 100 characters or less.'
  return [{ property, message }]
}

function numberViolations(
  operation: Operation,
  before: MeasurementFamily | undefined,
): Violation[] {
  if (before || operation.measurementFamilies.size < greatestNumber) return []
  const message = `You’ve reached the limit of ${greatestNumber} measurement families.`
  return [{ property: '', message }]
}

function standardViolations(
  { code, units, standard_unit_code: standard }: MeasurementFamily,
  before: MeasurementFamily | undefined,
): Violation[] {
  const property = 'standard_unit_code'
  if (before && before.standard_unit_code !== standard) {
    const message = `The standard unit code of the "${code}" measurement family cannot be changed.`
    return [{ property, message }]
  }
  const unit = Object.hasOwn(units, standard) ? units[standard] : undefined
  if (!unit) {
    const message = `The "${standard}" standard unit code does not exist in the list of units for the measurement family.`
    return [{ property, message }]
  }
  const [step, ...others] = unit.convert_from_standard
  if (others.length === 0 && step?.operator === 'mul' && Number(step.value) === 1) return []
  const message = 'The standard unit conversion operation should be a multiplication by 1'
  return [{ property: `units[${standard}][convert_from_standard]`, message }]
}

function unitViolations({ units }: MeasurementFamily): Violation[] {
  const all = Object.entries(units)
  const violations: Violation[] = all.flatMap(([code, unit]) => {
    const property = `units[${code}]`
    const wrong = codeViolations(`${property}[code]`, unit.code)
    if (unit.code !== code) {
      wrong.push({
        property: `${property}[code]`,
        message: `The unit code "${unit.code}" should be "${code}".`,
      })
    }
    return wrong.concat(stepViolations(`${property}[convert_from_standard]`, unit))
  })
  if (all.length <= mostUnits) return violations
  const message = `You’ve reached the limit of ${mostUnits} conversion units.`
  return [...violations, { property: 'units', message }]
}

function stepViolations(
  property: string,
  { convert_from_standard: steps }: MeasurementUnit,
): Violation[] {
  if (steps.length === 0) {
    return [{ property, message: 'A minimum of one conversion operation per unit is required.' }]
  }
  if (steps.length > mostSteps) {
    const message = `You’ve reached the limit of ${mostSteps} conversion operations per unit.`
    return [{ property, message }]
  }
  return steps.flatMap(({ operator, value }, index) => {
    const violations: Violation[] = []
    if (!operators.has(operator)) {
      const message = 'The value you selected is not a valid choice.'
      violations.push({ property: `${property}[${index}][operator]`, message })
    }
    if (!isNumeric(value)) {
      const message = 'The conversion value should be a number'
      violations.push({ property: `${property}[${index}][value]`, message })
    }
    return violations
  })
}
