import { findMismatch, openRecordOf, recordOf, type Shape } from '../store/shape.ts'
import { catalogueShapes } from './catalogue-shapes.ts'
import { recordShapes, settingsFields } from './record-shapes.ts'
import type { Settings, State } from './state.ts'

const shapes: { readonly [Name in keyof State]?: Shape } = {
  ...catalogueShapes,
  ...recordShapes,
  settings: recordOf<Settings>(settingsFields),
}
const anyRecord = openRecordOf<object>({})

/** Says why a stored value cannot be a record of its collection, or nothing when it can. */
export function refuseRecord(collection: keyof State & string, value: unknown): string | undefined {
  const mismatch = findMismatch(shapes[collection] ?? anyRecord, value)
  return mismatch && `${mismatch.pointer || 'the record'}: ${mismatch.message}`
}
