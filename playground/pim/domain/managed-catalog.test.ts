import { expect, test } from 'vitest'
import { updateManagedCatalog } from './managed-catalog.ts'
import type { Operation } from './operation.ts'

test('a mistake of the program is not taken for a refused criterion', () => {
  const operation = {
    check: (_id: string, isHeld: boolean) => isHeld,
    get families(): never {
      throw new RangeError('There are no families')
    },
  } as unknown as Operation
  const catalog = { id: 'c', name: 'Shop', enabled: false, owner: 'app' }
  const productSelectionCriteria = [{ field: 'family', operator: 'IN', value: ['lamps'] }]
  expect(() =>
    updateManagedCatalog(operation, catalog, { enabled: true, productSelectionCriteria }),
  ).toThrow(RangeError)
})
