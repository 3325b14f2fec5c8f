import { expect, test } from 'vitest'
import { noCatalogErrors, readCatalogErrors } from './catalog-errors.ts'

test('each violation goes where its path says', () => {
  const body = {
    errors: [
      { propertyPath: '[product_selection_criteria][1]', message: 'No such family.' },
      { propertyPath: '[product_value_filters][locales]', message: 'No such locale.' },
      { propertyPath: '[product_mapping][title][locale]', message: 'No locale.' },
      { propertyPath: '[product_mapping][title][parameters][unit]', message: 'No unit.' },
      { propertyPath: '[product_mapping][size]', message: 'Not there.' },
      { propertyPath: '[enabled]', message: 'Not a flag.' },
    ],
  }
  expect(readCatalogErrors(body)).toEqual({
    criteria: new Map([[1, ['No such family.']]]),
    filters: { locales: ['No such locale.'] },
    mapping: new Map([
      ['title', { locale: ['No locale.'], parameters: ['No unit.'] }],
      ['size', { source: ['Not there.'] }],
    ]),
    whole: ['Not a flag.'],
  })
})

test.each([
  [null],
  [{}],
  [{ errors: 'none' }],
  [{ errors: [null, {}, { propertyPath: 1, message: 2 }] }],
])('an answer of another shape has no violations', (body) => {
  expect(readCatalogErrors(body)).toEqual(noCatalogErrors)
})
