import type { Attribute } from './catalogue-state.ts'
import type { MeasurementFamily } from './measurement-state.ts'
import { byCode } from './known.ts'
import type { Operation } from './operation.ts'

/** All measurement families by code. */
export function findMeasurementFamilies(operation: Operation): readonly MeasurementFamily[] {
  return byCode(operation.measurementFamilies)
}

/** The measurement family of an attribute; undefined for one that measures nothing, or in a family that is not there. */
export function measurementFamilyOf(
  operation: Operation,
  { metric_family: code }: Attribute,
): MeasurementFamily | undefined {
  return code === null ? undefined : operation.measurementFamilies.get(code)
}

/** An amount in the standard unit of the family, or undefined for an unknown unit. */
export function toStandardUnit(
  family: MeasurementFamily,
  amount: number,
  unit: string,
): number | undefined {
  return stepsOf(family, unit)?.reduce(
    (converted, { operator, value }) => forth(converted, operator, Number(value)),
    amount,
  )
}

/** An amount in another unit of the family, to twelve decimals; undefined for an unknown unit, or without a result. */
export function toUnit(
  family: MeasurementFamily,
  amount: number,
  from: string,
  to: string,
): number | undefined {
  const standard = toStandardUnit(family, amount, from)
  const steps = stepsOf(family, to)
  if (standard === undefined || !steps) return undefined
  const converted = steps.reduceRight(
    (rest, { operator, value }) => back(rest, operator, Number(value)),
    standard,
  )
  return Number.isFinite(converted) ? Number(converted.toFixed(12)) : undefined
}

function stepsOf(family: MeasurementFamily, unit: string) {
  return new Map(Object.entries(family.units)).get(unit)?.convert_from_standard
}

function forth(amount: number, operator: string, value: number): number {
  switch (operator) {
    case 'mul':
      return amount * value
    case 'div':
      return amount / value
    case 'add':
      return amount + value
    default:
      return amount - value
  }
}

function back(amount: number, operator: string, value: number): number {
  switch (operator) {
    case 'mul':
      return amount / value
    case 'div':
      return amount * value
    case 'add':
      return amount - value
    default:
      return amount + value
  }
}
