import { expect, test } from 'vitest'
import { readItems } from './read-items.ts'

const list = (items: unknown) => JSON.stringify({ current_page: 1, _embedded: { items } })

test('a list of products becomes a table of what identifies them', () => {
  const product = {
    identifier: 'lamp-1',
    family: 'lamps',
    enabled: true,
    categories: ['indoor', 'new'],
    values: {},
  }
  expect(readItems(list([product, { ...product, family: null, enabled: false }]))).toEqual({
    columns: ['identifier', 'family', 'enabled', 'categories'],
    rows: [
      ['lamp-1', 'lamps', 'yes', 'indoor, new'],
      ['lamp-1', '', 'no', 'indoor, new'],
    ],
  })
})

test('labels show their first language', () => {
  expect(readItems(list([{ code: 'lamps', labels: { en_US: 'Lamps' } }]))).toEqual({
    columns: ['code', 'labels'],
    rows: [['lamps', 'Lamps']],
  })
})

test('an empty list is a table without rows, an error is no table', () => {
  expect(readItems(list([]))).toEqual({ columns: [], rows: [] })
  expect(readItems('{"code":401,"message":"x"}')).toBeUndefined()
  expect(readItems('<html>')).toBeUndefined()
  expect(readItems(list('x'))).toBeUndefined()
})
