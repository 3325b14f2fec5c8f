import type { MeasurementFamily } from './catalogue-state.ts'
import { byCode } from './known.ts'
import type { Operation } from './operation.ts'

/** All measurement families by code. */
export function findMeasurementFamilies(operation: Operation): readonly MeasurementFamily[] {
  return byCode(operation.measurementFamilies)
}

/** An amount in the standard unit of the family, or undefined for an unknown unit. */
export function toStandardUnit(
  family: MeasurementFamily,
  amount: number,
  unit: string,
): number | undefined {
  if (!Object.hasOwn(family.units, unit)) return undefined
  return family.units[unit]?.convert_from_standard.reduce((converted, { operator, value }) => {
    switch (operator) {
      case 'mul':
        return converted * Number(value)
      case 'div':
        return converted / Number(value)
      case 'add':
        return converted + Number(value)
      default:
        return converted - Number(value)
    }
  }, amount)
}
