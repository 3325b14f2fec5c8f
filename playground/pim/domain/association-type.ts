import type { AssociationType } from './catalogue-state.ts'
import { byCode, known } from './known.ts'
import type { Operation } from './operation.ts'

/** All association types by code. */
export function findAssociationTypes(operation: Operation): readonly AssociationType[] {
  return byCode(operation.associationTypes)
}

/** The association type with this code. Throws `not-found`. */
export function getAssociationType(operation: Operation, code: string): AssociationType {
  return known(operation, operation.associationTypes.get(code), 'Association type', code)
}
