import { expect, test } from 'vitest'
import { readCatalogErrors } from './catalog-errors.ts'

test('each violation goes where its path says', () => {
  const body = {
    errors: [
      { propertyPath: '[product_selection_criteria][1]', message: 'No such family.' },
      { propertyPath: '[product_value_filters][locales]', message: 'No such locale.' },
      { propertyPath: '[enabled]', message: 'Not a flag.' },
    ],
  }
  expect(readCatalogErrors(body)).toEqual({
    criteria: new Map([[1, ['No such family.']]]),
    filters: { locales: ['No such locale.'] },
    whole: ['Not a flag.'],
  })
})

test.each([
  [null],
  [{}],
  [{ errors: 'none' }],
  [{ errors: [null, {}, { propertyPath: 1, message: 2 }] }],
])('an answer of another shape has no violations', (body) => {
  expect(readCatalogErrors(body)).toEqual({ criteria: new Map(), filters: {}, whole: [] })
})
