import type { AttributeGroup } from './catalogue-state.ts'
import { byCode, known } from './known.ts'
import type { Operation } from './operation.ts'
import { codeFilter, readStructureSearch, updatedFilter } from './structure-search.ts'

const filters = { code: codeFilter('attribute group codes'), updated: updatedFilter }

/** The attribute groups that a search finds, by code. Throws `bad-request`. */
export function findAttributeGroups(
  operation: Operation,
  search: object,
): readonly AttributeGroup[] {
  return byCode(operation.attributeGroups, readStructureSearch<AttributeGroup>(search, filters))
}

/** The attribute group with this code. Throws `not-found`. */
export function getAttributeGroup(operation: Operation, code: string): AttributeGroup {
  return known(operation, operation.attributeGroups.get(code), 'Attribute group', code)
}
