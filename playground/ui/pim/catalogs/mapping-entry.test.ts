import { expect, test } from 'vitest'
import type { CatalogSource, MappingEntry, MappingTarget } from '../api/catalog-mapping.ts'
import {
  entryOf,
  sourcesFor,
  summaryOf,
  withDefault,
  withEntry,
  withSource,
} from './mapping-entry.ts'

const target: MappingTarget = {
  code: 'title',
  label: 'Title',
  description: null,
  type: 'string',
  format: null,
  isRequired: true,
  isFixed: false,
  sourceTypes: ['pim_catalog_text', 'family'],
  takesDefault: true,
}
const source = (code: string, type: string): CatalogSource => ({
  code,
  label: code.toUpperCase(),
  type,
  localizable: false,
  scopable: false,
  parameter: null,
  units: [],
  options: [],
})
const sources = [
  source('name', 'pim_catalog_text'),
  source('ean', 'pim_catalog_text'),
  source('width', 'pim_catalog_metric'),
  source('family', 'family'),
]
const name: MappingEntry = { source: 'name', scope: null, locale: 'en_US' }

test('a target that nobody mapped has no source, whatever it is called', () => {
  const nothing = { source: null, scope: null, locale: null }
  expect(entryOf({}, target)).toEqual(nothing)
  expect(entryOf({}, { ...target, code: 'constructor' })).toEqual(nothing)
  expect(entryOf({ title: name }, target)).toBe(name)
})

test('an entry takes the place of the one before, and is left out when it says nothing', () => {
  expect(withEntry({ title: name, size: name }, target, { ...name, source: 'ean' })).toEqual({
    size: name,
    title: { ...name, source: 'ean' },
  })
  expect(withEntry({ title: name }, target, withSource(name, null))).toEqual({})
})

test('another source begins without a place, and keeps the default value', () => {
  const entry = { ...name, parameters: { unit: 'GRAM' }, default: 'None' }
  expect(withSource(entry, 'ean')).toEqual({
    source: 'ean',
    scope: null,
    locale: null,
    default: 'None',
  })
})

test('a default value can be given, also one that is false, and taken away', () => {
  expect(withDefault(name, false)).toEqual({ ...name, default: false })
  expect(withDefault({ ...name, default: 'None' }, undefined)).toEqual(name)
})

test('only sources of a fitting type are offered, what every product has before attributes', () => {
  expect(sourcesFor(target, sources).map(({ code }) => code)).toEqual(['family', 'ean', 'name'])
})

test('the list tells the source by name, or the default value where there is none', () => {
  expect(summaryOf(name, sources)).toBe('NAME')
  expect(summaryOf({ ...name, source: 'gone' }, sources)).toBe('[gone]')
  expect(summaryOf(withDefault(withSource(name, null), true), sources)).toBe('Yes')
  expect(summaryOf(withSource(name, null), sources)).toBe('')
})
